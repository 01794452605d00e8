import { rupiah } from '@bayar/core';
import type { Ledger } from '../ledger.ts';
import type { Claim, Outgoing, PaymentRecord, RefundRecord } from '../record.ts';
import { isSettled } from '../settled.ts';
import { contractRecord, inStatus, nextOf } from './contract-record.ts';
import { expectSame, rule, type Rule } from './rule.ts';

const ALL = 1_000;

/** That what is open is found, all of it and nothing else: money waits there. */
export const paging: readonly Rule[] = [
  rule('lists what is not settled, and nothing that is', async (ledger) => {
    const records = inEveryState();
    for (const record of records) await ledger.insert(record);
    const open = records.filter((record) => !isSettled(record));
    expectSame('unsettled', referencesOf(await ledger.unsettled({ limit: ALL })).sort(), referencesOf(open).sort());
    const [first] = await ledger.unsettled({ limit: 1 });
    expectSame('a record of unsettled', first, await ledger.read(first?.reference ?? ''));
  }),
  rule('knows of every replace whether it settles', async (ledger) => {
    const open = contractRecord('INV-1');
    const settled = nextOf(inStatus(open, 'paid'));
    await ledger.insert(open);
    await ledger.replace(settled);
    expectSame('unsettled once it is paid', await ledger.unsettled({ limit: ALL }), []);
    const reopened = nextOf(settled, { outbox: [event(settled)] });
    await ledger.replace(reopened);
    expectSame('unsettled while an event waits', await ledger.unsettled({ limit: ALL }), [reopened]);
  }),
  rule('fills every page but the last, and lists each record once', async (ledger) => {
    const open = ['A-1', 'A1', 'A-10', 'A-2', 'a-1', 'a-2', 'B', 'b', '0', 'Z-', 'z'];
    // Between them, what is settled: a page is filled by what is left of it.
    const closed = ['A-11', 'A-3', 'A-30', 'a-3', 'b-1', '00', 'Z--'];
    for (const reference of open) await ledger.insert(contractRecord(reference));
    for (const reference of closed) await ledger.insert(inStatus(contractRecord(reference), 'paid'));
    const whole = referencesOf(await ledger.unsettled({ limit: ALL }));
    expectSame('unsettled in one page', [...whole].sort(), [...open].sort());
    for (const limit of [1, 2, 3, 4, open.length]) {
      expectSame(`unsettled in pages of ${limit}`, await readPages(ledger, limit, open.length), whole);
    }
  }),
  rule('goes on behind a record that has been settled since it was listed', async (ledger) => {
    const records = ['INV-1', 'INV-2', 'INV-3', 'INV-4'].map((reference) => contractRecord(reference));
    for (const record of records) await ledger.insert(record);
    const whole = await ledger.unsettled({ limit: ALL });
    const [, last] = whole;
    if (last === undefined) throw new Error('unsettled: got fewer records than there are');
    await ledger.replace(nextOf(inStatus(last, 'paid')));
    expectSame(
      'unsettled behind it',
      referencesOf(await ledger.unsettled({ after: last.reference, limit: ALL })),
      referencesOf(whole.slice(2)),
    );
  }),
];

async function readPages(ledger: Ledger, limit: number, total: number): Promise<string[]> {
  const seen: string[] = [];
  for (let after = ''; seen.length <= total; after = seen.at(-1) ?? '') {
    const page = await ledger.unsettled({ after, limit });
    if (page.length > limit) throw new Error(`unsettled with limit ${limit}: got a page of ${page.length}`);
    seen.push(...referencesOf(page));
    if (page.length < limit) return seen;
  }
  throw new Error(`unsettled in pages of ${limit}: got more than the ${total} records there are: ${seen.join(', ')}`);
}

function referencesOf(records: readonly PaymentRecord[]): string[] {
  return records.map(({ reference }) => reference);
}

function inEveryState(): PaymentRecord[] {
  const paid = (reference: string): PaymentRecord => inStatus(contractRecord(reference), 'paid');
  const sending = { state: 'sending', until: '2026-09-01T03:01:00.000Z', by: 'another-process' } as const;
  const inDoubt = contractRecord('unknown');
  const inquiry = { operation: 'createPayment', payment: inDoubt.payment, doubt: 'no-answer' } as const;
  const decline = { reason: 'other', retryable: false, code: '1', hint: '', docs: 'https://docs.example' } as const;
  return [
    contractRecord('awaiting'),
    inStatus(contractRecord('processing'), 'processing'),
    inStatus(contractRecord('expired'), 'expired'),
    inStatus(contractRecord('sending', { claim: sending }), 'unknown'),
    inStatus({ ...inDoubt, claim: { state: 'unknown', inquiry } }, 'unknown'),
    inStatus(contractRecord('declined', { claim: { state: 'declined', decline } }), 'unknown'),
    inStatus(contractRecord('released', { claim: { state: 'released' } }), 'unknown'),
    paid('paid'),
    { ...paid('paid-and-waiting'), outbox: [event(paid('paid-and-waiting'))] },
    { ...paid('refunding'), refunds: [refund(sending)] },
    { ...paid('refused-a-refund'), refunds: [refund({ state: 'declined', decline })] },
  ];
}

function event({ payment }: PaymentRecord): Outgoing {
  const { reference } = payment;
  return {
    event: {
      id: `one:${reference}:payment.paid`,
      type: 'payment.paid',
      at: '2026-09-01T03:00:30.000Z',
      payment,
      evidence: 'signature',
    },
  };
}

function refund(claim: Claim): RefundRecord {
  return { request: { refundReference: 'R-1', amount: rupiah(5_000) }, claim };
}
