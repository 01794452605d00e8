import type { CallOptions, CreateRefund, Gateway, Outcome, Refund, Refunds } from '@bayar/core';
import { answerUnder, settledClaim, stillHolds } from './claims.ts';
import {
  alertMismatch,
  cancelReverses,
  fromAnswer,
  isMismatch,
  record as recordChange,
  type Office,
} from './office.ts';
import type { Claim, PaymentRecord } from './record.ts';
import { refundOf, withClaim, withRefund } from './refund-record.ts';

/** A refund about to be sent. */
export interface Sending {
  readonly request: CreateRefund;
  /** It was sent before, and nobody knows what came of it. */
  readonly mayHaveHappened?: boolean;
}

/** Sends a claimed refund, and records what came of it. */
export async function sendRefund(
  office: Office,
  gateway: Gateway & Refunds,
  record: PaymentRecord,
  { request, mayHaveHappened = false }: Sending,
  options: CallOptions,
): Promise<Outcome<Refund>> {
  const answer = await gateway.refundPayment(record.payment, request, options).catch(async (error: unknown) => {
    // A mistake of the adapter is for its author to see. Whether it sent anything first, nobody knows.
    await settle(office, gateway, record, request, inDoubt(record, request, 'no-answer'));
    throw error;
  });
  // Neither a refusal nor a failure to connect says anything about the send before it.
  const says = !mayHaveHappened || answer.kind === 'done' || answer.kind === 'unknown';
  return settle(office, gateway, record, request, says ? answer : inDoubt(record, request, 'no-answer'));
}

async function settle(
  office: Office,
  gateway: Gateway,
  record: PaymentRecord,
  request: CreateRefund,
  outcome: Outcome<Refund>,
): Promise<Outcome<Refund>> {
  const { payment } = record;
  const taken = claimOf(record, request);
  const hold: { ours: boolean } = { ours: true };
  const stored = await recordChange(office, record.reference, (current) => {
    const now = claimOf(current, request);
    hold.ours = stillHolds(now, taken);
    if (outcome.kind === 'done')
      return withRefund(current, request, { ...outcome.value, payment }, cancelReverses(gateway), office.clock.now());
    return withClaim(current, request, settledClaim(now, hold.ours, outcome));
  });
  if (isMismatch(outcome)) await alertMismatch(office, payment, 'a refund');
  if (stored === 'failed') return outcome.kind === 'done' ? inDoubt(record, request, 'not-recorded') : outcome;
  // An inquiry may have seen it while it was being sent.
  const now = stored && refundOf(stored, request.refundReference);
  const seen = now?.refund;
  if (seen === undefined) return now === undefined ? outcome : answerUnder(now.claim, hold.ours, outcome);
  return { kind: 'done', value: fromAnswer(seen, outcome.kind === 'done' ? outcome.value : outcome) };
}

function claimOf(record: PaymentRecord, { refundReference }: CreateRefund): Claim {
  return refundOf(record, refundReference)?.claim ?? { state: 'released' };
}

/** It may have happened. */
export function inDoubt(
  { payment }: PaymentRecord,
  refund: CreateRefund,
  doubt: 'no-answer' | 'not-recorded',
): Outcome<Refund> {
  return { kind: 'unknown', inquiry: { operation: 'refundPayment', payment, refund, doubt } };
}
