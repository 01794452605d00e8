import type { CreateRefund, NextAction, Outcome, Payment, Reading } from '@bayar/core';
import { withRefund } from './follow-payments.ts';
import type { Notice, Order } from './orders.ts';
import type { Shop } from './shop.ts';

/** Asks to be paid, or asks again: one order is never more than one payment. Answers what the customer does next. */
export async function pay({ payments, orders }: Shop, { id, request }: Order): Promise<NextAction> {
  const outcome = await payments.createPayment(request);
  if (outcome.kind === 'done') orders.change(id, (order) => ({ ...madeSure(order, outcome.value), notice: undefined }));
  else orders.change(id, () => notDone('pay', outcome));
  return outcome.kind === 'done' ? outcome.value.next : { type: 'none' };
}

/** Cancels where the payment's acquirer can. How it ended arrives as an event. */
export async function cancel({ payments, orders }: Shop, { id, payment }: Order): Promise<void> {
  if (payment === undefined || !payments.supports(payment, 'cancelPayment')) return;
  const outcome = await payments.cancelPayment(payment);
  if (outcome.kind !== 'done') orders.change(id, () => notDone('cancel', outcome));
}

/** Gives money back where the payment's acquirer can. The same reference never refunds twice. */
export async function refund({ payments, orders }: Shop, { id, payment }: Order, request: CreateRefund): Promise<void> {
  if (payment === undefined || !payments.supports(payment, 'refundPayment')) return;
  const outcome = await payments.refundPayment(payment, request);
  orders.change(id, (order) => ({
    ...(outcome.kind === 'done' ? withRefund(order, outcome.value) : notDone('refund', outcome)),
    refundsTried: outcome.kind === 'not-sent' ? order.refundsTried : usedUp(order, request),
  }));
}

/** Learns how things stand: a call in doubt is resolved, and a payment or refund under way is inquired about. */
export async function check(shop: Shop, order: Order): Promise<void> {
  const { payments, orders } = shop;
  const { id, payment, doubt, refunds } = order;
  // Asked for again by its own reference, a refund is looked up first, and sent again only where that cannot refund twice.
  if (doubt?.operation === 'refundPayment') return refund(shop, order, doubt.refund);
  const underWay = refunds.find(({ status }) => status === 'processing');
  if (underWay !== undefined) return refund(shop, order, underWay);
  const reading = doubt === undefined ? payment && (await payments.getPayment(payment)) : await payments.resolve(doubt);
  if (reading !== undefined) orders.change(id, (current) => afterReading(current, reading));
}

function usedUp({ refundsTried }: Order, { refundReference }: CreateRefund): readonly string[] {
  return [...new Set([...refundsTried, refundReference])];
}

function afterReading(order: Order, reading: Reading<Payment>): Partial<Order> {
  if (reading.kind === 'found') return { ...madeSure(order, reading.value), notice: undefined };
  if (reading.kind === 'absent' && reading.final)
    return { doubt: undefined, notice: { about: 'pay', why: 'not-found' } };
  if (reading.kind === 'absent') return { notice: { about: 'check', why: 'too-early' } };
  const { because: why, code, issues } = reading;
  return { notice: { about: 'check', why, code, issues } };
}

// An answer proves that the payment exists. What became of it is left to the events, which are in order.
function madeSure(order: Order, answered: Payment): Partial<Order> {
  return { payment: order.payment ?? answered, doubt: undefined };
}

function notDone(about: Notice['about'], outcome: Exclude<Outcome<unknown>, { kind: 'done' }>): Partial<Order> {
  switch (outcome.kind) {
    case 'declined':
      return { notice: { about, why: outcome.decline.reason, code: outcome.decline.code } };
    case 'not-sent':
      return { notice: { about, ...outcome.reason } };
    case 'unknown':
      return {
        doubt: outcome.inquiry,
        notice: {
          about: about === 'refund' ? 'check-refund' : 'check',
          why: outcome.inquiry.doubt,
          code: outcome.inquiry.code,
        },
      };
  }
}
