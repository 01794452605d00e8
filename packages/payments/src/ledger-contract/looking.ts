import type { PaymentRecord } from '../record.ts';
import { contractRecord, nextOf } from './contract-record.ts';
import { expectSame, rule, type Rule } from './rule.ts';

/** That a record is found by what it has, and by nothing it had. */
export const looking: readonly Rule[] = [
  rule('finds nothing where nothing is', async (ledger) => {
    await ledger.insert(contractRecord('INV-1', { order: 'ORDER-1' }));
    expectSame('read of a free reference', await ledger.read('INV-2'), undefined);
    expectSame('readByReturnToken of no token', await ledger.readByReturnToken('token-of-INV-2'), undefined);
    expectSame('readByOrder of no order', await ledger.readByOrder('ORDER-2'), []);
  }),
  rule('finds a record by the return token it has now', async (ledger) => {
    const before = contractRecord('INV-1', { returnToken: 'before' });
    const after = nextOf(before, { returnToken: 'after' });
    await ledger.insert(contractRecord('INV-2'));
    await ledger.insert(before);
    expectSame('readByReturnToken after an insert', await ledger.readByReturnToken('before'), before);
    await ledger.replace(after);
    expectSame('readByReturnToken of a new token', await ledger.readByReturnToken('after'), after);
    expectSame('readByReturnToken of a former token', await ledger.readByReturnToken('before'), undefined);
  }),
  rule('finds every record of the order it has now, and no other', async (ledger) => {
    const first = contractRecord('INV-1', { order: 'ORDER-1' });
    const second = contractRecord('INV-2', { order: 'ORDER-1' });
    for (const record of [first, second, contractRecord('INV-3', { order: 'ORDER-2' }), contractRecord('INV-4')]) {
      await ledger.insert(record);
    }
    expectSame('readByOrder', inOrder(await ledger.readByOrder('ORDER-1')), [first, second]);
    const moved = nextOf(second, { order: 'ORDER-2' });
    await ledger.replace(moved);
    expectSame('readByOrder of a former order', await ledger.readByOrder('ORDER-1'), [first]);
    expectSame('readByOrder of a new order', inOrder(await ledger.readByOrder('ORDER-2')).at(0), moved);
  }),
  rule('tells apart what differs in case only', async (ledger) => {
    const upper = contractRecord('INV-A', { order: 'ORDER-A' });
    const lower = contractRecord('inv-a', { order: 'order-a', returnToken: 'TOKEN-OF-INV-A' });
    await ledger.insert(upper);
    expectSame('insert under a reference that differs in case', await ledger.insert(lower), true);
    expectSame('read of the first', await ledger.read('INV-A'), upper);
    expectSame('read of the second', await ledger.read('inv-a'), lower);
    expectSame('readByOrder', await ledger.readByOrder('ORDER-A'), [upper]);
    expectSame('readByReturnToken', await ledger.readByReturnToken('TOKEN-OF-INV-A'), lower);
  }),
];

function inOrder(records: readonly PaymentRecord[]): PaymentRecord[] {
  return [...records].sort((a, b) => (a.reference < b.reference ? -1 : 1));
}
