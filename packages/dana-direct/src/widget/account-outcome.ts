import { reveal, type Decline, type Doubt, type NotSent } from '@bayar/core';
import { attachRaw, type Result } from '@bayar/core/kit';

/** A refusal about a customer's account, with what DANA says in words: one of its codes has four meanings. */
export interface AccountDecline extends Decline {
  /** For diagnosis only: DANA words the same refusal differently from one interface to the next. */
  readonly message?: string;
}

/**
 * What came of a call about a customer's account: the four kinds of every call that changes something, though no money
 * moves. `unknown` has nobody to inquire of, so it says what to do.
 */
export type AccountOutcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'declined'; readonly decline: AccountDecline }
  | { readonly kind: 'not-sent'; readonly reason: NotSent }
  | { readonly kind: 'unknown'; readonly doubt: Doubt; readonly code?: string; readonly hint: string };

/** DANA's longest documented message. */
const MAX_MESSAGE = 150;

/** A result as an outcome; `hint` is what to do when nobody knows whether it happened. */
export function accountOutcome<T>(result: Result<T>, hint: string): AccountOutcome<T> {
  switch (result.kind) {
    case 'success':
      return { kind: 'done', value: result.value };
    case 'refused':
      return { kind: 'declined', decline: withMessage(result.decline) };
    case 'not-sent':
      return result;
    case 'absent':
      return { kind: 'unknown', doubt: 'unlisted-code', hint };
    case 'doubt':
      return {
        kind: 'unknown',
        doubt: result.doubt,
        ...(result.code === undefined ? {} : { code: result.code }),
        hint,
      };
  }
}

/** Nothing was sent, because of these. */
export function notSent<T>(...issues: readonly [field: string, rule: string, fix: string][]): AccountOutcome<T> {
  return {
    kind: 'not-sent',
    reason: { why: 'invalid', issues: issues.map(([field, rule, fix]) => ({ field, rule, fix })) },
  };
}

function withMessage(decline: Decline): AccountDecline {
  const raw = reveal(decline);
  const message = typeof raw === 'object' && raw !== null && 'responseMessage' in raw ? raw.responseMessage : undefined;
  if (typeof message !== 'string') return decline;
  return attachRaw({ ...decline, message: message.slice(0, MAX_MESSAGE) }, raw);
}
