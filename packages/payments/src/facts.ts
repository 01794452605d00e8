import type { PaymentStatus } from '@bayar/core';
import type { Fact } from './record.ts';

// Evidence only ever raises a payment: a late `expired` cannot undo `paid`, and a late `paid` revives `expired`.
// Being the highest of a set, the status does not depend on the order in which evidence arrives.
const RANK: Readonly<Record<PaymentStatus, number>> = {
  unknown: 0,
  'awaiting-customer': 1,
  processing: 2,
  expired: 3,
  failed: 4,
  cancelled: 5,
  paid: 6,
  'partially-refunded': 7,
  refunded: 8,
};

/** Adds a fact unless it is already known. */
export function withFact(facts: readonly Fact[], fact: Fact): readonly Fact[] {
  const known = facts.some(({ status, evidence }) => status === fact.status && evidence === fact.evidence);
  return known ? facts : [...facts, fact];
}

/**
 * The status the facts amount to. `cancelReverses`: at this acquirer a paid payment can be cancelled, which gives the
 * money back, so that seen both paid and cancelled it is refunded.
 */
export function statusOf(facts: readonly Fact[], cancelReverses: boolean): PaymentStatus {
  const status = facts.reduce<PaymentStatus>(
    (highest, fact) => (RANK[fact.status] > RANK[highest] ? fact.status : highest),
    'unknown',
  );
  return status === 'paid' && cancelReverses && facts.some(isCertainCancellation) ? 'refunded' : status;
}

// A notification may call an attempt the customer abandoned cancelled; only our own question settles what was paid.
function isCertainCancellation({ status, evidence }: Fact): boolean {
  return status === 'cancelled' && evidence !== 'signature' && evidence !== 'clock';
}

/** Whether the payment had ended without money, as far as anybody knew. */
export function isDead(status: PaymentStatus): boolean {
  return status === 'expired' || status === 'failed' || status === 'cancelled';
}

/** Whether the merchant has money of the payment. */
export function holdsMoney(status: PaymentStatus): boolean {
  return status === 'paid' || status === 'partially-refunded';
}

/** Whether the customer's money has been taken, given back or not. */
export function wasPaid(status: PaymentStatus): boolean {
  return RANK[status] >= RANK.paid;
}
