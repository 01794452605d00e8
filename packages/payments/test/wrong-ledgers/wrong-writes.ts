import { isSettled, memoryLedger, type Ledger, type PaymentRecord } from '@bayar/payments';
import { mistaken, type WrongLedger } from './wrong-ledger.ts';

/** A ledger that looks, waits for its database, and then writes what it had decided. */
function looksFirst(decide: (known: PaymentRecord | undefined, record: PaymentRecord, write: string) => boolean) {
  return (): Ledger => {
    const rows = new Map<string, PaymentRecord>();
    const write = (name: string) => async (record: PaymentRecord) => {
      const may = decide(rows.get(record.reference), record, name);
      await Promise.resolve();
      if (may) rows.set(record.reference, structuredClone(record));
      return may;
    };
    return { ...over(() => [...rows.values()]), insert: write('insert'), replace: write('replace') };
  };
}

/** Reads over rows, right in themselves. */
function over(rows: () => PaymentRecord[]): Omit<Ledger, 'insert' | 'replace'> {
  const find = (wanted: (record: PaymentRecord) => boolean) => structuredClone(rows().filter(wanted));
  return {
    durable: false,
    read: async (reference) => find((record) => record.reference === reference)[0],
    readByReturnToken: async (token) => find((record) => record.returnToken === token)[0],
    readByOrder: async (order) => find((record) => record.order === order),
    unsettled: async ({ after = '', limit }) =>
      find((record) => record.reference > after && !isSettled(record))
        .sort((a, b) => (a.reference < b.reference ? -1 : 1))
        .slice(0, limit),
  };
}

/** What is stored is not what was given. */
function stores(spoil: (record: PaymentRecord) => PaymentRecord): () => Ledger {
  return mistaken(({ insert, replace }) => ({
    insert: (record) => insert(spoil(record)),
    replace: (record) => replace(spoil(record)),
  }));
}

function textsOf(record: PaymentRecord, text: (value: string) => string): PaymentRecord {
  const change = (_: string, value: unknown): unknown => (typeof value === 'string' ? text(value) : value);
  return JSON.parse(JSON.stringify(record), change) as PaymentRecord;
}

/** What a text of the record becomes. */
function rewrites(text: (value: string) => string): () => Ledger {
  return stores((record) => textsOf(record, text));
}

/** Ledgers that write something else than they should. */
export const wrongWrites: readonly WrongLedger[] = [
  {
    mistake: 'never inserts',
    open: mistaken(() => ({ insert: async () => false })),
    seenBy: ['inserts under a reference that is free'],
  },
  {
    mistake: 'inserts over what is there',
    open: mistaken(({ insert, read, replace }) => ({
      insert: async (record) =>
        (await insert(record)) || replace({ ...record, version: ((await read(record.reference))?.version ?? 0) + 1 }),
    })),
    seenBy: ['refuses to insert under a reference that is taken, and changes nothing'],
  },
  {
    mistake: 'looks whether a reference is free, and inserts afterwards',
    open: looksFirst((known, record, write) => (write === 'insert' ? !known : known?.version === record.version - 1)),
    seenBy: [
      'lets one of many inserts at once win, and keeps what that one wrote',
      'lets one of many replaces at once win, and keeps what that one wrote',
      'loses none of many changes made side by side',
    ],
  },
  {
    mistake: 'never replaces',
    open: mistaken(() => ({ replace: async () => false })),
    seenBy: ['replaces the version before'],
  },
  {
    mistake: 'replaces any older version',
    open: mistaken(({ read, replace }) => ({
      replace: async (record) => {
        const known = await read(record.reference);
        return (
          known !== undefined && known.version < record.version && replace({ ...record, version: known.version + 1 })
        );
      },
    })),
    seenBy: ['refuses to replace any other version, and changes nothing'],
  },
  {
    mistake: 'replaces what is not there',
    open: mistaken(({ insert, replace }) => ({
      replace: async (record) => (await insert(record)) || replace(record),
    })),
    seenBy: ['refuses to replace what is not there, and stores nothing'],
  },
  {
    mistake: 'keeps only the fields it knows',
    open: stores((record) => ({ ...record, ofALaterVersion: undefined })),
    seenBy: ['gives a record back as it was, with fields that this version does not know'],
  },
  {
    mistake: 'keeps amounts as floats of rupiah',
    open: stores((record) => {
      const { amount } = record.payment;
      const minor = Math.round(Math.fround(amount.minor / 100) * 100) as typeof amount.minor;
      return { ...record, payment: { ...record.payment, amount: { ...amount, minor } } };
    }),
    seenBy: ['gives a record back as it was, with fields that this version does not know'],
  },
  {
    mistake: 'ends a text at a null character',
    open: rewrites((text) => text.split('\u0000')[0] ?? ''),
    seenBy: ['keeps every character'],
  },
  {
    mistake: 'composes accents',
    open: rewrites((text) => text.normalize('NFC')),
    seenBy: ['keeps every character'],
  },
  {
    mistake: 'cuts a text at 64 kB',
    open: stores((record) =>
      JSON.stringify(record).length < 65_536 ? record : { ...record, metadata: { cut: 'short' } },
    ),
    seenBy: ['keeps a long record whole'],
  },
  {
    mistake: 'keeps the object it was given',
    open: () => {
      const rows = new Map<string, PaymentRecord>();
      const right = memoryLedger();
      return {
        ...right,
        insert: async (record) => {
          rows.set(record.reference, record);
          return right.insert(record);
        },
        read: async (reference) => {
          const [kept, stored] = [rows.get(reference), await right.read(reference)];
          return kept?.version === stored?.version ? kept : stored;
        },
      };
    },
    seenBy: ['shares no object with its callers'],
  },
  {
    mistake: 'answers the object it keeps',
    open: mistaken(({ read, replace }) => {
      const answered = new Map<string, PaymentRecord>();
      return {
        replace: async (record) => {
          answered.delete(record.reference);
          return replace(record);
        },
        read: async (reference) => {
          const record = answered.get(reference) ?? (await read(reference));
          if (record !== undefined) answered.set(reference, record);
          return record;
        },
      };
    }),
    seenBy: ['shares no object with its callers'],
  },
];
