import type { DeclineReason, Doubt } from '../outcome.ts';

/**
 * What one answer code means for the money.
 *
 * - `success`: it happened.
 * - `refused`: an explicit refusal; nothing moved.
 * - `doubt`: it may have happened.
 * - `absent`: the acquirer knows of no such thing; for reads.
 * - `stale-token`: our token was refused before anything was processed: renewed once, then a refusal.
 */
export type CodeMeaning =
  | { readonly means: 'success' }
  | {
      readonly means: 'refused';
      readonly reason: DeclineReason;
      readonly hint: string;
      readonly retryable: boolean;
      readonly retryAfterMs?: number;
    }
  | { readonly means: 'doubt'; readonly doubt: Doubt }
  | { readonly means: 'absent'; readonly final: boolean }
  | { readonly means: 'stale-token'; readonly hint: string };

/** Codes and their meanings. What is not listed is in doubt, never success and never failure. */
export type CodeTable = Readonly<Record<string, CodeMeaning>>;

/** It happened. */
export const success: CodeMeaning = { means: 'success' };

/** An explicit refusal that the same request will meet again. */
export function refused(reason: DeclineReason, hint: string): CodeMeaning {
  return { means: 'refused', reason, hint, retryable: false };
}

/** An explicit refusal that the same request may not meet later. */
export function refusedForNow(reason: DeclineReason, hint: string, retryAfterMs?: number): CodeMeaning {
  return { means: 'refused', reason, hint, retryable: true, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

/** It may have happened. */
export function doubtful(doubt: Doubt): CodeMeaning {
  return { means: 'doubt', doubt };
}

/** The acquirer knows of no such thing. */
export function absent(final: boolean): CodeMeaning {
  return { means: 'absent', final };
}

/** Our token was refused before anything was processed. */
export function staleToken(hint: string): CodeMeaning {
  return { means: 'stale-token', hint };
}

/** The meaning of the first of the keys that the table lists: from the most to the least specific. */
export function meaningOf(table: CodeTable, keys: readonly string[]): CodeMeaning {
  const listed = keys.find((key) => Object.hasOwn(table, key));
  return (listed === undefined ? undefined : table[listed]) ?? doubtful('unlisted-code');
}
