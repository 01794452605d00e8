import type { Payment, PaymentStatus } from '@bayar/core';
import { defined } from '@bayar/core/kit';
import type { Evidence, PaymentEvent, PaymentEventType } from './events.ts';
import { isDead, statusOf, withFact } from './facts.ts';
import type { Outgoing, PaymentRecord } from './record.ts';

/** What has been learnt of a payment. */
export interface Learnt {
  readonly status: PaymentStatus;
  readonly evidence: Evidence;
  readonly acquirerReference?: string | undefined;
  readonly paidAt?: string | undefined;
  /** The payment as the acquirer answered our own call with it: only this may change how it is found again. */
  readonly answered?: Payment;
}

/** The record with what was learnt in it, and with the events that follow from it. */
export function learn(record: PaymentRecord, learnt: Learnt, cancelReverses: boolean, now: Date): PaymentRecord {
  const facts = withFact(record.facts, { status: learnt.status, evidence: learnt.evidence });
  const status = statusOf(facts, cancelReverses);
  const payment = merge(record.payment, learnt, status);
  // Somebody who knows its status has seen it: it exists, even where its creation was refused or is not answered yet.
  const seen = status !== 'unknown' && learnt.evidence !== 'clock';
  const claim = seen ? ({ state: 'made' } as const) : record.claim;
  const changed = { ...record, claim, facts, payment };
  return { ...changed, outbox: [...record.outbox, ...eventsOf(record, changed, learnt.evidence, now)] };
}

function merge(payment: Payment, learnt: Learnt, status: PaymentStatus): Payment {
  const { answered } = learnt;
  const open = status === 'awaiting-customer' || status === 'unknown';
  const next = answered === undefined || answered.next.type === 'none' ? payment.next : answered.next;
  return {
    ...payment,
    status,
    next: open ? next : { type: 'none' },
    locator: { ...payment.locator, ...answered?.locator },
    ...defined({
      acquirerReference: first(payment.acquirerReference, answered?.acquirerReference, learnt.acquirerReference),
      paidAt: first(payment.paidAt, answered?.paidAt, learnt.paidAt),
      expiresAt: first(payment.expiresAt, answered?.expiresAt),
      refunded: highest(payment.refunded, answered?.refunded),
    }),
  };
}

function first(...values: readonly (string | undefined)[]): string | undefined {
  return values.find((value) => value !== undefined);
}

function highest(a: Payment['refunded'], b: Payment['refunded']): Payment['refunded'] {
  if (a === undefined || b === undefined) return a ?? b;
  return a.minor >= b.minor ? a : b;
}

function eventsOf(before: PaymentRecord, after: PaymentRecord, evidence: Evidence, now: Date): Outgoing[] {
  const { status } = after.payment;
  if (status === before.payment.status || status === 'unknown' || status === 'awaiting-customer') return [];
  const late = status === 'paid' && isDead(before.payment.status);
  const types: PaymentEventType[] = late ? ['payment.paid', 'payment.paid-late'] : [`payment.${status}`];
  return types.map((type) => ({ event: paymentEvent(after, type, evidence, now) }));
}

/** An event about the payment as it now stands. */
export function paymentEvent(
  record: PaymentRecord,
  type: PaymentEventType,
  evidence: Evidence,
  now: Date,
): PaymentEvent {
  const { payment, order, metadata } = record;
  return {
    // A status is entered once, so the id is the same whenever the event is handed over again.
    id: `${payment.acquirer}:${payment.reference}:${type}`,
    type,
    at: now.toISOString(),
    payment,
    evidence,
    ...defined({ order, metadata }),
  };
}
