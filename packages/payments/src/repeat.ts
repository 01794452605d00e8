import type { CallOptions, Outcome, Payment } from '@bayar/core';
import { DEADLINE_MS } from '@bayar/core/kit';
import { isHeld, takeClaim } from './claims.ts';
import { fingerprint } from './fingerprint.ts';
import { inquire } from './inquire.ts';
import { newRecord } from './new-record.ts';
import { gatewayOf, type Office } from './office.ts';
import type { PaymentRecord } from './record.ts';
import type { Requested } from './requested.ts';
import { sendClaimed } from './send.ts';

const POLL_MS = 100;

/** What a reference that is already known is answered with: never a second payment. */
export async function repeat(
  office: Office,
  known: PaymentRecord,
  request: Requested,
  options: CallOptions,
): Promise<Outcome<Payment>> {
  const { claim } = known;
  // Nothing was made under a reference that was released: it is free for another intent too.
  if (claim.state !== 'released' && known.fingerprint !== (await fingerprint(request))) return reused();
  switch (claim.state) {
    case 'made':
      if (lacksNext(office, known.payment)) return resend(office, known, request, options);
      return { kind: 'done', value: known.payment };
    case 'declined':
      return { kind: 'declined', decline: claim.decline };
    case 'released':
      return sendAnew(office, known, request, options);
    case 'unknown':
      return settleDoubt(office, known, request, options);
    case 'sending':
      if (isHeld(claim, office.clock.now())) return waitForOther(office, known, request, options);
      return settleDoubt(office, known, request, options);
  }
}

function reused(): Outcome<Payment> {
  const issue = {
    field: 'reference',
    rule: 'already belongs to a payment with another amount, title, customer or method.',
    fix: 'Give this attempt a reference of its own.',
  };
  return { kind: 'not-sent', reason: { why: 'reference-reused', issues: [issue] } };
}

// Nothing was accepted under this reference: it starts over, at whichever acquirer is active now.
async function sendAnew(
  office: Office,
  known: PaymentRecord,
  request: Requested,
  options: CallOptions,
): Promise<Outcome<Payment>> {
  const fresh = { ...(await newRecord(office, await office.active(), request, options)), version: known.version + 1 };
  if (await office.ledger.replace(fresh)) return sendClaimed(office, fresh, options);
  return again(office, known, request, options);
}

async function waitForOther(
  office: Office,
  known: PaymentRecord,
  request: Requested,
  options: CallOptions,
): Promise<Outcome<Payment>> {
  const deadline = office.clock.now().getTime() + (options.deadlineMs ?? DEADLINE_MS);
  for (;;) {
    await office.clock.sleep(POLL_MS, options.signal);
    const current = await office.ledger.read(known.reference);
    if (current !== undefined && current.claim.state !== 'sending') return repeat(office, current, request, options);
    if (options.signal?.aborted === true || office.clock.now().getTime() >= deadline) {
      return { kind: 'not-sent', reason: { why: 'in-progress' } };
    }
  }
}

async function again(
  office: Office,
  known: PaymentRecord,
  request: Requested,
  options: CallOptions,
): Promise<Outcome<Payment>> {
  return repeat(office, (await office.ledger.read(known.reference)) ?? known, request, options);
}

/** Inquires first. Sends the stored request again only where that cannot make a second payment. */
async function settleDoubt(
  office: Office,
  known: PaymentRecord,
  request: Requested,
  options: CallOptions,
): Promise<Outcome<Payment>> {
  const reading = await inquire(office, known, options);
  const expired = new Date(known.request?.expiresAt ?? 0) <= office.clock.now();
  if (reading.kind === 'found') {
    const complete = expired || !lacksNext(office, reading.value);
    return complete ? { kind: 'done', value: reading.value } : resend(office, known, request, options);
  }
  if (reading.kind === 'absent' && reading.final) {
    // What was asked for then can no longer be paid: what is asked for now is another request.
    return expired ? sendAnew(office, known, request, options) : resend(office, known, request, options);
  }
  return inDoubt(known);
}

function inDoubt({ claim, payment }: PaymentRecord): Outcome<Payment> {
  if (claim.state === 'unknown') return { kind: 'unknown', inquiry: claim.inquiry };
  return { kind: 'unknown', inquiry: { operation: 'createPayment', payment, doubt: 'no-answer' } };
}

// An inquiry does not tell where to send the customer. Where the acquirer recognises a repeat, asking again does.
function lacksNext(office: Office, payment: Payment): boolean {
  const { recognisesRepeats } = gatewayOf(office, payment).traits;
  return (
    payment.status === 'awaiting-customer' &&
    payment.next.type === 'none' &&
    recognisesRepeats.includes('createPayment')
  );
}

async function resend(
  office: Office,
  known: PaymentRecord,
  request: Requested,
  options: CallOptions,
): Promise<Outcome<Payment>> {
  const current = (await office.ledger.read(known.reference)) ?? known;
  const { claim, payment } = current;
  // Since the inquiry another took it up, left it in a doubt of its own, or learnt that it exists.
  const changed = claim.state === 'made' ? !lacksNext(office, payment) : current.version !== known.version;
  if (changed || isHeld(claim, office.clock.now())) return repeat(office, current, request, options);
  const claimed: PaymentRecord = {
    ...current,
    version: current.version + 1,
    claim: takeClaim(office, options),
    // An acquirer that cannot find an attempt yet counts from this one, and not from the one that never arrived.
    payment: claim.state === 'made' ? payment : { ...payment, createdAt: office.clock.now().toISOString() },
  };
  // Of several who inquired at once, one sends.
  if (await office.ledger.replace(claimed)) return sendClaimed(office, claimed, options);
  return again(office, current, request, options);
}
