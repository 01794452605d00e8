import { describe, expect, it } from 'vitest';
import { rupiah } from '@bayar/core';
import { systemClock } from '@bayar/core/kit';
import { danaDirect } from '@bayar/dana-direct';
import { dokuDana } from '@bayar/doku-dana';
import { createPayments, type Events, type Ledger } from '@bayar/payments';
import { createSimulator } from '@bayar/simulator';
import { sqliteLedger } from '../src/sqlite-ledger.ts';
import { sweep, sweepEveryMs } from '../src/sweep.ts';
import { coffee } from './open-shop.ts';

const SECOND = 1_000;
const inAWhile = () => new Date(Date.now() + 61 * SECOND);

/** A shop whose notifications are all lost, with its ledger in a database that goes with the test. */
function openDeafShop(active: 'dana' | 'doku') {
  const simulator = createSimulator();
  simulator.faults.add({ fault: { type: 'missing-notification' }, times: 'always' });
  const ledger = sqliteLedger(':memory:');
  const { dana, doku } = simulator.settings;
  const payments = createPayments({
    acquirers: {
      dana: danaDirect(dana, { fetch: simulator.dana.fetch }),
      doku: dokuDana(doku, { fetch: simulator.doku.fetch }),
    },
    active,
    publicUrl: 'https://shop.example/pay',
    ledger,
    clock: systemClock,
  });
  const events: string[] = [];
  const note = ({ payment }: Events['payment.paid']) => void events.push(payment.reference);
  payments.on('payment.paid', note);
  payments.on('refund.succeeded', ({ refund }) => void events.push(refund.refundReference));
  const failures: unknown[] = [];
  const run = (over: Ledger = ledger, now = inAWhile()) => sweep(payments, over, (error) => failures.push(error), now);
  return { simulator, ledger, payments, events, failures, run };
}

describe('the sweep', () => {
  it('learns of what was paid although every notification was lost, page by page, once', async () => {
    const shop = openDeafShop('dana');
    const references = Array.from({ length: 101 }, (_, index) => `INV-${1_000 + index}`);
    for (const reference of references) {
      await shop.payments.createPayment(coffee(reference));
      await shop.simulator.dana.customer.pay(reference);
    }
    await shop.run();
    await shop.run();
    expect([shop.events, shop.failures]).toEqual([references, []]);
    expect(await shop.ledger.unsettled({ limit: 1 })).toEqual([]);
  });

  it('leaves alone what the acquirer asks not to be asked about yet', async () => {
    const shop = openDeafShop('doku');
    await shop.payments.createPayment(coffee('INV-1'));
    await shop.run(shop.ledger, new Date());
    const inquiries = () => shop.simulator.timeline().filter(({ request }) => request?.path.endsWith('/status'));
    expect(inquiries()).toHaveLength(0);
    await shop.run();
    expect(inquiries()).toHaveLength(1);
  });

  it('asks about a refund in doubt', async () => {
    const shop = openDeafShop('doku');
    const outcome = await shop.payments.createPayment(coffee('INV-1'));
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    await shop.simulator.doku.customer.pay('INV-1');
    shop.simulator.faults.add({ operation: 'refund', fault: { type: 'reset', when: 'after-commit' } });
    const refund = { refundReference: 'INV-1-R1', amount: rupiah(25_000) };
    expect(await shop.payments.refundPayment(outcome.value, refund)).toMatchObject({ kind: 'unknown' });
    await shop.run();
    expect([shop.events, shop.failures]).toEqual([['INV-1-R1'], []]);
  });

  it.each(['processing', 'unknown'] as const)('asks about a refund that was last seen %s', async (status) => {
    const shop = openDeafShop('doku');
    const outcome = await shop.payments.createPayment(coffee('INV-1'));
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    await shop.simulator.doku.customer.pay('INV-1');
    const request = { refundReference: 'INV-1-R1', amount: rupiah(25_000) };
    const lost = await shop.payments.refundPayment(outcome.value, request);
    const record = await shop.ledger.read('INV-1');
    if (lost.kind !== 'done' || record === undefined) throw new Error(lost.kind);
    const refunds = [{ request, claim: { state: 'made' }, refund: { ...lost.value, status } }] as const;
    const payment = { ...record.payment, status: 'paid' } as const;
    await shop.ledger.replace({ ...record, version: record.version + 1, payment, facts: [], refunds, outbox: [] });
    shop.events.length = 0;
    await shop.run();
    expect(shop.events).toContain('INV-1-R1');
    expect(await shop.ledger.unsettled({ limit: 1 })).toEqual([]);
  });

  it('goes on after a payment it cannot ask about', async () => {
    const shop = openDeafShop('dana');
    for (const reference of ['INV-1', 'INV-2']) await shop.payments.createPayment(coffee(reference));
    await shop.simulator.dana.customer.pay('INV-2');
    const [first, second] = await shop.ledger.unsettled({ limit: 2 });
    if (first === undefined || second === undefined) throw new Error('nothing is unsettled');
    const foreign = { ...first, payment: { ...first.payment, adapter: 'another' } };
    const retired = { ...first, payment: { ...first.payment, acquirer: 'retired' } };
    await shop.run({ ...shop.ledger, unsettled: async () => [foreign, retired, second] });
    expect([shop.events, shop.failures.length]).toEqual([['INV-2'], 1]);
  });

  it('is run no more often than the slowest acquirer allows', () => {
    expect(sweepEveryMs(openDeafShop('dana').payments)).toBe(60 * SECOND);
  });
});
