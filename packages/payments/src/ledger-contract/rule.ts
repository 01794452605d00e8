import type { Ledger } from '../ledger.ts';

/** One thing an empty ledger is held to. */
export interface Rule {
  readonly name: string;
  readonly hold: (ledger: Ledger) => Promise<void>;
}

/** One thing, by the sentence that says it. */
export function rule(name: string, hold: Rule['hold']): Rule {
  return { name, hold };
}

/** Longest part of a value that an error shows. */
const SHOWN = 400;

/**
 * Compares as JSON does: the order of members says nothing, and one that is `undefined` is not there.
 *
 * @throws Error that says what was asked, what was expected and what came.
 */
export function expectSame(asked: string, actual: unknown, expected: unknown): void {
  const [came, wanted] = [canonical(actual), canonical(expected)];
  if (came === wanted) return;
  let at = 0;
  while (came[at] === wanted[at]) at++;
  const from = Math.max(0, at - SHOWN / 2);
  const excerpt = (text: string): string => text.slice(from, from + SHOWN);
  throw new Error(`${asked}: expected ${excerpt(wanted)}, got ${excerpt(came)}`);
}

function canonical(value: unknown): string {
  if (value === undefined) return 'undefined';
  return JSON.stringify(value, (_, member: unknown) => (isPlain(member) ? sorted(member) : member));
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
