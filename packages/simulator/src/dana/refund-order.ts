import type { Context } from '../context.ts';
import { formatJakarta, formatJakartaDay } from './jakarta-time.ts';
import { refundInProgressAmount, refuseMagicRefund } from './magic-values.ts';
import { checkMerchant } from './merchant.ts';
import { canonicalText, senAt, textAt, valueAt } from './message.ts';
import type { Message } from './message.ts';
import { done, inProgress } from './operation.ts';
import type { Answer, Operation } from './operation.ts';
import type { OrderDesk } from './order-desk.ts';
import { refundedAmount } from './order.ts';
import type { Order, Refund } from './order.ts';
import type { Refusal } from './refusal.ts';
import { exceedsLimit, inconsistentRequest, invalidAmount, invalidStatus, notPermitted } from './refusal.ts';
import { money, optional, required, text, textOrEmpty } from './rules.ts';
import type { DanaOptions } from './settings.ts';

/** How the Payment Gateway's and the Widget's refund differ on the wire. */
export interface RefundFlavour {
  readonly name: string;
  readonly path: string;
  readonly unknownOrder: () => Refusal;
}

/** Gives a payment back, in whole or in part (DANA reference §3.7, §5.4). */
export function refundOrder(desk: OrderDesk, { name, path, unknownOrder }: RefundFlavour): Operation {
  return {
    name,
    paths: [path],
    service: '58',
    auth: 'b2b',
    shape: {
      merchantId: required(text(64)),
      originalPartnerReferenceNo: required(text(64)),
      partnerRefundNo: required(text(64)),
      refundAmount: required(money),
      originalReferenceNo: optional(textOrEmpty(64)),
      originalExternalId: optional(textOrEmpty(36)),
      subMerchantId: optional(textOrEmpty(32)),
      externalStoreId: optional(textOrEmpty(64)),
      reason: optional(textOrEmpty(256)),
    },
    echo: ['originalPartnerReferenceNo', 'partnerRefundNo', 'refundAmount'],
    magic: refuseMagicRefund,
    run(message) {
      // Magic wins over the lookup and even over a repeated refund number.
      if (senAt(message, 'refundAmount') === refundInProgressAmount) return inProgress({});
      checkMerchant(message, desk.options);
      const repeated = findRefund(desk, textAt(message, 'partnerRefundNo'));
      if (repeated) {
        if (repeated.refund.content !== canonicalText(message)) throw inconsistentRequest();
        return refundAnswer(repeated.order, repeated.refund);
      }
      const order = desk.book.find(textAt(message, 'originalPartnerReferenceNo'));
      if (!order) throw unknownOrder();
      checkRefundable(desk, order, senAt(message, 'refundAmount'));
      return refundAnswer(order, openRefund(desk, order, message));
    },
  };
}

function findRefund({ book }: OrderDesk, partnerRefundNo: string): { order: Order; refund: Refund } | undefined {
  for (const order of book.all()) {
    const refund = order.refunds.find((candidate) => candidate.partnerRefundNo === partnerRefundNo);
    if (refund) return { order, refund };
  }
  return undefined;
}

function checkRefundable({ context, options }: OrderDesk, order: Order, amount: number): void {
  if (order.status !== 'SUCCESS') throw invalidStatus();
  if (amount === 0) throw invalidAmount();
  if (order.refunds.length > 0 && !options.multipleRefunds) throw notPermitted();
  if (context.clock.now() - (order.paidAt ?? 0) > options.refundWindowMs) throw notPermitted();
  if (amount > order.amount - refundedAmount(order)) throw exceedsLimit();
}

function openRefund({ context, options }: OrderDesk, order: Order, message: Message): Refund {
  const now = context.clock.now();
  const isAsync = String(valueAt(message, 'additionalInfo', 'asyncRefund')) === 'true';
  const refund: Refund = {
    partnerRefundNo: textAt(message, 'partnerRefundNo'),
    refundNo: formatJakartaDay(now) + context.random.digits(27),
    amount: senAt(message, 'refundAmount'),
    content: canonicalText(message),
    requestedAt: now,
    status: isAsync ? 'PROCESSING' : 'SUCCESS',
  };
  order.refunds.push(refund);
  settleLater(refund, context, options);
  const detail = { partnerRefundNo: refund.partnerRefundNo, amount: refund.amount, status: refund.status };
  context.record({ type: 'refund-created', reference: order.partnerReferenceNo, detail });
  return refund;
}

/** An asynchronous refund ends on the clock. */
export function settleLater(refund: Refund, { clock }: Context, { asyncRefundMs }: DanaOptions): void {
  if (refund.status === 'PROCESSING')
    clock.after(refund.requestedAt + asyncRefundMs - clock.now(), () => void (refund.status = 'SUCCESS'));
}

function refundAnswer(order: Order, refund: Refund): Answer {
  if (refund.status === 'PROCESSING') return inProgress({ originalReferenceNo: order.referenceNo });
  return done({
    originalReferenceNo: order.referenceNo,
    refundNo: refund.refundNo,
    refundTime: formatJakarta(refund.requestedAt),
  });
}
