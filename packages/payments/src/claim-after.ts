import type { DeclineReason, Outcome } from '@bayar/core';
import type { Claim } from './record.ts';

// What was refused is the merchant's account and not this payment: once that is mended, the reference may be used.
const ABOUT_THE_MERCHANT: ReadonlySet<DeclineReason> = new Set(['authentication', 'merchant-not-ready']);

/** What becomes of the claim on a reference after an outcome. */
export function claimAfter(outcome: Outcome<unknown>): Claim {
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
