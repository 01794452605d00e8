import type { Bill } from './bill.ts';

/** Everything the sandbox remembers. */
export interface Bills {
  readonly add: (bill: Bill) => void;
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

/** An empty memory. */
export function createBills(): Bills {
  const byTrxId = new Map<string, Bill>();
  const all = () => [...byTrxId.values()];
  const numbered = (billNo: string) => all().filter((bill) => bill.billNo === billNo);
  const latest = (reference: string) => byTrxId.get(reference) ?? numbered(reference).at(-1);
  return {
    add: (bill) => void byTrxId.set(bill.trxId, bill),
    all,
    numbered,
    find(trxId, billNo) {
      const bill = byTrxId.get(trxId);
      return bill?.billNo === billNo ? bill : undefined;
    },
    latest,
    known(reference) {
      const bill = latest(reference);
      if (!bill) throw new RangeError(`No bill ${reference}`);
      return bill;
    },
  };
}
