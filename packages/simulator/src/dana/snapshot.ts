import type { Context } from '../context.ts';
import type { SimulatedPayment } from '../payments.ts';
import { codePagePath } from './code-page.ts';
import type { Order } from './order.ts';

/** An order as plain data, for tests and operators. */
export function snapshotOf(order: Order, context: Context): SimulatedPayment {
  return {
    acquirer: 'dana',
    reference: order.partnerReferenceNo,
    acquirerReference: order.referenceNo,
    amount: order.amount,
    status: order.status,
    charges: order.charges,
    refunds: order.refunds.map(({ partnerRefundNo, amount, status }) => ({
      reference: partnerRefundNo,
      amount,
      status,
    })),
    pageUrl: context.origin.web + (order.pagePath || codePagePath(order)),
    returnUrl: order.returnUrl,
    createdAt: order.createdAt,
    expiresAt: order.expiresAt,
    deliveries: [...order.deliveries],
  };
}
