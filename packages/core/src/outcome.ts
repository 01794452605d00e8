import type { CreateRefund } from './refund.ts';
import type { PaymentRef } from './payment.ts';

/** One rule a value breaks: which field, what the rule is, and what to do about it. Never the value itself. */
export interface Issue {
  /** Dotted path of the field: `customer.phone`. */
  readonly field: string;
  readonly rule: string;
  readonly fix: string;
}

/** Why an acquirer refused, in words every acquirer shares. */
export type DeclineReason =
  | 'invalid-request'
  | 'authentication'
  | 'not-permitted'
  | 'merchant-not-ready'
  | 'customer-account'
  | 'amount-limit'
  | 'insufficient-funds'
  | 'suspected-fraud'
  | 'wrong-status'
  | 'not-found'
  | 'inconsistent'
  | 'expired'
  | 'rate-limited'
  | 'other';

/** An explicit refusal: nothing moved. */
export interface Decline {
  readonly reason: DeclineReason;
  /** Whether the same request may succeed later, unchanged. A decline that is not retryable is final for its reference. */
  readonly retryable: boolean;
  readonly retryAfterMs?: number;
  /** The acquirer's own code. */
  readonly code: string;
  /** What usually causes it and what to do. */
  readonly hint: string;
  /** The acquirer's page on it. */
  readonly docs: string;
}

/**
 * Why a request provably never reached the acquirer.
 *
 * - `invalid`: it breaks a rule; `issues` name field, rule and fix.
 * - `reference-reused`: the reference belongs to another intent.
 * - `in-progress`: a call with this reference is running elsewhere.
 * - `aborted`: the caller's signal fired, or its deadline passed, before anything was sent.
 * - `circuit-open`: the acquirer is known to be down and is left alone for a while. No adapter of Bayar answers so: it is for
 *   a gateway wrapped in a circuit breaker.
 * - `unreachable`: DNS, refused, TLS or connect timeout.
 * - `authentication`: the acquirer's token endpoint refused our credentials.
 * - `token-unavailable`: the token endpoint did not answer usefully.
 */
export type NotSent =
  | { readonly why: 'invalid'; readonly issues: readonly Issue[] }
  | { readonly why: 'reference-reused'; readonly issues: readonly Issue[] }
  | { readonly why: 'in-progress' }
  | { readonly why: 'aborted' }
  | { readonly why: 'circuit-open'; readonly retryAfterMs: number }
  | { readonly why: 'unreachable' }
  | { readonly why: 'authentication'; readonly code: string; readonly hint: string }
  | { readonly why: 'token-unavailable' };

/** Why nobody can say yet whether it happened. */
export type Doubt =
  | 'no-answer'
  | 'connection-lost'
  | 'unreadable-answer'
  | 'acquirer-error'
  | 'unlisted-code'
  | 'already-exists'
  | 'in-progress'
  | 'rate-limited'
  | 'mismatch'
  | 'not-recorded';

/** What to ask, and of whom, to learn whether it happened. Plain JSON: keep it, and pass it to `payments.resolve`. */
export type Inquiry<Name extends string = string> = PaymentInquiry<Name> | RefundInquiry<Name>;

/** A payment's creation or cancellation in doubt. */
export interface PaymentInquiry<Name extends string = string> extends InDoubt {
  readonly operation: 'createPayment' | 'cancelPayment';
  readonly payment: PaymentRef<Name>;
}

/** A refund in doubt. */
export interface RefundInquiry<Name extends string = string> extends InDoubt {
  readonly operation: 'refundPayment';
  readonly payment: PaymentRef<Name>;
  readonly refund: CreateRefund;
}

/** Why there is doubt, and the acquirer's own code where it gave one. */
export interface InDoubt {
  readonly doubt: Doubt;
  readonly code?: string;
}

/**
 * The answer of every call that can move money: did it happen?
 *
 * - `done`: explicit success, and what the acquirer echoed is what was asked.
 * - `declined`: explicit refusal; nothing moved.
 * - `not-sent`: provably never accepted.
 * - `unknown`: it may have happened: inquire, never repeat.
 */
export type Outcome<T, Name extends string = string> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'declined'; readonly decline: Decline }
  | { readonly kind: 'not-sent'; readonly reason: NotSent }
  | { readonly kind: 'unknown'; readonly inquiry: Inquiry<Name> };

/**
 * The answer of a question that moves nothing.
 *
 * - `absent`: the acquirer knows of no such thing; when not `final`, it may be too early to know.
 * - `unavailable`: no usable answer; ask again later. `because` says why: `mismatch` means that the answer was about
 *   something else, `authentication` that our credentials were refused.
 */
export type Reading<T> =
  | { readonly kind: 'found'; readonly value: T }
  | { readonly kind: 'absent'; readonly final: boolean }
  | {
      readonly kind: 'unavailable';
      readonly because: Doubt | DeclineReason | NotSent['why'];
      /** What to change, when it is `invalid` and nothing was sent. */
      readonly issues?: readonly Issue[];
      /** The acquirer's own code, where it gave one. */
      readonly code?: string;
      readonly retryAfterMs?: number;
    };
