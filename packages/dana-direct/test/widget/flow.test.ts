import { rupiah } from '@bayar/core';
import { describe, expect, it } from 'vitest';
import { exposeBinding, restoreBinding, type Binding } from '../../src/index.ts';
import { request } from '../account.ts';
import { agree, bind, device, openBench, order, redirectUrl, widget } from './bench.ts';

const MINUTE_MS = 60_000;
const YEAR_MS = 365 * 24 * 60 * MINUTE_MS;

describe('a customer of the simulated DANA', () => {
  it('binds, is paid for, is told of, and is refunded', async () => {
    const bench = openBench();
    const { dana, simulator, received } = bench;
    const binding = await bind(bench);
    const payment = await order(bench);
    const checkout = await dana.payBound(payment, binding, device);
    expect(checkout).toMatchObject({ kind: 'done', value: { expiresAt: '2026-09-01T03:10:00.000Z' } });
    const url = checkout.kind === 'done' ? checkout.value.url : '';
    expect((await simulator.dana.fetch(url)).status).toBe(200);
    await simulator.dana.customer.pay(payment.reference);
    await simulator.idle();
    expect(received).toMatchObject([{ kind: 'notification', notification: { status: 'paid' } }]);
    const paid = await dana.getPayment(payment);
    expect(paid).toMatchObject({ kind: 'found', value: { status: 'paid', locator: widget } });
    const refund = { refundReference: 'RF-1', amount: rupiah(5_000) };
    expect(await dana.refundPayment(payment, refund)).toMatchObject({ kind: 'done', value: { status: 'succeeded' } });
    expect(await dana.getPayment(payment)).toMatchObject({ value: { status: 'partially-refunded' } });
  });

  it('is paid for without being bound, and cancelled', async () => {
    const bench = openBench();
    const payment = await order(bench);
    expect(payment).toMatchObject({ status: 'awaiting-customer', next: { type: 'redirect' }, locator: widget });
    expect(await bench.dana.cancelPayment(payment)).toMatchObject({ kind: 'done', value: { status: 'cancelled' } });
  });

  it('has a balance and a profile', async () => {
    const bench = openBench();
    const binding = await bind(bench);
    expect(await bench.dana.getBalance(binding, device)).toMatchObject({
      kind: 'found',
      value: { accounts: [{ type: 'BALANCE', status: 'active', available: rupiah(1_000_000) }] },
    });
    expect(await bench.dana.queryUserProfile(binding, ['MASK_DANA_ID', 'USER_KYC'])).toEqual({
      kind: 'found',
      value: { MASK_DANA_ID: '******2234', USER_KYC: 'KYC2' },
    });
  });

  it('is renewed, out of a store, for longer than the first tokens last', async () => {
    const bench = openBench();
    const { dana, simulator } = bench;
    const before = await bind(bench);
    const stored = JSON.stringify(exposeBinding(before));
    await simulator.clock.advance(2 * YEAR_MS);
    const renewed = await dana.refreshBinding(restoreBinding(JSON.parse(stored)));
    if (renewed.kind !== 'done') throw new Error(renewed.kind);
    expect(renewed.value.accessToken.expose()).not.toBe(before.accessToken.expose());
    expect(Date.parse(renewed.value.accessTokenExpiresAt ?? '')).toBe(simulator.clock.now() + 3 * YEAR_MS);
    expect(await dana.getBalance(renewed.value, device)).toMatchObject({ kind: 'found' });
  });

  it('unbinds at the merchant, and the tokens are dead', async () => {
    const bench = openBench();
    const binding = await bind(bench);
    expect(await bench.dana.unbind(binding, device)).toMatchObject({ kind: 'done', value: {} });
    await expectDead(bench, binding);
    expect(await bench.dana.unbind(binding, device)).toMatchObject({
      kind: 'declined',
      decline: { reason: 'expired', code: '4010902' },
    });
  });

  it('unbinds inside DANA: the merchant is told, once it is told no more, and the tokens are dead', async () => {
    const bench = openBench();
    const binding = await bind(bench);
    bench.simulator.dana.unbind(binding.accessToken.expose());
    await bench.simulator.idle();
    expect(bench.unbound.map(({ accessTokens }) => accessTokens.map((token) => token.expose()))).toEqual([
      [binding.accessToken.expose()],
    ]);
    await bench.simulator.clock.advance(24 * 60 * MINUTE_MS);
    expect(bench.unbound).toHaveLength(1);
    await expectDead(bench, binding);
  });

  it('does not agree, which is a refusal', async () => {
    const { dana, simulator } = openBench();
    const page = await dana.bindingUrl({ redirectUrl });
    if (page.kind !== 'done') throw new Error(page.kind);
    const outcome = await dana.completeBinding(simulator.dana.binding.deny(page.value.url), page.value);
    expect(outcome).toMatchObject({ kind: 'declined', decline: { reason: 'not-permitted', retryable: false } });
  });

  it('agrees by deep link and with seamless data, in either spelling of the number', async () => {
    for (const phoneField of ['mobileNumber', 'mobile'] as const) {
      for (const mode of ['api', 'deeplink'] as const) {
        const { dana, simulator } = openBench({}, { widget: { phoneField } });
        const page = await dana.bindingUrl({
          redirectUrl,
          mode,
          customer: { phone: '+6283811223355', deviceId: 'd-1' },
        });
        if (page.kind !== 'done') throw new Error(JSON.stringify(page));
        const outcome = await dana.completeBinding(simulator.dana.binding.approve(page.value.url), page.value);
        expect(outcome).toMatchObject({ kind: 'done' });
      }
    }
  });
});

