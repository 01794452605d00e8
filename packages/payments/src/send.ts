import type { CallOptions, CreateOptions, Gateway, Needing, Need, NotSent, Outcome, Payment } from '@bayar/core';
import { defined } from '@bayar/core/kit';
import { endpointUrl, notificationUrl, RETURN_PATH } from './endpoints.ts';
import { learn } from './learn.ts';
import { answerUnder, hasDoubt, settledClaim, stillHolds, takeClaim } from './claims.ts';
import {
  alertMismatch,
  cancelReverses,
  change,
  fromAnswer,
  gatewayOf,
  isMismatch,
  named,
  record as recordChange,
  type Office,
} from './office.ts';
import type { PaymentRecord } from './record.ts';

/** Reasons that prove the acquirer never accepted anything, and that another acquirer may not share. */
const FAILOVER: ReadonlySet<NotSent['why']> = new Set(['unreachable', 'token-unavailable', 'circuit-open']);

/** Sends a claimed request to its acquirer, and to the next one only when it provably never left. */
export async function sendClaimed(
  office: Office,
  record: PaymentRecord,
  options: CallOptions,
  triedBefore: readonly string[] = [],
): Promise<Outcome<Payment>> {
  const gateway = gatewayOf(office, record.payment);
  const outcome = await sendOnce(office, record, gateway, options);
  const tried = [...triedBefore, record.payment.acquirer];
  const next = mayFailOver(outcome) ? office.failover.find((name) => !tried.includes(name)) : undefined;
  const moved = next === undefined ? undefined : await moveTo(office, record, next, options);
  return moved === undefined ? settle(office, record, gateway, outcome) : sendClaimed(office, moved, options, tried);
}

async function sendOnce(
  office: Office,
  record: PaymentRecord,
  gateway: Gateway,
  options: CallOptions,
): Promise<Outcome<Payment>> {
  try {
    const request = requestOf(office, record, gateway);
    const outcome = await gateway.createPayment(request, optionsOf(office, record, gateway, options));
    return renamed(outcome, record.payment.acquirer);
  } catch (error) {
    // A mistake of the adapter is for its author to see. Whether it sent anything first, nobody knows.
    const { payment } = record;
    const inquiry = { operation: 'createPayment', payment, doubt: 'no-answer' } as const;
    await settle(office, record, gateway, { kind: 'unknown', inquiry });
    throw error;
  }
}

async function settle(
  office: Office,
  record: PaymentRecord,
  gateway: Gateway,
  outcome: Outcome<Payment>,
): Promise<Outcome<Payment>> {
  const hold: { ours: boolean } = { ours: true };
  const stored = await recordChange(office, record.reference, (current) => {
    hold.ours = stillHolds(current.claim, record.claim);
    // Another holds the claim and took the payment elsewhere: what was made here is not what is stored.
    if (current.payment.acquirer !== record.payment.acquirer) return current;
    // What a notification has shown to exist meanwhile is made, whatever the answer was.
    const exists = current.payment.status !== 'unknown';
    const claim = exists ? ({ state: 'made' } as const) : settledClaim(current.claim, hold.ours, outcome);
    const claimed = { ...current, payment: located(current.payment, outcome), claim };
    if (outcome.kind !== 'done') return claimed;
    const learnt = { status: outcome.value.status, evidence: 'answer', answered: outcome.value } as const;
    return learn(claimed, learnt, cancelReverses(gateway), office.clock.now());
  });
  if (isMismatch(outcome)) await alertMismatch(office, record.payment, 'a request to be paid');
  if (stored === 'failed') return notRecorded(outcome);
  if (stored === undefined) return outcome;
  if (stored.claim.state !== 'made') return answerUnder(stored.claim, hold.ours, outcome);
  return { kind: 'done', value: fromAnswer(stored.payment, outcome.kind === 'done' ? outcome.value : outcome) };
}

// Where a payment in doubt would be found is known although nobody knows whether it exists.
function located(payment: Payment, outcome: Outcome<Payment>): Payment {
  if (outcome.kind !== 'unknown') return payment;
  return { ...payment, locator: { ...payment.locator, ...outcome.inquiry.payment.locator } };
}

// It happened, and our own ledger cannot say so: whoever asked must look again.
function notRecorded(outcome: Outcome<Payment>): Outcome<Payment> {
  if (outcome.kind !== 'done') return outcome;
  return { kind: 'unknown', inquiry: { operation: 'createPayment', payment: outcome.value, doubt: 'not-recorded' } };
}

function requestOf(office: Office, record: PaymentRecord, gateway: Gateway): Needing<Need> {
  const { extra: _, ...request } = record.request ?? {};
  const sent = {
    ...request,
    expiresAt: new Date(record.request?.expiresAt ?? 0),
    returnUrl: returnUrlOf(office, record, gateway),
  };
  // Checked against the union of needs before the claim was made.
  return sent as Needing<Need>;
}

// An app link goes out as it is: only the app can open it.
function returnUrlOf(office: Office, record: PaymentRecord, gateway: Gateway): string {
  const viaUs = gateway.traits.returnUrl === 'per-request' && /^https?:/.test(record.returnUrl);
  return viaUs
    ? endpointUrl(office.publicUrl, record.payment.acquirer, `${RETURN_PATH}/${record.returnToken}`)
    : record.returnUrl;
}

function optionsOf(office: Office, record: PaymentRecord, gateway: Gateway, options: CallOptions): CreateOptions {
  const slices = (record.request?.extra ?? {}) as Readonly<Record<string, never>>;
  const url = notificationUrl(office.publicUrl, record.payment.acquirer, gateway);
  return { ...options, ...defined({ notificationUrl: url, extra: slices[record.payment.acquirer] }) };
}

function mayFailOver(outcome: Outcome<Payment>): boolean {
  return outcome.kind === 'not-sent' && FAILOVER.has(outcome.reason.why);
}

/** Moves the payment to another acquirer; `undefined` when it was seen to exist where it is, or another sends it: elsewhere it would be a second one. */
async function moveTo(
  office: Office,
  record: PaymentRecord,
  name: string,
  options: CallOptions,
): Promise<PaymentRecord | undefined> {
  const adapter = office.acquirers[name]?.id ?? '';
  const claim = takeClaim(office, options);
  const moved = await change(office, record.reference, (current) => {
    const mayExist = current.facts.length > 0 || !stillHolds(current.claim, record.claim) || hasDoubt(current.claim);
    if (mayExist) return current;
    const payment = { ...current.payment, acquirer: name, adapter, createdAt: office.clock.now().toISOString() };
    return { ...current, claim, payment };
  });
  return moved !== undefined && stillHolds(moved.claim, claim) ? moved : undefined;
}

function renamed(outcome: Outcome<Payment>, name: string): Outcome<Payment> {
  if (outcome.kind === 'done') return { kind: 'done', value: named(outcome.value, name) };
  if (outcome.kind !== 'unknown') return outcome;
  const { inquiry } = outcome;
  return { kind: 'unknown', inquiry: { ...inquiry, payment: { ...inquiry.payment, acquirer: name } } };
}
