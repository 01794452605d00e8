import type { PaymentRecord } from './record.ts';

/**
 * Where payments are kept. Every write is atomic: that is all the safety of `payments` stands on.
 */
export interface Ledger {
  /** Whether what is written survives the process. */
  readonly durable: boolean;
  /** Stores a new record; `false` when its reference is taken. */
  readonly insert: (record: PaymentRecord) => Promise<boolean>;
  /** Stores a record over the version before it; `false` when another change came first. */
  readonly replace: (record: PaymentRecord) => Promise<boolean>;
  readonly read: (reference: string) => Promise<PaymentRecord | undefined>;
  readonly readByReturnToken: (returnToken: string) => Promise<PaymentRecord | undefined>;
  readonly readByOrder: (order: string) => Promise<readonly PaymentRecord[]>;
  /** Records whose payment, refunds or events are not settled, in order of reference, after the one named. */
  readonly unsettled: (page: { readonly after?: string; readonly limit: number }) => Promise<readonly PaymentRecord[]>;
}
