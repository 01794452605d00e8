import { describe, expect, it } from 'vitest';
import { rupiah, type Payment, type Reading, type ReadsRefunds, type Refund, type RefundStatus } from '@bayar/core';
import { createPayments, memoryLedger, type Ledger } from '@bayar/payments';
import { toyAcquirer, type Toy } from './toy-acquirer.ts';
import { toyServer, type ToyServer } from './toy-server.ts';
import { jumpingClock, openToyShop, order } from './toy-shop.ts';

const whole = { refundReference: 'R-1', amount: rupiah(25_000) };
const part = { refundReference: 'R-2', amount: rupiah(1) };

async function pay(shop: ReturnType<typeof openToyShop>): Promise<Payment<'one' | 'two'>> {
  const outcome = await shop.payments.createPayment(order('A-1'));
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  shop.one.pay('A-1');
  await shop.notify('A-1', 'paid');
  return outcome.value;
}

/** A toy that can be asked about refunds, and answers what it is told to. */
function reader(server: ToyServer, clock: ReturnType<typeof jumpingClock>, reading: () => Reading<RefundStatus>): Toy {
  const gateway: Toy = toyAcquirer({ fetch: server.fetch, clock });
  const getRefund: ReadsRefunds['getRefund'] = (ref, request): Promise<Reading<Refund>> => {
    const read = reading();
    return Promise.resolve(
      read.kind === 'found' ? { kind: 'found', value: { ...request, status: read.value, payment: ref } } : read,
    );
  };
  return { ...gateway, getRefund } as Toy;
}

async function openReader(reading: () => Reading<RefundStatus>, processes = 1) {
  const [server, clock, ledger] = [toyServer(), jumpingClock(), memoryLedger() as Ledger];
  const open = () =>
    createPayments({
      acquirers: { one: reader(server, clock, reading) },
      active: 'one',
      publicUrl: 'https://shop.example',
      ledger,
      clock,
    });
  const opened = Array.from({ length: processes }, open);
  const outcome = await opened[0]?.createPayment(order('A-1'));
  if (outcome?.kind !== 'done') throw new Error('not created');
  server.requests.length = 0;
  return { opened, payment: outcome.value, server, ledger, clock };
}

describe('a refund in doubt', () => {
  it.each([
    [['refundPayment'], 'Call refundPayment again'],
    [[], 'Look it up at the acquirer'],
  ] as const)(
    'at an acquirer that cannot be asked about refunds, and recognises %o, is resolved by saying what to do',
    async (recognisesRepeats, fix) => {
      const shop = openToyShop({ traits: { recognisesRepeats } });
      const payment = await pay(shop);
      shop.one.mishaps.push('lose-answer');
      const outcome = await shop.payments.refundPayment(payment, whole);
      if (outcome.kind !== 'unknown') throw new Error(outcome.kind);
      const sent = shop.one.requests.length;
      expect(await shop.payments.resolve(outcome.inquiry)).toMatchObject({
        kind: 'unavailable',
        because: 'invalid',
        issues: [{ field: 'refund', fix: expect.stringContaining(fix) as string }],
      });
      expect(shop.one.requests).toHaveLength(sent);
    },
  );

  it.each(['refuse-connection', 'decline', 'decline-for-now'] as const)(
    'stays in doubt when its repeat meets %s, and its money stays counted',
    async (mishap) => {
      const shop = openToyShop({ traits: { recognisesRepeats: ['refundPayment'] } });
      const payment = await pay(shop);
      shop.one.mishaps.push('lose-answer', mishap);
      await shop.payments.refundPayment(payment, whole);
      expect(await shop.payments.refundPayment(payment, whole)).toMatchObject({
        kind: 'unknown',
        inquiry: { operation: 'refundPayment', refund: whole },
      });
      expect(await shop.payments.refundPayment(payment, part)).toMatchObject({
        kind: 'not-sent',
        reason: { why: 'invalid' },
      });
    },
  );

  it('that provably never happened is sent by one of several processes', async () => {
    const { opened, payment, server } = await openReader(() => ({ kind: 'absent', final: true }), 4);
    server.mishaps.push('lose-request');
    await opened[0]?.refundPayment(payment, whole);
    server.requests.length = 0;
    await Promise.all(opened.map((payments) => payments.refundPayment(payment, whole)));
    expect(server.requests.map(({ path }) => path)).toEqual(['/refund']);
  });

  it('of which the acquirer says a word nobody knows is asked about again', async () => {
    const answers: RefundStatus[] = ['unknown', 'succeeded'];
    const { opened, payment, server, ledger } = await openReader(() => ({
      kind: 'found',
      value: answers.shift() ?? 'failed',
    }));
    server.mishaps.push('lose-answer');
    await opened[0]?.refundPayment(payment, whole);
    expect(await opened[0]?.refundPayment(payment, whole)).toMatchObject({ value: { status: 'unknown' } });
    expect(await ledger.unsettled({ limit: 9 })).toHaveLength(1);
    expect(await opened[0]?.refundPayment(payment, whole)).toMatchObject({ value: { status: 'succeeded' } });
  });

  it.each(['processing', 'unknown', 'failed'] as const)(
    'once succeeded is not undone by an older answer that says %s',
    async (older) => {
      const { opened, payment, ledger } = await openReader(() => ({ kind: 'found', value: older }));
      await opened[0]?.refundPayment(payment, whole);
      await opened[0]?.resolve({ operation: 'refundPayment', payment, refund: whole, doubt: 'no-answer' });
      const record = await ledger.read('A-1');
      expect([record?.refunds[0]?.refund?.status, record?.payment.status]).toEqual(['succeeded', 'refunded']);
    },
  );

  it('found by an inquiry while it was being sent is not lost to the answer that was', async () => {
    const { opened, payment, server, ledger } = await openReader(() => ({ kind: 'found', value: 'succeeded' }));
    server.meanwhile = async () => {
      server.meanwhile = undefined;
      await opened[0]?.resolve({ operation: 'refundPayment', payment, refund: whole, doubt: 'no-answer' });
    };
    server.mishaps.push('lose-answer');
    expect(await opened[0]?.refundPayment(payment, whole)).toMatchObject({
      kind: 'done',
      value: { status: 'succeeded' },
    });
    expect((await ledger.read('A-1'))?.refunds).toMatchObject([{ claim: { state: 'made' } }]);
  });

  it('made with another ledger is recorded whole when it is resolved', async () => {
    const { opened, payment, ledger } = await openReader(() => ({ kind: 'found', value: 'succeeded' }));
    await opened[0]?.resolve({ operation: 'refundPayment', payment, refund: whole, doubt: 'no-answer' });
    expect(await ledger.read('A-1')).toMatchObject({
      payment: { status: 'refunded', refunded: { minor: 2_500_000 } },
      refunds: [{ request: whole, claim: { state: 'made' } }],
    });
  });
});

describe('a reference that names another acquirer than the payment was made at', () => {
  it('is refunded and cancelled where the ledger says that it is', async () => {
    const shop = openToyShop();
    const payment = await pay(shop);
    const elsewhere = { ...payment, acquirer: 'two' as const };
    expect(await shop.payments.refundPayment(elsewhere, whole)).toMatchObject({ kind: 'done' });
    await shop.payments.cancelPayment(elsewhere);
    expect(shop.two.requests).toEqual([]);
  });
});
