import { describe, expect, it } from 'vitest';
import { createSimulator, virtualClock } from '../../src/index.ts';
import type { Simulator } from '../../src/index.ts';
import { createKept } from '../../src/kept.ts';
import { createTimeline } from '../../src/timeline.ts';
import { account, callApi, paths, postOf, refusalCode, signature, start } from '../faspay/merchant.ts';
import { createMerchant } from '../doku/merchant.ts';

const open = (keepPayments: number): Simulator =>
  createSimulator({ clock: virtualClock(start), keepPayments, faspay: account, send: async () => new Response('') });

describe('payments beyond the limit', () => {
  it('are forgotten, the oldest finished one first', async () => {
    const { faspay } = open(2);
    for (const billNo of ['B1', 'B2', 'B3']) await callApi(faspay.fetch, paths.post, postOf(billNo, start));
    expect(faspay.payments().map(({ reference }) => reference)).toEqual(['B1', 'B2', 'B3']);
    await faspay.customer.pay('B2');
    const { trx_id: trxId } = await callApi(faspay.fetch, paths.post, postOf('B4', start));
    expect(faspay.payments().map(({ reference }) => reference)).toEqual(['B1', 'B3', 'B4']);
    expect(trxId).toBe('1234581900000004');
  });

  it('are unknown to the acquirer afterwards', async () => {
    const { faspay } = open(1);
    const posted = await callApi(faspay.fetch, paths.post, postOf('B1', start));
    await faspay.customer.fail('B1');
    await callApi(faspay.fetch, paths.post, postOf('B2', start));
    const inquiry = { merchant_id: '12345', bill_no: 'B1', trx_id: posted['trx_id'], signature: signature('B1') };
    expect(refusalCode(await callApi(faspay.fetch, paths.inquiry, inquiry))).toBe('14');
  });

  it('take the timer of their expiry with them', async () => {
    const simulator = open(1);
    const merchant = createMerchant(simulator);
    const later = { validUpTo: '2026-01-02T19:00:00+07:00' };
    await merchant.pay({ partnerReferenceNo: 'INV-1', ...later });
    await simulator.doku.customer.cancel('INV-1');
    await merchant.pay({ partnerReferenceNo: 'INV-2', ...later });
    await simulator.clock.advance(2 * 3_600_000);
    expect(simulator.doku.payments()).toMatchObject([{ reference: 'INV-2', status: '05' }]);
    expect(simulator.timeline().filter(({ type }) => type === 'payment-expired')).toHaveLength(1);
  });
});

describe('what is kept', () => {
  it('tells who goes, once', () => {
    const forgotten: string[] = [];
    const kept = createKept<{ over: boolean }>(1, ({ over }) => over);
    const first = { over: false };
    kept.add('first', first, () => forgotten.push('first'));
    kept.add('second', { over: true }, () => forgotten.push('second'));
    expect([forgotten, kept.all()]).toEqual([['second'], [first]]);
    first.over = true;
    kept.add('third', { over: false }, () => forgotten.push('third'));
    expect([forgotten, kept.get('first')]).toEqual([['second', 'first'], undefined]);
  });
});

describe('a timeline', () => {
  it('keeps its newest events', () => {
    const timeline = createTimeline(100);
    for (let at = 1; at <= 1000; at++) timeline.record({ at, acquirer: 'dana', type: 'tick', detail: {} });
    const events = timeline.events();
    expect(events.length).toBeGreaterThanOrEqual(100);
    expect(events.length).toBeLessThanOrEqual(110);
    expect(events.at(-1)?.at).toBe(1000);
  });
});
