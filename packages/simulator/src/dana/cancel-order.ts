import { formatJakarta } from './jakarta-time.ts';
import { cancelInProgressReference, refuseMagicCancel } from './magic-values.ts';
import { checkMerchant } from './merchant.ts';
import { textAt } from './message.ts';
import { done, inProgress } from './operation.ts';
import type { Answer, Operation } from './operation.ts';
import type { OrderDesk } from './order-desk.ts';
import type { Order } from './order.ts';
import { invalidStatus, transactionExpired, transactionNotFound } from './refusal.ts';
import { money, optional, required, text, textOrEmpty } from './rules.ts';

/** How the Payment Gateway's and the Widget's cancellation differ on the wire. */
export interface CancelFlavour {
  readonly name: string;
  readonly path: string;
  readonly successMessage: string;
}

/** Cancels an unpaid order, or gives a recent payment back in full (DANA reference §3.6, §5.3). */
export function cancelOrder(desk: OrderDesk, { name, path, successMessage }: CancelFlavour): Operation {
  return {
    name,
    paths: [path],
    service: '57',
    auth: 'b2b',
    shape: {
      originalPartnerReferenceNo: required(text(64)),
      merchantId: required(text(64)),
      originalReferenceNo: optional(textOrEmpty(64)),
      originalExternalId: optional(textOrEmpty(36)),
      subMerchantId: optional(textOrEmpty(32)),
      reason: optional(textOrEmpty(256)),
      externalStoreId: optional(textOrEmpty(64)),
      amount: optional(money),
    },
    echo: ['originalPartnerReferenceNo'],
    magic: refuseMagicCancel,
    run(message) {
      const reference = textAt(message, 'originalPartnerReferenceNo');
      if (reference === cancelInProgressReference) return inProgress({});
      checkMerchant(message, desk.options);
      const order = desk.book.find(reference);
      if (!order) throw transactionNotFound();
      return cancel(desk, order, successMessage);
    },
  };
}

function cancel({ context, options, state }: OrderDesk, order: Order, successMessage: string): Answer {
  const repeated = order.status === 'CANCELLED' && options.repeatedCancel === 'success';
  if (!repeated) {
    if (order.status === 'CANCELLED' || order.status === 'CLOSED' || order.refunds.length > 0) throw invalidStatus();
    const paidAt = order.paidAt ?? Number.POSITIVE_INFINITY;
    if (context.clock.now() - paidAt > options.cancelWindowMs) throw transactionExpired();
    state.cancel(order);
  }
  const cancelTime = formatJakarta(order.cancelledAt ?? context.clock.now());
  return done({ originalReferenceNo: order.referenceNo, cancelTime }, successMessage);
}
