import * as v from 'valibot';
import type { Device, Payment } from '@bayar/core';
import { encodeAmount } from '@bayar/bi-snap';
import {
  defined,
  asked,
  formatJakarta,
  isPageUrl,
  mismatch,
  operation,
  type Intent,
  type Operation,
} from '@bayar/core/kit';
import { moneyCodes } from '../codes.ts';
import { deviceHeaders } from '../device-headers.ts';
import { CHANNEL, DOKU_DANA } from '../identity.ts';
import { locate } from '../locator.ts';
import type { Settings } from '../settings.ts';

/** Input that only DOKU has. */
export interface DokuDanaExtra {
  /** Jump to the DANA app where it is installed, instead of a web view. Default `false`. */
  readonly openDanaApp?: boolean;
}

const POINT_OF_INITIATION = { web: 'pc', 'mobile-web': 'mweb', app: 'app' } as const satisfies Record<
  Device['platform'],
  string
>;

const optionalText = v.fallback(v.optional(v.string()), undefined);
// DOKU promises no host.
const page = v.pipe(v.string(), v.check(isPageUrl));

// The sample has the page at the top; DOKU's libraries also read it from `additionalInfo`.
const response = v.pipe(
  v.object({
    partnerReferenceNo: v.string(),
    referenceNo: optionalText,
    webRedirectUrl: optionalText,
    additionalInfo: v.fallback(v.optional(v.object({ webRedirectUrl: optionalText })), undefined),
  }),
  v.transform((wire) => ({ ...wire, page: wire.webRedirectUrl ?? wire.additionalInfo?.webRedirectUrl })),
  v.object({ partnerReferenceNo: v.string(), referenceNo: optionalText, page }),
);

/**
 * Asks to be paid through DANA. Sent once: DOKU does not document what it does with a repeated reference.
 *
 * DOKU reference: e-Wallet DANA, Payment Request.
 */
export function createPayment(settings: Settings): Operation<Intent<DokuDanaExtra>, typeof response, Payment> {
  return operation({
    name: 'createPayment',
    path: '/direct-debit/core/v1/debit/payment-host-to-host',
    kind: 'mutation',
    docs: 'https://developers.doku.com/accept-payments/direct-api/snap/integration-guide/e-wallet/dana',
    repeat: { after401: true },
    encode: (intent) => encodePayment(intent, settings),
    headers: ({ request }) => deviceHeaders(request.reference, request.device ?? {}),
    codes: moneyCodes,
    response,
    decode: (wire, intent) => {
      if (wire.partnerReferenceNo !== intent.request.reference) return mismatch('partnerReferenceNo');
      return {
        ...asked(DOKU_DANA, intent),
        ...defined({ acquirerReference: wire.referenceNo }),
        locator: locate(intent),
        status: 'awaiting-customer',
        next: { type: 'redirect', url: wire.page },
        expiresAt: intent.expiresAt.toISOString(),
      };
    },
  });
}

function encodePayment({ request, expiresAt, extra }: Intent<DokuDanaExtra>, settings: Settings): object {
  const { returnUrl, device } = request;
  const urlParam = { url: returnUrl, type: 'PAY_RETURN', isDeepLink: isWeb(returnUrl) ? 'N' : 'Y' };
  return {
    partnerReferenceNo: request.reference,
    validUpTo: formatJakarta(expiresAt),
    pointOfInitiation: device && POINT_OF_INITIATION[device.platform],
    urlParam: settings.urlParamShape === 'array' ? [urlParam] : urlParam,
    amount: encodeAmount(request.amount),
    additionalInfo: {
      channel: CHANNEL,
      orderTitle: request.title,
      supportDeepLinkCheckoutUrl: String(extra?.openDanaApp === true),
    },
  };
}

function isWeb(url: string): boolean {
  return /^https?:/i.test(url);
}
