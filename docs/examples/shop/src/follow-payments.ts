import type { Refund } from '@bayar/core';
import type { AlertEventType, Payments, PaymentEventType } from '@bayar/payments';
import type { Order, Orders } from './orders.ts';

const CHANGES: readonly PaymentEventType[] = [
  'payment.processing',
  'payment.paid',
  'payment.partially-refunded',
  'payment.refunded',
  'payment.cancelled',
  'payment.expired',
  'payment.failed',
];

const ALERTS: readonly AlertEventType[] = [
  'notification.refused',
  'notification.mismatch',
  'payment.unrecognised',
  'answer.mismatch',
];

/** Keeps the orders as the payments are. Whatever happens to the money arrives here, however it was learnt. */
export function followPayments(payments: Payments, orders: Orders): void {
  for (const type of CHANGES) {
    payments.on(type, ({ payment }) =>
      orders.change(payment.reference, ({ doubt }) => ({
        payment,
        doubt: doubt?.operation === 'refundPayment' ? doubt : undefined,
        notice: undefined,
      })),
    );
  }
  payments.on('payment.paid-late', ({ payment }) => orders.change(payment.reference, () => ({ paidLate: true })));
  for (const type of ['refund.succeeded', 'refund.failed'] as const) {
    payments.on(type, ({ refund }) => orders.change(refund.payment.reference, (order) => withRefund(order, refund)));
  }
  // Nothing changed, and somebody should look: a key, an address or a proxy is not what it should be.
  for (const type of ALERTS) payments.on(type, ({ acquirer, hint }) => console.warn(`${acquirer}, ${type}: ${hint}`));
}

/** The order with a refund as it now stands, and without the doubt it settles. */
export function withRefund({ refunds, doubt }: Order, refund: Refund): Partial<Order> {
  const others = refunds.filter(({ refundReference }) => refundReference !== refund.refundReference);
  return {
    refunds: [...others, refund],
    doubt: doubt?.operation === 'refundPayment' ? undefined : doubt,
    notice: undefined,
  };
}
