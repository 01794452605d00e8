import { isSettled, memoryLedger, type Ledger, type PaymentRecord } from '@bayar/payments';
import { mistaken, type WrongLedger } from './wrong-ledger.ts';

const ALL = 1_000;

/** An index that is written with the insert and then forgotten. */
function indexesOnInsert(keyOf: (record: PaymentRecord) => string | undefined, index: 'order' | 'returnToken') {
  return mistaken(({ insert, read }) => {
    const keys = new Map<string, string | undefined>();
    const find = async (key: string): Promise<PaymentRecord[]> => {
      const found = await Promise.all([...keys].filter(([, kept]) => kept === key).map(([name]) => read(name)));
      return found.filter((record) => record !== undefined);
    };
    return {
      insert: async (record) => {
        const inserted = await insert(record);
        if (inserted) keys.set(record.reference, keyOf(record));
        return inserted;
      },
      ...(index === 'order' ? { readByOrder: find } : { readByReturnToken: async (key) => (await find(key))[0] }),
    };
  });
}

const page = async ({ unsettled }: Ledger, wanted: (record: PaymentRecord) => boolean, limit: number) =>
  (await unsettled({ limit: ALL })).filter(wanted).slice(0, limit);

/** Ledgers that write what they should, and find something else. */
export const wrongReads: readonly WrongLedger[] = [
  {
    mistake: 'finds the first record for any key',
    open: mistaken(({ unsettled }) => ({
      readByReturnToken: async () => (await unsettled({ limit: 1 }))[0],
      readByOrder: () => unsettled({ limit: 1 }),
    })),
    seenBy: ['finds nothing where nothing is'],
  },
  {
    mistake: 'forgets the new return token of a replace',
    open: indexesOnInsert(({ returnToken }) => returnToken, 'returnToken'),
    seenBy: ['finds a record by the return token it has now'],
  },
  {
    mistake: 'forgets the new order of a replace',
    open: indexesOnInsert(({ order }) => order, 'order'),
    seenBy: ['finds every record of the order it has now, and no other'],
  },
  {
    mistake: 'answers one attempt of an order',
    open: mistaken(({ readByOrder }) => ({ readByOrder: async (order) => (await readByOrder(order)).slice(0, 1) })),
    seenBy: ['finds every record of the order it has now, and no other'],
  },
  {
    mistake: 'compares as a database may by default, without case',
    open: mistaken(({ insert, unsettled }) => ({
      insert: async (record) => {
        const known = (await unsettled({ limit: ALL })).map(({ reference }) => reference.toLowerCase());
        return !known.includes(record.reference.toLowerCase()) && insert(record);
      },
    })),
    seenBy: ['tells apart what differs in case only'],
  },
  {
    mistake: 'looks for the last record of a page among what is still open',
    open: mistaken(({ unsettled }) => ({
      unsettled: async ({ after = '', limit }) => {
        const open = await unsettled({ limit: ALL });
        const at = open.findIndex(({ reference }) => reference === after);
        return after !== '' && at === -1 ? [] : open.slice(at + 1, at + 1 + limit);
      },
    })),
    seenBy: ['goes on behind a record that has been settled since it was listed'],
  },
  {
    mistake: 'takes a paid payment for settled, whatever waits',
    open: mistaken((right) => ({
      unsettled: ({ after = '', limit }) =>
        page(right, ({ reference, payment }) => reference > after && payment.status !== 'paid', limit),
    })),
    seenBy: ['lists what is not settled, and nothing that is', 'knows of every replace whether it settles'],
  },
  {
    mistake: 'decides once whether a record is settled',
    open: mistaken(({ insert, read }) => {
      const open: string[] = [];
      return {
        insert: async (record) => {
          if (!isSettled(record)) open.push(record.reference);
          return insert(record);
        },
        unsettled: async ({ after = '', limit }) => {
          const behind = open
            .filter((reference) => reference > after)
            .sort()
            .slice(0, limit);
          return (await Promise.all(behind.map(read))).filter((record) => record !== undefined);
        },
      };
    }),
    seenBy: ['knows of every replace whether it settles'],
  },
  {
    mistake: 'limits first and filters afterwards',
    open: looksFirstAtPages(),
    seenBy: ['fills every page but the last, and lists each record once'],
  },
  {
    mistake: 'begins a page with the last record of the one before',
    open: mistaken((right) => ({
      unsettled: ({ after = '', limit }) => page(right, ({ reference }) => reference >= after, limit),
    })),
    seenBy: ['fills every page but the last, and lists each record once'],
  },
];

function looksFirstAtPages(): () => Ledger {
  return () => {
    const rows = new Map<string, PaymentRecord>();
    const right = memoryLedger();
    return {
      ...right,
      insert: async (record) => {
        const inserted = await right.insert(record);
        if (inserted) rows.set(record.reference, record);
        return inserted;
      },
      unsettled: async ({ after = '', limit }) => {
        const names = [...rows.keys()].filter((name) => name > after).sort();
        const found = await Promise.all(names.slice(0, limit).map(right.read));
        return found.filter((record) => record !== undefined).filter((record) => !isSettled(record));
      },
    };
  };
}
