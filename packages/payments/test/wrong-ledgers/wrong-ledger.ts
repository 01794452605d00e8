import { memoryLedger, type Ledger } from '@bayar/payments';

/** A mistake somebody could make in a ledger, and the assertions that must see it. */
export interface WrongLedger {
  readonly mistake: string;
  readonly open: () => Ledger;
  readonly seenBy: readonly string[];
}

/** The ledger in memory with one function done wrong. */
export function mistaken(change: (right: Ledger) => Partial<Ledger>): () => Ledger {
  return () => {
    const right = memoryLedger();
    return { ...right, ...change(right) };
  };
}
