import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { ledgerContract } from '@bayar/payments/ledger-contract';
import { sqliteLedger } from '../src/sqlite-ledger.ts';

let folder = '';
let files = 0;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'bayar-ledger-'))));
afterAll(() => rm(folder, { recursive: true }));

const emptyFile = () => join(folder, `${++files}.db`);

describe('a ledger in SQLite', () => {
  for (const { name, run } of ledgerContract(() => sqliteLedger(emptyFile()))) it(name, run);
});

describe('a ledger in SQLite that several have open', () => {
  const openThrice = () => {
    const file = emptyFile();
    return [sqliteLedger(file), sqliteLedger(file), sqliteLedger(file)];
  };
  for (const { name, run } of ledgerContract(openThrice)) it(name, run);
});
