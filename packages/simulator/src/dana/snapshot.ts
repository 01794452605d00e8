import type { Context } from '../context.ts';
import type { SimulatedPayment } from '../payments.ts';
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
    pageUrl: order.pagePath && context.origin.web + order.pagePath,
    returnUrl: order.returnUrl,
    createdAt: order.createdAt,
    expiresAt: order.expiresAt,
    deliveries: [...order.deliveries],
  };
}
