import { money, type CreateRefund, type Issue, type Money, type Refund, type RefundStatus } from '@bayar/core';
import { defined, moneyInWords } from '@bayar/core/kit';
import { learn } from './learn.ts';
import type { Claim, Outgoing, PaymentRecord, RefundRecord } from './record.ts';

/** The refund of that reference. */
export function refundOf(record: PaymentRecord, refundReference: string): RefundRecord | undefined {
  return record.refunds.find(({ request }) => request.refundReference === refundReference);
}

/** Claims a refund reference: in place of a released claim, or as a new one. */
export function claimRefund(record: PaymentRecord, request: CreateRefund, claim: Claim): PaymentRecord {
  const claimed: RefundRecord = { request, claim };
  const others = record.refunds.filter((known) => known.request.refundReference !== request.refundReference);
  return { ...record, refunds: [...others, claimed] };
}

/** What of the payment is not refunded, being refunded, or possibly refunded. */
export function remaining(record: PaymentRecord, except: string): Money<'IDR'> {
  const taken = record.refunds.filter((refund) => refund.request.refundReference !== except && mayHaveMoved(refund));
  const sum = taken.reduce((total, { request }) => total + request.amount.minor, 0);
  return money(record.payment.amount.minor - sum, 'IDR');
}

/** What is wrong with refunding that much of this payment. */
export function checkRemaining(record: PaymentRecord, request: CreateRefund): Issue[] {
  const left = remaining(record, request.refundReference);
  if (request.amount.minor <= left.minor) return [];
  return [
    { field: 'amount', rule: `must be at most ${moneyInWords(left)}, what is left to refund.`, fix: 'Refund less.' },
  ];
}

/** The record with a refund as it now stands, and with the events that follow. */
export function withRefund(
  record: PaymentRecord,
  request: CreateRefund,
  refund: Refund,
  cancelReverses: boolean,
  now: Date,
): PaymentRecord {
  const before = refundOf(record, request.refundReference)?.refund;
  // Answers arrive in any order: what succeeded stays so, and what ended is not under way again.
  if (before !== undefined && RANK[refund.status] < RANK[before.status]) return record;
  const changed = withClaim(record, request, { state: 'made' }, refund);
  if (refund.status === before?.status) return changed;
  const reported = { ...changed, outbox: [...changed.outbox, ...eventsOf(refund, now)] };
  if (refund.status !== 'succeeded') return reported;
  const refunded = sumSucceeded(changed);
  const status = refunded.minor >= record.payment.amount.minor ? 'refunded' : 'partially-refunded';
  const answered = { ...record.payment, refunded };
  return learn(reported, { status, evidence: 'answer', answered }, cancelReverses, now);
}

/** The record with the claim on a refund reference as it now stands; a refund that has been seen was made. */
export function withClaim(record: PaymentRecord, request: CreateRefund, claim: Claim, seen?: Refund): PaymentRecord {
  const known = refundOf(record, request.refundReference);
  const refund = seen ?? known?.refund;
  const changed: RefundRecord = {
    request: known?.request ?? request,
    claim: refund === undefined ? claim : { state: 'made' },
    ...defined({ refund }),
  };
  const others = record.refunds.filter((other) => other !== known);
  return { ...record, refunds: [...others, changed] };
}

/** Whether it is not known yet how the refund ends. */
export function isRefundOpen({ status }: Refund): boolean {
  return status === 'processing' || status === 'unknown';
}

const RANK: Readonly<Record<RefundStatus, number>> = { unknown: 0, processing: 1, failed: 2, succeeded: 3 };

function mayHaveMoved({ claim, refund }: RefundRecord): boolean {
  if (claim.state === 'made') return refund?.status !== 'failed';
  return claim.state === 'sending' || claim.state === 'unknown';
}

function sumSucceeded(record: PaymentRecord): Money<'IDR'> {
  const succeeded = record.refunds.filter(({ refund }) => refund?.status === 'succeeded');
  return money(
    succeeded.reduce((total, { request }) => total + request.amount.minor, 0),
    'IDR',
  );
}

function eventsOf(refund: Refund, now: Date): Outgoing[] {
  const { status, payment, refundReference } = refund;
  if (status !== 'succeeded' && status !== 'failed') return [];
  const type = `refund.${status}` as const;
  return [
    {
      event: {
        id: `${payment.acquirer}:${payment.reference}:${refundReference}:${type}`,
        type,
        at: now.toISOString(),
        refund,
      },
    },
  ];
}
