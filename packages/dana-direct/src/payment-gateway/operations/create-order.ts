import * as v from 'valibot';
import { commonCodes, encodeAmount } from '@bayar/bi-snap';
import type { CreatePayment, Device, Issue, Payment } from '@bayar/core';
import {
  asked,
  doubtful,
  formatJakarta,
  mismatch,
  operation,
  refused,
  refusedForNow,
  type CodeTable,
  type Operation,
  type Intent,
} from '@bayar/core/kit';
import { DANA_DIRECT } from '../../id.ts';
import { isNotificationUrl, notificationUrlRule } from '../../notification-url.ts';
import { checkOutlet, outletOf, type DanaDirectExtra } from '../../outlet.ts';
import type { Settings } from '../../settings.ts';
import { encodeLocator } from '../original.ts';

const TERMINALS: Readonly<Record<Device['platform'], string>> = { web: 'WEB', 'mobile-web': 'WAP', app: 'APP' };

const codes: CodeTable = {
  ...commonCodes,
  '403/02': refused('amount-limit', 'The amount is above what DANA lets this merchant or customer pay at once.'),
  '403/05': refused(
    'customer-account',
    'DANA will not serve this customer or merchant account: its state is abnormal.',
  ),
  '403/15': refusedForNow('not-permitted', 'DANA does not permit this transaction now. Try later, or ask DANA why.'),
  '404/08': refused(
    'merchant-not-ready',
    'DANA does not know the merchant, the division or the store: divisionId is the externalDivisionId, storeId the externalShopId.',
  ),
  '404/18': refused(
    'inconsistent',
    'The reference was used before for other content. Give this attempt its own reference.',
  ),
  '429/00': doubtful('rate-limited'),
  // DANA lists 5005400 as failed and asks in the same line to retry: the order may exist.
  '500/00': doubtful('acquirer-error'),
  '500/01': doubtful('acquirer-error'),
};

const response = v.object({
  partnerReferenceNo: v.string(),
  referenceNo: v.pipe(v.string(), v.minLength(1)),
  webRedirectUrl: v.pipe(v.string(), v.url(), v.regex(/^https?:/)),
});

/**
 * Creates an order for DANA's hosted checkout page. DANA recognises a repeat by merchant and reference and answers with
 * the order it has, so the same bytes may be sent three times. Nothing in the body depends on when it was made: the
 * same request with the same expiry is the same bytes after a restart.
 *
 * Source: {@link https://dashboard.dana.id/api-docs-v2/api/payment-gateway/create-order-hosted | DANA reference: Create Order}.
 */
export function createOrder(settings: Settings): Operation<Intent<DanaDirectExtra>, typeof response, Payment> {
  return operation({
    name: 'createOrder',
    path: '/payment-gateway/v1.0/debit/payment-host-to-host.htm',
    kind: 'mutation',
    docs: 'https://dashboard.dana.id/api-docs-v2/api/payment-gateway/create-order-hosted',
    repeat: { samePayload: 3 },
    check: ({ notificationUrl, extra = {} }) => [...checkNotificationUrl(notificationUrl), ...checkOutlet(extra)],
    encode: (intent) => encodeOrder(intent, settings),
    codes,
    response,
    decode: (wire, intent) => {
      if (wire.partnerReferenceNo !== intent.request.reference) return mismatch('partnerReferenceNo');
      return {
        ...asked(DANA_DIRECT, intent),
        acquirerReference: wire.referenceNo,
        locator: encodeLocator(outletOf(settings, intent.extra)),
        status: 'awaiting-customer',
        next: { type: 'redirect', url: wire.webRedirectUrl },
        expiresAt: intent.expiresAt.toISOString(),
      };
    },
  });
}

function checkNotificationUrl(url: string | undefined): readonly Issue[] {
  return url === undefined || isNotificationUrl(url) ? [] : [{ field: 'notificationUrl', ...notificationUrlRule }];
}

function encodeOrder(
  { request, expiresAt, notificationUrl, extra }: Intent<DanaDirectExtra>,
  settings: Settings,
): object {
  const { mcc, storeId, divisionId } = outletOf(settings, extra);
  return {
    partnerReferenceNo: request.reference,
    merchantId: settings.merchantId,
    subMerchantId: divisionId,
    externalStoreId: storeId,
    amount: encodeAmount(request.amount),
    validUpTo: formatJakarta(expiresAt),
    urlParams: encodeUrls(request.returnUrl, notificationUrl ?? settings.notificationUrl),
    additionalInfo: {
      mcc,
      order: { orderTitle: request.title, scenario: 'REDIRECT' },
      envInfo: encodeEnvironment(request),
    },
  };
}

function encodeUrls(returnUrl: string, notificationUrl: string | undefined): object[] {
  const appLink = !/^https?:/i.test(returnUrl);
  const back = { url: returnUrl, type: 'PAY_RETURN', isDeeplink: appLink ? 'Y' : 'N' };
  return notificationUrl === undefined
    ? [back]
    : [back, { url: notificationUrl, type: 'NOTIFICATION', isDeeplink: 'N' }];
}

function encodeEnvironment({ device }: CreatePayment): object {
  const terminalType = device === undefined ? 'SYSTEM' : TERMINALS[device.platform];
  return { sourcePlatform: 'IPG', terminalType, clientIp: device?.ip };
}
