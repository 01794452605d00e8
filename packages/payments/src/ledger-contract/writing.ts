import type { Ledger } from '../ledger.ts';
import type { PaymentRecord } from '../record.ts';
import { contractRecord, nextOf } from './contract-record.ts';
import { expectSame, rule, type Rule } from './rule.ts';

/** How many write at once. */
const CROWD = 25;
const REFERENCE = 'INV-1';

/** That of everybody who writes at once one wins, and the others learn it. */
export const writing: readonly Rule[] = [
  rule('inserts under a reference that is free', async (ledger) => {
    const record = contractRecord(REFERENCE);
    expectSame('insert under a free reference', await ledger.insert(record), true);
    expectSame('read of what was inserted', await ledger.read(REFERENCE), record);
  }),
  rule('refuses to insert under a reference that is taken, and changes nothing', async (ledger) => {
    const record = contractRecord(REFERENCE);
    await ledger.insert(record);
    const other = contractRecord(REFERENCE, { fingerprint: 'another intent', returnToken: 'another-token' });
    expectSame('insert under a reference that is taken', await ledger.insert(other), false);
    expectSame('insert of the very same record again', await ledger.insert(record), false);
    expectSame('insert of the next version', await ledger.insert(nextOf(record)), false);
    expectSame('read after refused inserts', await ledger.read(REFERENCE), record);
  }),
  rule('lets one of many inserts at once win, and keeps what that one wrote', async (ledger) => {
    const crowd = Array.from({ length: CROWD }, (_, index) =>
      contractRecord(REFERENCE, { fingerprint: `intent ${index}`, returnToken: `token-${index}` }),
    );
    await expectOneWins(ledger, crowd, 'inserts at once', (record) => ledger.insert(record));
  }),
  rule('replaces the version before', async (ledger) => {
    const first = contractRecord(REFERENCE);
    await ledger.insert(first);
    const second = nextOf(first, { fingerprint: 'changed' });
    expectSame('replace of the version before', await ledger.replace(second), true);
    const third = nextOf(second, { fingerprint: 'changed again' });
    expectSame('replace of that one in turn', await ledger.replace(third), true);
    expectSame('read after two replaces', await ledger.read(REFERENCE), third);
  }),
  rule('refuses to replace any other version, and changes nothing', async (ledger) => {
    const first = contractRecord(REFERENCE);
    const second = nextOf(first);
    const third = nextOf(second, { fingerprint: 'what is stored' });
    await ledger.insert(first);
    await ledger.replace(second);
    await ledger.replace(third);
    for (const version of [1, 2, 3, 5]) {
      const other = { ...third, version, fingerprint: 'another change' };
      expectSame(`replace of version 3 by version ${version}`, await ledger.replace(other), false);
    }
    expectSame('read after refused replaces', await ledger.read(REFERENCE), third);
  }),
  rule('refuses to replace what is not there, and stores nothing', async (ledger) => {
    for (const version of [1, 2]) {
      const answer = await ledger.replace(contractRecord(REFERENCE, { version }));
      expectSame(`replace by version ${version} where nothing is`, answer, false);
    }
    expectSame('read after them', await ledger.read(REFERENCE), undefined);
  }),
  rule('lets one of many replaces at once win, and keeps what that one wrote', async (ledger) => {
    const first = contractRecord(REFERENCE);
    await ledger.insert(first);
    const crowd = Array.from({ length: CROWD }, (_, index) => nextOf(first, { fingerprint: `change ${index}` }));
    await expectOneWins(ledger, crowd, 'replaces of one version at once', (record) => ledger.replace(record));
  }),
  rule('loses none of many changes made side by side', async (ledger) => {
    await ledger.insert(contractRecord(REFERENCE));
    const marks = Array.from({ length: CROWD }, (_, index) => `change ${index}`);
    await Promise.all(marks.map((mark) => addMark(ledger, mark)));
    const kept = await ledger.read(REFERENCE);
    expectSame('changes that were kept', Object.keys(kept?.metadata ?? {}).sort(), [...marks].sort());
    expectSame('version after them', kept?.version, CROWD + 1);
  }),
];

async function expectOneWins(
  ledger: Ledger,
  crowd: readonly PaymentRecord[],
  asked: string,
  write: (record: PaymentRecord) => Promise<boolean>,
): Promise<void> {
  const answers = await Promise.all(crowd.map(write));
  const winners = crowd.filter((_, index) => answers[index] === true);
  expectSame(`how many of ${crowd.length} ${asked} were answered true`, winners.length, 1);
  expectSame('read after them', await ledger.read(REFERENCE), winners[0]);
}

// As `payments` makes every change: again from the newer record when another came first, which each of the others does once.
async function addMark(ledger: Ledger, mark: string): Promise<void> {
  for (let tries = 0; tries < CROWD; tries++) {
    const current = await ledger.read(REFERENCE);
    if (current === undefined) throw new Error('read of an inserted record: got undefined');
    if (await ledger.replace(nextOf(current, { metadata: { ...current.metadata, [mark]: 'made' } }))) return;
  }
  throw new Error('replace of the version just read: never answered true');
}
