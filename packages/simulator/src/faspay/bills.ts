import { createKept } from '../kept.ts';
import { isOpen } from './bill.ts';
import type { Bill } from './bill.ts';
import { nearBill } from './near-bill.ts';

/** The bills the sandbox remembers. */
export interface Bills {
  /** The number of the next transaction, from 1. */
  readonly nextSequence: () => number;
  /** How many bills were ever posted. */
  readonly posted: () => number;
  /** `forget` is called when the bill goes. */
  readonly add: (bill: Bill, forget: () => void) => void;
  /** In the order they were posted. */
  readonly all: () => readonly Bill[];
  /** Every transaction of one bill number, oldest first. */
  readonly numbered: (billNo: string) => readonly Bill[];
  /** The transaction that carries both; `trx_id` and `bill_no` must belong together. */
  readonly find: (trxId: string, billNo: string) => Bill | undefined;
  /** By `trx_id`, or the latest transaction of a bill number. */
  readonly latest: (reference: string) => Bill | undefined;
  /** As `latest`, where there must be one. */
  readonly known: (reference: string) => Bill;
}

/** An empty memory. Beyond so many, the oldest bills that are closed are forgotten. */
export function createBills(keepPayments: number, postedBefore = 0): Bills {
  const byTrxId = createKept<Bill>(keepPayments, (bill) => !isOpen(bill));
  let posted = postedBefore;
  const numbered = (billNo: string) => byTrxId.all().filter((bill) => bill.billNo === billNo);
  const latest = (reference: string) => byTrxId.get(reference) ?? numbered(reference).at(-1);
  return {
    nextSequence: () => ++posted,
    posted: () => posted,
    add: (bill, forget) => byTrxId.add(bill.trxId, bill, forget),
    all: byTrxId.all,
    numbered,
    find(trxId, billNo) {
      const bill = byTrxId.get(trxId);
      return bill?.billNo === billNo ? bill : undefined;
    },
    latest,
    known(reference) {
      const bill = latest(reference);
      if (bill) return bill;
      const numbers = byTrxId.all().map(({ billNo }) => billNo);
      throw new RangeError(`Faspay has no bill ${reference}${nearBill(reference, numbers)}`);
    },
  };
}
