import { money } from '@bayar/core';
import { contractRecord, nextOf } from './contract-record.ts';
import { expectSame, rule, type Rule } from './rule.ts';

const REFERENCE = 'INV-1';

/** Every character a database was ever heard to lose: the null, quotes, line ends, and what takes four bytes in UTF-8. */
const CHARACTERS =
  'Kopi \u0000 \u0007 \' " \\ \\u0000 % _ $1 ? \r\n\t é e\u0301 कॉफ़ी قهوة 咖啡 ☕ 🧋 👩‍🍳 \u2028 \uFEFF ';

/** That a record comes back as it was. */
export const keeping: readonly Rule[] = [
  rule('gives a record back as it was, with fields that this version does not know', async (ledger) => {
    const known = contractRecord(REFERENCE, { order: 'ORDER-1', metadata: { table: '7', empty: '' } });
    const amount = money(Number.MAX_SAFE_INTEGER, 'IDR');
    const later = { ofALaterVersion: { list: [null, 0, -1.5, true, '', [], {}], text: '1' } };
    const record = { ...known, payment: { ...known.payment, amount, ...later }, ...later };
    await ledger.insert(record);
    expectSame('read of what was inserted', await ledger.read(REFERENCE), record);
    const changed = nextOf(record);
    await ledger.replace(changed);
    expectSame('read of what replaced it', await ledger.read(REFERENCE), changed);
  }),
  rule('keeps every character', async (ledger) => {
    const record = contractRecord(REFERENCE, { metadata: { [CHARACTERS]: CHARACTERS }, returnUrl: CHARACTERS });
    await ledger.insert(record);
    expectSame('read of unusual characters', await ledger.read(REFERENCE), record);
  }),
  rule('keeps a long record whole', async (ledger) => {
    const long = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`field ${index}`, '☕'.repeat(1_000)]));
    const record = contractRecord(REFERENCE, { metadata: long });
    await ledger.insert(record);
    expectSame('read of a record of 600 kB', await ledger.read(REFERENCE), record);
  }),
  rule('shares no object with its callers', async (ledger) => {
    const given = contractRecord(REFERENCE);
    await ledger.insert(given);
    Object.assign(given.payment, { status: 'paid' });
    expectSame('read after the caller changed its own object', await ledger.read(REFERENCE), contractRecord(REFERENCE));
    for (const read of [await ledger.read(REFERENCE), ...(await ledger.unsettled({ limit: 1 }))]) {
      Object.assign(read?.payment ?? {}, { status: 'paid' });
    }
    expectSame('read after a reader changed its own object', await ledger.read(REFERENCE), contractRecord(REFERENCE));
  }),
];
