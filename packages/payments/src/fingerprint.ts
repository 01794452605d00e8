import { sha256Hex } from '@bayar/core/kit';
import type { Requested } from './requested.ts';

/**
 * Identifies what the merchant means: reference, amount, title, customer, and the `method` in each acquirer's slice of
 * `extra`. Two requests with the same fingerprint are one intent, however their return URLs, expiries or devices differ.
 */
export function fingerprint({ reference, amount, title, customer, extra }: Requested): Promise<string> {
  const meant = [reference, amount.currency, amount.minor, title, customer?.id ?? null, methodsIn(extra)];
  return sha256Hex(JSON.stringify(meant, inOrder));
}

function methodsIn(extra: Requested['extra'] = {}): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(extra).flatMap(([name, slice]) => {
      const isSlice = typeof slice === 'object' && slice !== null && 'method' in slice;
      return isSlice ? [[name, slice.method]] : [];
    }),
  );
}

// The order in which keys were written means nothing.
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
