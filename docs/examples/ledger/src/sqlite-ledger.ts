import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { isSettled, type Ledger, type PaymentRecord } from '@bayar/payments';

// A commit has reached the disk when it answers, and a second process waits for its turn instead of failing.
const TABLE = `
  PRAGMA busy_timeout = 5000;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS payments (
    reference TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    order_id TEXT,
    return_token TEXT NOT NULL,
    settled INTEGER NOT NULL,
    record TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS payments_by_order ON payments (order_id) WHERE order_id IS NOT NULL;
  CREATE INDEX IF NOT EXISTS payments_by_return_token ON payments (return_token);
  CREATE INDEX IF NOT EXISTS payments_unsettled ON payments (reference) WHERE settled = 0;
`;

/** A ledger in a file of SQLite, for any number of processes of one machine. */
export function sqliteLedger(file: string): Ledger & { readonly close: () => void } {
  const database = new DatabaseSync(file);
  database.exec(TABLE);
  const insert = database.prepare(`
    INSERT INTO payments VALUES (:reference, :version, :order, :returnToken, :settled, :record)
    ON CONFLICT (reference) DO NOTHING`);
  const replace = database.prepare(`
    UPDATE payments
    SET version = :version, order_id = :order, return_token = :returnToken, settled = :settled, record = :record
    WHERE reference = :reference AND version = :version - 1`);
  const find = (where: string) => {
    const statement = database.prepare(`SELECT record FROM payments WHERE ${where}`);
    return (...values: SQLInputValue[]) =>
      statement.all(...values).map(({ record }) => JSON.parse(String(record)) as PaymentRecord);
  };
  const byReference = find('reference = ?');
  const byReturnToken = find('return_token = ?');
  const byOrder = find('order_id = ?');
  const unsettled = find('settled = 0 AND reference > ? ORDER BY reference LIMIT ?');
  return {
    durable: true,
    insert: async (record) => insert.run(rowOf(record)).changes === 1,
    replace: async (record) => replace.run(rowOf(record)).changes === 1,
    read: async (reference) => byReference(reference)[0],
    readByReturnToken: async (returnToken) => byReturnToken(returnToken)[0],
    readByOrder: async (order) => byOrder(order),
    unsettled: async ({ after = '', limit }) => unsettled(after, limit),
    close: () => database.close(),
  };
}

function rowOf(record: PaymentRecord): Record<string, SQLInputValue> {
  const { reference, version, order = null, returnToken } = record;
  return { reference, version, order, returnToken, settled: Number(isSettled(record)), record: JSON.stringify(record) };
}
