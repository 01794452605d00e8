import {
  UsageError,
  type CallOptions,
  type CreateRefund,
  type Gateway,
  type Outcome,
  type PaymentRef,
  type Refund,
  type Refunds,
} from '@bayar/core';
import { checkRefund } from '@bayar/core/kit';
import { keptRecordOf } from './adopt.ts';
import { firstOfEachField } from './check-options.ts';
import { isHeld, takeClaim } from './claims.ts';
import { inquireRefund } from './inquire-refund.ts';
import { gatewayOf, type Office } from './office.ts';
import type { PaymentRecord, RefundRecord } from './record.ts';
import { checkRemaining, claimRefund, isRefundOpen, refundOf, withClaim } from './refund-record.ts';
import { inDoubt, sendRefund, type Sending } from './send-refund.ts';

/** Refunds once per refund reference: claimed in the ledger before anything is sent. */
export async function refund(
  office: Office,
  ref: PaymentRef,
  request: CreateRefund,
  options: CallOptions,
): Promise<Outcome<Refund>> {
  const record = await keptRecordOf(office, ref);
  // Where the ledger says that it was made, whatever the reference at hand says.
  const gateway = gatewayOf(office, record.payment);
  if (!canRefund(gateway))
    throw new UsageError(`${record.payment.acquirer} has no refunds: ask supports(payment, 'refundPayment') first.`);
  const known = refundOf(record, request.refundReference);
  if (known !== undefined && known.claim.state !== 'released')
    return repeatRefund(office, gateway, record, known, request, options);
  const issues = firstOfEachField([
    ...checkRefund(request, record.payment, gateway.limits),
    ...checkRemaining(record, request),
  ]);
  if (issues.length > 0) return { kind: 'not-sent', reason: { why: 'invalid', issues } };
  const claimed = { ...claimRefund(record, request, takeClaim(office, options)), version: record.version + 1 };
  if (await office.ledger.replace(claimed)) return sendRefund(office, gateway, claimed, { request }, options);
  return refund(office, ref, request, options);
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
  if (isHeld(claim, office.clock.now())) return { kind: 'not-sent', reason: { why: 'in-progress' } };
  const ended = known.refund !== undefined && !isRefundOpen(known.refund);
  return ended ? { kind: 'done', value: known.refund } : settleDoubt(office, gateway, record, known, options);
}

/** Asks first. Sends the same refund again only where that cannot refund twice. */
async function settleDoubt(
  office: Office,
  gateway: Gateway & Refunds,
  record: PaymentRecord,
  known: RefundRecord,
  options: CallOptions,
): Promise<Outcome<Refund>> {
  const { request, refund: seen } = known;
  const reading = await inquireRefund(office, record.payment, request, options);
  if (reading.kind === 'found') return { kind: 'done', value: reading.value };
  const never = reading.kind === 'absent' && reading.final && seen === undefined;
  if (never || gateway.traits.recognisesRepeats.includes('refundPayment')) {
    return resend(office, gateway, record, { request, mayHaveHappened: !never }, options);
  }
  return seen === undefined ? inDoubt(record, request, 'no-answer') : { kind: 'done', value: seen };
}

/** Sends again, once among all who found the refund in the same doubt. */
async function resend(
  office: Office,
  gateway: Gateway & Refunds,
  record: PaymentRecord,
  sending: Sending,
  options: CallOptions,
): Promise<Outcome<Refund>> {
  const current = (await office.ledger.read(record.reference)) ?? record;
  const now = refundOf(current, sending.request.refundReference);
  // What was asked about it before the record changed says nothing about it now.
  if (now !== undefined && current.version !== record.version)
    return repeatRefund(office, gateway, current, now, sending.request, options);
  const claimed = { ...withClaim(current, sending.request, takeClaim(office, options)), version: current.version + 1 };
  if (await office.ledger.replace(claimed)) return sendRefund(office, gateway, claimed, sending, options);
  return resend(office, gateway, record, sending, options);
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
