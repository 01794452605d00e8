import { encodeAmount } from '@bayar/bi-snap';
import type { CreatePayment, Issue } from '@bayar/core';
import { formatJakarta, type Intent } from '@bayar/core/kit';
import type { DanaDirectExtra } from '../extra.ts';
import { isNotificationUrl, notificationUrlRule } from '../notification-url.ts';
import { checkBuyer, encodeBuyer } from '../order/buyer.ts';
import { checkEnvironment, encodeEnvironment } from '../order/environment.ts';
import { checkGoods, encodeGoods } from '../order/goods.ts';
import { checkShipping, encodeShipping } from '../order/shipping.ts';
import { checkOutlet, outletOf } from '../outlet.ts';
import type { Settings } from '../settings.ts';
import { checkExtendInfo, checkTexts } from '../text-limits.ts';
import { encodeMethod, type DanaMethod } from './method.ts';
import { phoneOf } from './method-phone.ts';

/** What is wrong with an order, beyond its limits and its method. */
export function checkOrder({ request, notificationUrl, extra = {} }: Intent<DanaDirectExtra>): readonly Issue[] {
  return [
    ...checkNotificationUrl(notificationUrl),
    ...checkOutlet(extra),
    ...checkTexts('extra', extra, { memo: 64, transactionType: 64 }),
    ...checkExtendInfo('extra.orderExtendInfo', extra.orderExtendInfo),
    ...checkExtendInfo('extra.extendInfo', extra.extendInfo),
    ...checkBuyer(extra.buyer ?? {}, request.customer),
    ...checkEnvironment(extra.environment ?? {}, request.device),
    ...checkGoods(request.items),
    ...checkShipping(request.shipping),
  ];
}

function checkNotificationUrl(url: string | undefined): readonly Issue[] {
  return url === undefined || isNotificationUrl(url) ? [] : [{ field: 'notificationUrl', ...notificationUrlRule }];
}

/** An order in DANA's words. Scenario and pay option follow from the method, so they always agree. */
export function encodeOrder(intent: Intent<DanaDirectExtra>, settings: Settings): object {
  const { request, extra = {} } = intent;
  return {
    ...encodeHead(intent, settings),
    disabledPayMethods: extra.disabledMethods?.join(','),
    payOptionDetails: extra.method && encodePayOptions(extra.method, request),
    additionalInfo: {
      ...encodeAround(intent, settings),
      order: { ...encodeDetails(intent), scenario: extra.method === undefined ? 'REDIRECT' : 'API' },
    },
  };
}

/** Whose order it is, how much it is, and where to go with it: the same for both of DANA's products. */
export function encodeHead(
  { request, expiresAt, notificationUrl, extra }: Intent<DanaDirectExtra>,
  settings: Settings,
): object {
  const { storeId, divisionId } = outletOf(settings, extra);
  return {
    partnerReferenceNo: request.reference,
    merchantId: settings.merchantId,
    subMerchantId: divisionId,
    externalStoreId: storeId,
    amount: encodeAmount(request.amount),
    validUpTo: formatJakarta(expiresAt),
    urlParams: encodeUrls(request.returnUrl, notificationUrl ?? settings.notificationUrl),
  };
}

/** What surrounds the order: the same for both products. */
export function encodeAround({ request, extra = {} }: Intent<DanaDirectExtra>, settings: Settings): object {
  return {
    mcc: outletOf(settings, extra).mcc,
    envInfo: encodeEnvironment(request, extra.environment),
    extendInfo: extra.extendInfo,
  };
}

/** What is bought, by whom, and where it goes: the same for both products. */
export function encodeDetails({ request, extra = {} }: Intent<DanaDirectExtra>): object {
  return {
    orderTitle: request.title,
    merchantTransType: extra.transactionType,
    orderMemo: extra.memo,
    buyer: encodeBuyer(extra.buyer ?? {}, request.customer),
    goods: encodeGoods(request.items),
    shippingInfo: encodeShipping(request),
    extendInfo: extra.orderExtendInfo,
  };
}

function encodePayOptions(method: DanaMethod, request: CreatePayment): object[] {
  const phoneNumber = phoneOf(method, request);
  const details = { ...encodeMethod(method), transAmount: encodeAmount(request.amount) };
  return [phoneNumber === undefined ? details : { ...details, additionalInfo: { phoneNumber } }];
}

function encodeUrls(returnUrl: string, notificationUrl: string | undefined): object[] {
  const appLink = !/^https?:/i.test(returnUrl);
  const back = { url: returnUrl, type: 'PAY_RETURN', isDeeplink: appLink ? 'Y' : 'N' };
  return notificationUrl === undefined
    ? [back]
    : [back, { url: notificationUrl, type: 'NOTIFICATION', isDeeplink: 'N' }];
}
