import { writeSync } from 'node:fs';
import type { Ledger } from '@bayar/payments';
import { sqliteLedger } from '../src/sqlite-ledger.ts';
import { ACQUIRERS, coffee, openShop, type Acquirer, type Premises } from './open-shop.ts';

/** Where the process ends without a word. `answered`: the answer is here, and not in the ledger. */
export type Death = 'claimed' | 'answered' | 'recorded' | 'handling' | 'never';

/** What the process does. Plain JSON, its only argument. */
export interface Task {
  readonly premises: Premises;
  /** Asks to be paid under these references, by acquirer; or asks how the payment of this reference stands. */
  readonly create?: Readonly<Partial<Record<Acquirer, string>>>;
  readonly inquire?: string;
  readonly dies: Death;
}

const task = JSON.parse(process.argv[2] ?? '') as Task;
const creations = Object.entries(task.create ?? {}) as [Acquirer, string][];
let arrived = 0;

// All payments are in the same state when the process ends: the first to arrive wait for the last.
async function reach(point: Death): Promise<void> {
  if (point !== task.dies) return;
  if (++arrived >= creations.length) process.kill(process.pid, 'SIGKILL');
  await new Promise(() => undefined);
}

const kept = sqliteLedger(task.premises.file);
const ledger: Ledger = {
  ...kept,
  insert: async (record) => {
    const inserted = await kept.insert(record);
    await reach('claimed');
    return inserted;
  },
  replace: async (record) => {
    const settles = record.claim.state !== 'sending';
    if (settles) await reach('answered');
    const replaced = await kept.replace(record);
    if (settles) await reach('recorded');
    return replaced;
  },
};

await Promise.all(
  creations.map(async ([acquirer, reference]) => {
    const { kind } = await openShop(task.premises, ledger, acquirer).createPayment(coffee(reference));
    writeSync(1, kind);
  }),
);

if (task.inquire !== undefined) {
  const payments = openShop(task.premises, ledger, ACQUIRERS[0]);
  payments.on('payment.paid', async ({ id }) => {
    writeSync(1, id);
    await reach('handling');
  });
  const record = await kept.read(task.inquire);
  if (record !== undefined) await payments.getPayment(record.payment);
}
