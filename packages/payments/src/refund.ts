import {
  UsageError,
  type CallOptions,
  type CreateRefund,
  type Gateway,
  type Outcome,
  type PaymentRef,
  type Reading,
  type ReadsRefunds,
  type Refund,
  type Refunds,
} from '@bayar/core';
import { checkRefund } from '@bayar/core/kit';
import { recordOf } from './adopt.ts';
import { claimAfter } from './claim-after.ts';
import { claimUntil } from './new-record.ts';
import { cancelReverses, change, gatewayOf, record as recordChange, type Office } from './office.ts';
import type { PaymentRecord, RefundRecord } from './record.ts';
import { checkRemaining, claimRefund, refundOf, withClaim, withRefund } from './refund-record.ts';

/** Refunds once per refund reference: claimed in the ledger before anything is sent. */
export async function refund(
  office: Office,
  ref: PaymentRef,
  request: CreateRefund,
  options: CallOptions,
): Promise<Outcome<Refund>> {
  const gateway = gatewayOf(office, ref);
  if (!canRefund(gateway))
    throw new UsageError(`${ref.acquirer} has no refunds: ask supports(payment, 'refundPayment') first.`);
  const record = await recordOf(office, ref);
  const known = refundOf(record, request.refundReference);
  if (known !== undefined && known.claim.state !== 'released')
    return repeatRefund(office, gateway, record, known, request, options);
  const issues = [...checkRefund(request, record.payment, gateway.limits), ...checkRemaining(record, request)];
  if (issues.length > 0) return { kind: 'not-sent', reason: { why: 'invalid', issues } };
  const claimed = { ...claimRefund(record, request, claimUntil(office, options)), version: record.version + 1 };
  if (await office.ledger.replace(claimed)) return sendRefund(office, gateway, claimed, request, options);
  return refund(office, ref, request, options);
}

/** Asks how a refund stands, where the acquirer can say, and records it. */
export async function inquireRefund(
  office: Office,
  ref: PaymentRef,
  request: CreateRefund,
  options: CallOptions,
): Promise<Reading<Refund>> {
  const gateway = gatewayOf(office, ref);
  if (!canReadRefunds(gateway)) return { kind: 'unavailable', because: 'no-answer' };
  const record = await recordOf(office, ref);
  const reading = await gateway.getRefund(record.payment, request, options);
  if (reading.kind === 'found') {
    const value = { ...reading.value, payment: record.payment };
    await change(office, ref.reference, (current) =>
      withRefund(current, request, value, cancelReverses(gateway), office.clock.now()),
    );
    return { kind: 'found', value };
  }
  return reading;
}

async function repeatRefund(
  office: Office,
  gateway: Gateway & Refunds,
  record: PaymentRecord,
  known: RefundRecord,
  request: CreateRefund,
  options: CallOptions,
): Promise<Outcome<Refund>> {
  if (known.request.amount.minor !== request.amount.minor) return reused();
  const { claim } = known;
  if (claim.state === 'declined') return { kind: 'declined', decline: claim.decline };
  const held = claim.state === 'sending' && new Date(claim.until) > office.clock.now();
  if (held) return { kind: 'not-sent', reason: { why: 'in-progress' } };
  const ended = known.refund !== undefined && known.refund.status !== 'processing';
  return ended ? { kind: 'done', value: known.refund } : settleDoubt(office, gateway, record, known, options);
}

/** Asks first. Sends the same refund again only where that cannot refund twice. */
async function settleDoubt(
  office: Office,
  gateway: Gateway & Refunds,
  record: PaymentRecord,
  { request, refund: seen }: RefundRecord,
  options: CallOptions,
): Promise<Outcome<Refund>> {
  const reading = await inquireRefund(office, record.payment, request, options);
  if (reading.kind === 'found') return { kind: 'done', value: reading.value };
  const never = reading.kind === 'absent' && reading.final;
  if (never || gateway.traits.recognisesRepeats.includes('refundPayment')) {
    return sendRefund(office, gateway, record, request, options);
  }
  if (seen !== undefined) return { kind: 'done', value: seen };
  const { payment } = record;
  return { kind: 'unknown', inquiry: { operation: 'refundPayment', payment, refund: request, doubt: 'no-answer' } };
}

async function sendRefund(
  office: Office,
  gateway: Gateway & Refunds,
  record: PaymentRecord,
  request: CreateRefund,
  options: CallOptions,
): Promise<Outcome<Refund>> {
  const outcome = await gateway.refundPayment(record.payment, request, options);
  if (outcome.kind === 'done') {
    const value = { ...outcome.value, payment: record.payment };
    const stored = await recordChange(office, record.reference, (current) =>
      withRefund(current, request, value, cancelReverses(gateway), office.clock.now()),
    );
    return stored === 'failed' ? notRecorded(record, request) : { kind: 'done', value };
  }
  await recordChange(office, record.reference, (current) => withClaim(current, request, claimAfter(outcome)));
  return outcome;
}

function notRecorded({ payment }: PaymentRecord, refund: CreateRefund): Outcome<Refund> {
  return { kind: 'unknown', inquiry: { operation: 'refundPayment', payment, refund, doubt: 'not-recorded' } };
}

function reused(): Outcome<Refund> {
  const issue = {
    field: 'refundReference',
    rule: 'already belongs to a refund of another amount.',
    fix: 'Give this refund a reference of its own.',
  };
  return { kind: 'not-sent', reason: { why: 'reference-reused', issues: [issue] } };
}

function canRefund(gateway: Gateway): gateway is Gateway & Refunds {
  return 'refundPayment' in gateway;
}

function canReadRefunds(gateway: Gateway): gateway is Gateway & ReadsRefunds {
  return 'getRefund' in gateway;
}
