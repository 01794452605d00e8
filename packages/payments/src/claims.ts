import type { CallOptions, DeclineReason, Outcome } from '@bayar/core';
import type { Office } from './office.ts';
import type { Claim } from './record.ts';

/** A claim under which something is being sent. */
export type Holding = Extract<Claim, { readonly state: 'sending' }>;

/** A call that sends holds its claim twice as long as it may take, and at least this long. */
const HELD_MS = 60_000;

// What was refused is the merchant's account and not this payment: once that is mended, the reference may be used.
const ABOUT_THE_MERCHANT: ReadonlySet<DeclineReason> = new Set(['authentication', 'merchant-not-ready']);

/** A claim taken now, by a call of that deadline. */
export function takeClaim(office: Office, { deadlineMs = 0 }: CallOptions): Holding {
  const until = new Date(office.clock.now().getTime() + Math.max(HELD_MS, deadlineMs * 2)).toISOString();
  return { state: 'sending', until, by: office.random.token() };
}

/** Whether whoever holds the claim is to be waited for: after its time it is taken for dead. */
export function isHeld(claim: Claim, now: Date): boolean {
  return claim.state === 'sending' && new Date(claim.until) > now;
}

/**
 * Whether the claim is still the one that was taken. A process that slept while another took its claim for dead may
 * report what it has seen, and not what becomes of the reference: the other's request may be under way.
 */
export function stillHolds(now: Claim | undefined, taken: Claim): boolean {
  return now?.state === 'sending' && taken.state === 'sending' && now.by === taken.by;
}

/** Whether something under the claim may have arrived already. */
export function hasDoubt(claim: Claim): boolean {
  return claim.state === 'sending' && claim.doubt !== undefined;
}

/**
 * What becomes of the claim on a reference after an outcome. What may have happened is kept whoever reports it: neither a
 * refusal nor a failure to connect says anything about another's request.
 */
export function settledClaim(now: Claim, ours: boolean, outcome: Outcome<unknown>): Claim {
  if (ours) {
    const doubt = now.state === 'sending' ? now.doubt : undefined;
    const settled = doubt === undefined || outcome.kind === 'done' || outcome.kind === 'unknown';
    return settled ? claimAfter(outcome) : { state: 'unknown', inquiry: doubt };
  }
  if (outcome.kind !== 'unknown' || now.state === 'made') return now;
  return now.state === 'sending' ? { ...now, doubt: outcome.inquiry } : claimAfter(outcome);
}

function claimAfter(outcome: Outcome<unknown>): Claim {
  switch (outcome.kind) {
    case 'done':
      return { state: 'made' };
    case 'not-sent':
      return { state: 'released' };
    case 'unknown':
      return { state: 'unknown', inquiry: outcome.inquiry };
    case 'declined': {
      const { decline } = outcome;
      const passing = decline.retryable || ABOUT_THE_MERCHANT.has(decline.reason);
      return passing ? { state: 'released' } : { state: 'declined', decline };
    }
  }
}

/** What a call that is not `done` answers: its own outcome, or how the reference stands with whoever took it over. */
export function answerUnder<T>(claim: Claim, ours: boolean, outcome: Outcome<T>): Outcome<T> {
  if (outcome.kind === 'unknown' || (ours && claim.state !== 'unknown')) return outcome;
  if (claim.state === 'unknown') return { kind: 'unknown', inquiry: claim.inquiry };
  if (claim.state === 'declined') return { kind: 'declined', decline: claim.decline };
  return { kind: 'not-sent', reason: { why: 'in-progress' } };
}
