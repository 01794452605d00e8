// Beside the value, not in it: a payment stays plain data, and its raw answer never travels into a log or a store with it.
const raw = new WeakMap<object, unknown>();

/**
 * The acquirer's raw answer behind a payment, a refund or a decline that this process received: for support tickets. It
 * may hold personal data. `undefined` for values that came out of a store.
 */
export function reveal(value: object): unknown {
  return raw.get(value);
}

/** Remembers the raw answer behind a value. For adapters. */
export function attachRaw<T extends object>(value: T, answer: unknown): T {
  raw.set(value, answer);
  return value;
}
