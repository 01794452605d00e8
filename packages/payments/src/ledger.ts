import type { PaymentRecord } from './record.ts';

/**
 * Where payments are kept. All the safety of `payments` stands on two writes, each atomic among everybody who shares the
 * ledger: {@link Ledger.insert} only where nothing is, {@link Ledger.replace} only over the version before. One statement of
 * a database each, so no transaction spans two calls, and _read committed_ is isolation enough.
 *
 * Of every function:
 *
 * - A write that has answered `true` is committed, and every read that begins afterwards sees it, in any process: read
 *   from where you write, never from a replica or a cache that follows later.
 * - A record comes back equal to what was stored, as JSON keeps it, with fields this version does not know: a newer one
 *   may share the ledger.
 * - References, orders and return tokens are compared character by character, case included.
 * - What cannot be done rejects. A rejected write may have happened or not: both are coped with. `false`, `undefined` and
 *   an empty list are answers, and a failure must not pass for one.
 * - Nothing is ever removed by `payments`. A record that is removed makes its reference free: asked for again, it is paid
 *   again.
 *
 * `ledgerContract` of `@bayar/payments/ledger-contract` tests all of it that a test can see.
 */
export interface Ledger {
  /** Whether what is written survives the process. */
  readonly durable: boolean;
  /**
   * Stores a record under its reference if nothing is stored there. Of any number of inserts of one reference at once, one
   * answers `true`: who gets it sends the payment.
   *
   * @returns `false`, with nothing changed, when the reference is taken.
   */
  readonly insert: (record: PaymentRecord) => Promise<boolean>;
  /**
   * Stores a record over the one of its reference if that one's `version` is exactly one less. Of any number of replaces of
   * one version at once, one answers `true`: who gets it made the change, and the others make theirs again from there.
   * What the record is found by (`returnToken`, `order`, whether it is settled) changes with it.
   *
   * @returns `false`, with nothing changed, when another version is stored, or nothing is.
   */
  readonly replace: (record: PaymentRecord) => Promise<boolean>;
  /** The record of a reference, as the last write left it; `undefined` when there is none. */
  readonly read: (reference: string) => Promise<PaymentRecord | undefined>;
  /** The record that has this `returnToken` now: one at most, for tokens are drawn at random. `undefined` when there is none. */
  readonly readByReturnToken: (returnToken: string) => Promise<PaymentRecord | undefined>;
  /**
   * Every record that has this `order` now, in any order: the attempts to pay it. Two paid at once are noticed because each
   * looks after its own commit, and so one of them sees the other.
   */
  readonly readByOrder: (order: string) => Promise<readonly PaymentRecord[]>;
  /**
   * The first `limit` records that are not settled, in order of reference, from behind `after` (which itself is left out);
   * from the beginning where that is left out or empty. What it names may have been settled since it was listed: a sweep
   * settles the page it is on. `isSettled` says which those are; it depends on the record alone, so it can be a column.
   *
   * A page that is not full is the last: filter first, then limit. Any total order of references will do that stays the
   * same and tells all of them apart, such as that of their bytes.
   */
  readonly unsettled: (page: { readonly after?: string; readonly limit: number }) => Promise<readonly PaymentRecord[]>;
}
