import * as v from 'valibot';
import { encodeAmount } from '@bayar/bi-snap';
import type { CreatePayment, Device, Payment } from '@bayar/core';
import { asked, formatJakarta, mismatch, operation, type Intent, type Operation } from '@bayar/core/kit';
import { DANA_DIRECT } from '../../id.ts';
import { isNotificationUrl, notificationUrlRule } from '../../notification-url.ts';
import { checkOutlet, outletOf } from '../../outlet.ts';
import { createOrder } from '../../payment-gateway/operations/create-order.ts';
import { encodeLocator } from '../../payment-gateway/original.ts';
import type { Settings } from '../../settings.ts';
import { outletExtra, WIDGET, type DanaWidgetExtra } from '../widget-extra.ts';

const TERMINALS: Readonly<Record<Device['platform'], string>> = { web: 'WEB', 'mobile-web': 'WAP', app: 'APP' };

const response = v.object({
  partnerReferenceNo: v.string(),
  referenceNo: v.pipe(v.string(), v.minLength(1)),
  webRedirectUrl: v.pipe(v.string(), v.url(), v.regex(/^https?:/)),
});

/**
 * Creates a payment for DANA's Widget. Its page lets a customer in by a one-time token, or asks them to log in. DANA
 * recognises a repeat by merchant and reference, so the same bytes may be sent three times.
 *
 * Source: {@link https://dashboard.dana.id/api-docs-v2/api/widget/direct-debit-payment | DANA reference: Direct Debit Payment}.
 */
export function widgetPayment(settings: Settings): Operation<Intent<DanaWidgetExtra>, typeof response, Payment> {
  return operation({
    name: 'widgetPayment',
    path: '/rest/redirection/v1.0/debit/payment-host-to-host',
    kind: 'mutation',
    docs: 'https://dashboard.dana.id/api-docs-v2/api/widget/direct-debit-payment',
    repeat: { samePayload: 3 },
    check: ({ notificationUrl, extra }) => [
      ...(notificationUrl === undefined || isNotificationUrl(notificationUrl)
        ? []
        : [{ field: 'notificationUrl', ...notificationUrlRule }]),
      ...checkOutlet(outletExtra(extra)),
    ],
    encode: (intent) => encodePayment(intent, settings),
    // DANA has one table of codes for orders of both products.
    codes: createOrder(settings).codes,
    response,
    decode: (wire, intent) => {
      if (wire.partnerReferenceNo !== intent.request.reference) return mismatch('partnerReferenceNo');
      return {
        ...asked(DANA_DIRECT, intent),
        acquirerReference: wire.referenceNo,
        locator: { ...encodeLocator(outletOf(settings, outletExtra(intent.extra))), ...WIDGET },
        status: 'awaiting-customer',
        next: { type: 'redirect', url: wire.webRedirectUrl },
        expiresAt: intent.expiresAt.toISOString(),
      };
    },
  });
}

function encodePayment(
  { request, expiresAt, notificationUrl, extra }: Intent<DanaWidgetExtra>,
  settings: Settings,
): object {
  const { mcc, storeId, divisionId } = outletOf(settings, outletExtra(extra));
  return {
    partnerReferenceNo: request.reference,
    merchantId: settings.merchantId,
    subMerchantId: divisionId,
    externalStoreId: storeId,
    amount: encodeAmount(request.amount),
    validUpTo: formatJakarta(expiresAt),
    urlParams: encodeUrls(request.returnUrl, notificationUrl ?? settings.notificationUrl),
    additionalInfo: {
      productCode: settings.widget.productCode,
      mcc,
      order: { orderTitle: request.title },
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
