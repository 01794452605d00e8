import { describe, expect, it } from 'vitest';
import { memoryLedger, type Ledger } from '@bayar/payments';
import { ledgerContract } from '@bayar/payments/ledger-contract';
import { wrongReads } from './wrong-ledgers/wrong-reads.ts';
import { wrongWrites } from './wrong-ledgers/wrong-writes.ts';

const wrongLedgers = [...wrongWrites, ...wrongReads];

describe('the ledger in memory', () => {
  for (const { name, run } of ledgerContract(memoryLedger)) it(name, run);
});

/** The names of the assertions that a ledger does not hold to. */
async function brokenBy(open: () => Ledger | readonly Ledger[]): Promise<string[]> {
  const broken: string[] = [];
  for (const { name, run } of ledgerContract(open)) await run().catch(() => broken.push(name));
  return broken;
}

describe('the ledger contract', () => {
  it.each(wrongLedgers)('sees a ledger that $mistake', async ({ open, seenBy }) => {
    expect(await brokenBy(open)).toEqual(expect.arrayContaining([...seenBy]));
  });

  it('has no assertion that nothing breaks', () => {
    const seen = new Set(wrongLedgers.flatMap(({ seenBy }) => seenBy));
    expect(ledgerContract(memoryLedger).map(({ name }) => name)).toEqual(expect.arrayContaining([...seen]));
    expect(ledgerContract(memoryLedger).filter(({ name }) => !seen.has(name))).toEqual([]);
  });

  it('uses several ledgers in turn: two that do not share their storage break it', async () => {
    expect(await brokenBy(() => [memoryLedger(), memoryLedger()])).toContain(
      'lets one of many inserts at once win, and keeps what that one wrote',
    );
  });

  it('says what the ledger did instead, and shows no more of a record than it needs', async () => {
    const open = () => ({ ...memoryLedger(), insert: async () => true, read: async () => undefined });
    const errors: Error[] = [];
    for (const { run } of ledgerContract(open)) await run().catch((error: unknown) => errors.push(error as Error));
    const messages = errors.map(({ message }) => message);
    expect(messages).toContain('insert under a reference that is taken: expected false, got true');
    expect(messages.filter((message) => message.length > 1_000)).toEqual([]);
  });

  it('asks for a ledger', async () => {
    const [first] = ledgerContract(() => []);
    await expect(first?.run()).rejects.toThrow('open() answered no ledger.');
  });
});
