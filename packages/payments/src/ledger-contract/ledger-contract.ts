import type { Ledger } from '../ledger.ts';
import type { Rule } from './rule.ts';
import { keeping } from './keeping.ts';
import { looking } from './looking.ts';
import { paging } from './paging.ts';
import { writing } from './writing.ts';

/** One thing every ledger must hold to. Any test runner takes it: `it(name, run)`. */
export interface LedgerAssertion {
  /** A sentence about the ledger: "refuses to insert under a reference that is taken, and changes nothing". */
  readonly name: string;
  /** Rejects with an `Error` that says what the ledger did instead. */
  readonly run: () => Promise<void>;
}

/**
 * What every {@link Ledger} must hold to, as assertions for any test runner.
 *
 * @param open - called once per assertion. Answers an empty ledger; or several over the same empty storage, as several
 *   processes would hold it: then they are used in turn, and at once.
 *
 * @example
 * ```ts
 * for (const { name, run } of ledgerContract(() => openEmptyLedger())) it(name, run);
 * ```
 */
export function ledgerContract(
  open: () => Ledger | readonly Ledger[] | Promise<Ledger | readonly Ledger[]>,
): readonly LedgerAssertion[] {
  const rules: readonly Rule[] = [...writing, ...keeping, ...looking, ...paging];
  return rules.map(({ name, hold }) => ({ name, run: async () => hold(inTurn([await open()].flat())) }));
}

// Each call goes to the next, so that what one wrote another is asked for.
function inTurn(ledgers: readonly Ledger[]): Ledger {
  let turn = 0;
  const next = (): Ledger => {
    const ledger = ledgers[turn++ % ledgers.length];
    if (ledger === undefined) throw new Error('open() answered no ledger.');
    return ledger;
  };
  return {
    durable: next().durable,
    insert: (record) => next().insert(record),
    replace: (record) => next().replace(record),
    read: (reference) => next().read(reference),
    readByReturnToken: (returnToken) => next().readByReturnToken(returnToken),
    readByOrder: (order) => next().readByOrder(order),
    unsettled: (page) => next().unsettled(page),
  };
}