describe('a code of the simulated DANA', () => {
  it('works once, and the refusal says so in words', async () => {
    const bench = openBench();
    const { callback, state } = await agree(bench);
    await bench.dana.completeBinding(callback, { state });
    expect(await bench.dana.completeBinding(callback, { state })).toMatchObject({
      kind: 'declined',
      decline: { code: '4017400', message: 'Unauthorized. Auth Code Used' },
    });
  });

  it('works for ten minutes', async () => {
    const bench = openBench();
    const { callback, state } = await agree(bench);
    await bench.simulator.clock.advance(11 * MINUTE_MS);
    expect(await bench.dana.completeBinding(callback, { state })).toMatchObject({
      decline: { code: '4017400', message: 'Unauthorized. Auth Code Expired' },
    });
  });

  it('may be used when the answer is lost: unknown, and never sent again by itself', async () => {
    const bench = openBench();
    const { callback, state } = await agree(bench);
    bench.simulator.faults.add({
      acquirer: 'dana',
      operation: 'applyToken',
      fault: { type: 'reset', when: 'after-commit' },
    });
    expect(await bench.dana.completeBinding(callback, { state })).toMatchObject({
      kind: 'unknown',
      doubt: 'connection-lost',
      hint: expect.stringContaining('may have used the authorization code'),
    });
    const calls = bench.simulator.timeline().filter(({ detail }) => detail['operation'] === 'applyToken');
    expect(calls.filter(({ type }) => type === 'request-answered')).toHaveLength(1);
  });
});

describe('a one-time token', () => {
  it('that fails leaves the payment as it was, and asking again brings a fresh one', async () => {
    const bench = openBench();
    const [binding, payment] = [await bind(bench), await order(bench)];
    const fault = { type: 'reset', when: 'after-commit' } as const;
    bench.simulator.faults.add({ acquirer: 'dana', operation: 'applyOTT', fault });
    expect(await bench.dana.payBound(payment, binding, device)).toMatchObject({ kind: 'unknown' });
    expect(await bench.dana.createPayment(request, { extra: widget })).toMatchObject({ kind: 'done' });
    expect(await bench.dana.payBound(payment, binding, device)).toMatchObject({ kind: 'done' });
    const urls = await Promise.all([1, 2].map(() => bench.dana.payBound(payment, binding, device)));
    expect(new Set(urls.map((outcome) => (outcome.kind === 'done' ? outcome.value.url : ''))).size).toBe(2);
  });
});

async function expectDead({ dana, simulator }: ReturnType<typeof openBench>, binding: Binding): Promise<void> {
  expect(await dana.getBalance(binding, device)).toMatchObject({ kind: 'unavailable', because: 'expired' });
  expect(await dana.queryUserProfile(binding, ['BALANCE'])).toMatchObject({ code: 'INVALID_ACCESS_TOKEN' });
  expect(await dana.refreshBinding(binding)).toMatchObject({ kind: 'declined', decline: { code: '4017400' } });
  expect(simulator.dana.payments()).toEqual([]);
}
