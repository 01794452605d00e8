import { isSettled } from './settled.ts';
import type { Ledger } from './ledger.ts';
import type { PaymentRecord } from './record.ts';

/** A ledger in memory: for tests and trials. It forgets everything when the process ends, and its type says so. */
export function memoryLedger(): Ledger & { readonly durable: false } {
  const records = new Map<string, PaymentRecord>();
  const find = (wanted: (record: PaymentRecord) => boolean): PaymentRecord[] =>
    [...records.values()].filter(wanted).map(copy);
  return {
    durable: false,
    insert: (record) => {
      const free = !records.has(record.reference);
      if (free) records.set(record.reference, copy(record));
      return Promise.resolve(free);
    },
    replace: (record) => {
      const current = records.get(record.reference)?.version === record.version - 1;
      if (current) records.set(record.reference, copy(record));
      return Promise.resolve(current);
    },
    read: (reference) => Promise.resolve(found(records.get(reference))),
    readByReturnToken: (token) => Promise.resolve(find((record) => record.returnToken === token)[0]),
    readByOrder: (order) => Promise.resolve(find((record) => record.order === order)),
    unsettled: ({ after = '', limit }) =>
      Promise.resolve(
        find((record) => record.reference > after && !isSettled(record))
          .sort((a, b) => (a.reference < b.reference ? -1 : 1))
          .slice(0, limit),
      ),
  };
}

// What leaves or enters the ledger shares nothing with what it keeps, as with a ledger in a database.
function copy(record: PaymentRecord): PaymentRecord {
  return structuredClone(record);
}

function found(record: PaymentRecord | undefined): PaymentRecord | undefined {
  return record === undefined ? undefined : copy(record);
}
