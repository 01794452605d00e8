import { formatJakarta } from './jakarta-time.ts';
import type { Message } from './message.ts';
import { encodeMoney } from './money.ts';
import { isPaid } from './order.ts';
import type { Order } from './order.ts';

/** What a test may want different about one notification. */
export interface NotificationOverrides {
  /** `00` paid, `05` closed: to send them out of order. */
  readonly latestTransactionStatus?: string;
  /** Sen, to send another amount than the order's. */
  readonly amount?: number;
  readonly merchantId?: string;
  /** `wrong` signs with the right key over other bytes. */
  readonly signature?: 'valid' | 'wrong';
  readonly delayMs?: number;
  /** DANA was seen to write both. */
  readonly times?: 'iso' | 'epoch-ms';
  /** Adds what DANA was seen to send beyond its documents. */
  readonly extras?: boolean;
}

/** The body of one notification (DANA reference §6.1). */
export function notificationBody(order: Order, overrides: NotificationOverrides): Message {
  const latestTransactionStatus = overrides.latestTransactionStatus ?? (isPaid(order) ? '00' : '05');
  const paid = latestTransactionStatus === '00';
  const time = (ms: number) => (overrides.times === 'epoch-ms' ? String(ms) : formatJakarta(ms));
  const finishedAt = order.paidAt ?? order.cancelledAt ?? order.closedAt ?? order.createdAt;
  const isQris = order.method?.payOption === 'NETWORK_PAY_PG_QRIS';
  return {
    amount: encodeMoney(overrides.amount ?? order.amount),
    originalReferenceNo: order.referenceNo,
    merchantId: overrides.merchantId ?? order.merchantId,
    ...(order.subMerchantId && { subMerchantId: order.subMerchantId }),
    // QRIS deliveries spell the field differently from every other (DANA reference §6.1).
    ...(order.externalStoreId && { [isQris ? 'externalStoreID' : 'externalStoreId']: order.externalStoreId }),
    latestTransactionStatus,
    additionalInfo: paid
      ? { ...paidInfo(order, time(finishedAt), overrides.extras), ...(overrides.extras && extras) }
      : closedInfo(order),
    originalPartnerReferenceNo: order.partnerReferenceNo,
    createdTime: time(order.createdAt),
    finishedTime: time(finishedAt),
    transactionStatusDesc: paid ? 'SUCCESS' : order.status === 'SUCCESS' ? 'CLOSED' : order.status,
  };
}

function paidInfo(order: Order, paidTime: string, nested = false): Message {
  const amount = encodeMoney(order.amount);
  const { payMethod, payOption } = order.method ?? { payMethod: 'BALANCE', payOption: '' };
  const option = { transAmount: amount, payAmount: amount, payMethod, ...(payOption && { payOption }) };
  return {
    paidTime,
    paymentInfo: {
      payOptionInfos: [option],
      ...(nested && { payRequestExtendInfo: JSON.stringify({ cashier: JSON.stringify({ version: '"1"' }) }) }),
      extendInfo: JSON.stringify({ externalPromoInfos: [] }),
    },
  };
}

function closedInfo(order: Order): Message {
  const closedReason = order.status === 'CLOSED' ? 'ORDER_EXPIRED' : 'USER_CANCELLED';
  return { extendInfo: JSON.stringify({ closedReason }) };
}

/** Fields no document describes: an address longer than its limit, and an amount that is not money (DANA reference §6.1). */
const extras: Message = {
  shopInfo: {
    shopId: '216660000000000000001',
    shopName: 'Toko',
    shopAddress: JSON.stringify({ address1: 'Jl. '.repeat(62) }),
  },
  tipsAmount: {
    amount: '0.0',
    cent: '0',
    centFactor: '100',
    currency: 'IDR',
    currencyCode: 'IDR',
    currencyValue: '360',
  },
};
