import type { Context } from '../context.ts';
import { encodeMoney } from './money.ts';
import { formatJakarta } from './jakarta-time.ts';
import type { Order } from './order.ts';
import { isPaid } from './order.ts';
import type { DanaOptions } from './settings.ts';
import { requestToSign, signText } from './signature.ts';

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
  /** Undocumented deviations DANA was seen to make. */
  readonly times?: 'iso' | 'epoch-ms';
}

/** Tells the merchant that an order is finished (DANA reference §6). */
export interface FinishNotifier {
  /** As DANA does of its own accord: repeated until acknowledged. */
  finished(order: Order): void;
  /** Once more, now, possibly wrong. Not repeated. */
  send(order: Order, overrides: NotificationOverrides): void;
}

/** A notifier that delivers through the courier. */
export function createFinishNotifier(context: Context, options: DanaOptions): FinishNotifier {
  function deliver(order: Order, overrides: NotificationOverrides, retryAfterMs: readonly number[]): void {
    const { notifyUrl } = order;
    if (notifyUrl === undefined) return;
    const body = JSON.stringify(notificationBody(order, { times: options.notifyTimes, ...overrides }));
    const delayMs = overrides.delayMs ?? options.notifyDelayMs;
    context.courier.deliver({
      build: (now) => Promise.resolve(signedRequest(context, options, notifyUrl, body, now, overrides.signature)),
      acknowledged,
      retryAfterMs,
      ...(delayMs !== undefined && { delayMs }),
      attempted(attempt) {
        order.deliveries.push(attempt);
        const detail = { verdict: attempt.verdict, status: attempt.response?.status, problem: attempt.problem };
        context.record({ type: 'notification-attempted', reference: order.partnerReferenceNo, detail });
      },
    });
  }

  return {
    finished: (order) => deliver(order, {}, options.notifyRetryAfterMs),
    send: (order, overrides) => deliver(order, overrides, []),
  };
}

/** Signed anew for each attempt: `X-TIMESTAMP` is the time of sending (DANA reference §2.6). */
function signedRequest(
  context: Context,
  options: DanaOptions,
  url: string,
  body: string,
  now: number,
  signature: NotificationOverrides['signature'] = 'valid',
): Request {
  const timestamp = formatJakarta(now);
  const signedBody = Buffer.from(signature === 'valid' ? body : `${body} `);
  const toSign = requestToSign('POST', new URL(url).pathname, signedBody, timestamp);
  return new Request(url, {
    method: 'POST',
    body,
    headers: {
      'Channel-Id': 'DANA',
      Charset: 'UTF-8',
      'Content-Type': 'application/json',
      'User-Agent': 'Jakarta Commons-HttpClient/3.1',
      'X-External-Id': context.random.alphanumeric(32),
      'X-Partner-Id': options.clientId,
      'X-Signature': signText(toSign, options.danaKeys().privateKey),
      'X-Timestamp': timestamp,
    },
  });
}

/** Only `2005600` ends the repetition; anything else leaves the notification pending (DANA reference §6.2). */
async function acknowledged(response: Response): Promise<boolean> {
  const answer: unknown = await response.json();
  return (
    response.status === 200 &&
    typeof answer === 'object' &&
    answer !== null &&
    'responseCode' in answer &&
    answer.responseCode === '2005600'
  );
}

function notificationBody(order: Order, overrides: NotificationOverrides): Readonly<Record<string, unknown>> {
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
    additionalInfo: paid ? paidInfo(order, time(finishedAt)) : closedInfo(order),
    originalPartnerReferenceNo: order.partnerReferenceNo,
    createdTime: time(order.createdAt),
    finishedTime: time(finishedAt),
    transactionStatusDesc: paid ? 'SUCCESS' : order.status === 'SUCCESS' ? 'CLOSED' : order.status,
  };
}

function paidInfo(order: Order, paidTime: string) {
  const amount = encodeMoney(order.amount);
  const { payMethod, payOption } = order.method ?? { payMethod: 'BALANCE', payOption: '' };
  const option = { transAmount: amount, payAmount: amount, payMethod, ...(payOption && { payOption }) };
  return {
    paidTime,
    paymentInfo: { payOptionInfos: [option], extendInfo: JSON.stringify({ externalPromoInfos: [] }) },
  };
}

function closedInfo(order: Order) {
  const closedReason = order.status === 'CLOSED' ? 'ORDER_EXPIRED' : 'USER_CANCELLED';
  return { extendInfo: JSON.stringify({ closedReason }) };
}
