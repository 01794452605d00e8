import { describe, expect, it } from 'vitest';
import { rupiah } from '@bayar/core';
import { memoryTokenStore } from '@bayar/bi-snap';
import { dokuDana } from '../src/index.ts';
import { created, openShop, order, whole } from './shop.ts';

describe.each([
  { serviceCodes: 'documented', urlParam: 'array', expiresInAs: 'number', optionalFields: 'absent' },
  { serviceCodes: 'standard', urlParam: 'array', expiresInAs: 'string', optionalFields: 'present' },
] as const)('with $serviceCodes codes and optional fields $optionalFields', (settings) => {
  it('a payment is created, paid, notified, found paid, and refunded', async () => {
    const shop = openShop({ ...settings, fields: 'strict', signedBody: 'minified', timestampWindowMs: 0 });
    const payment = await created(shop);
    expect(payment).toMatchObject({ status: 'awaiting-customer', next: { type: 'redirect' }, adapter: 'doku-dana' });
    expect(await shop.doku.getPayment(payment)).toMatchObject({
      kind: 'found',
      value: { status: 'awaiting-customer' },
    });

    await shop.simulator.doku.customer.pay('INV-1');
    await shop.settle();
    expect(shop.received.map(({ kind }) => kind)).toEqual(['answered', 'notification']);
    expect(shop.received[1]).toMatchObject({
      notification: { reference: 'INV-1', status: 'paid', code: '00', amounts: [rupiah(25_000)] },
    });
    expect(shop.simulator.doku.payment('INV-1')?.deliveries).toMatchObject([{ verdict: 'acknowledged' }]);

    await shop.settle(61_000);
    expect(await shop.doku.getPayment(payment)).toMatchObject({ kind: 'found', value: { status: 'paid' } });

    expect(await shop.doku.getRefund(payment, whole)).toEqual({ kind: 'absent', final: false });
    expect(await shop.doku.refundPayment(payment, whole)).toMatchObject({
      kind: 'done',
      value: { refundReference: 'RF-1', status: 'succeeded', amount: rupiah(25_000) },
    });
    expect(await shop.doku.getRefund(payment, whole)).toMatchObject({ kind: 'found', value: { status: 'succeeded' } });
    const found = await shop.doku.getPayment(payment);
    expect(found).toMatchObject({ kind: 'found', value: { status: 'refunded', refunded: rupiah(25_000) } });
    expect(shop.simulator.doku.payment('INV-1')).toMatchObject({ charges: 1, refunds: [{ amount: 2_500_000 }] });
  });
});

describe('a payment', () => {
  it.each(['fail', 'cancel'] as const)('that ends with %s is notified and found so', async (action) => {
    const shop = openShop();
    const payment = await created(shop);
    await shop.simulator.doku.customer[action]('INV-1');
    await shop.settle();
    const status = action === 'fail' ? 'failed' : 'cancelled';
    expect(shop.received.at(-1)).toMatchObject({ kind: 'notification', notification: { status } });
    expect(await shop.doku.getPayment(payment)).toMatchObject({ kind: 'found', value: { status } });
  });

  it('nobody pays is cancelled at the time the request named', async () => {
    const shop = openShop();
    const payment = await created(shop);
    await shop.settle(3_600_001);
    expect(await shop.doku.getPayment(payment)).toMatchObject({ kind: 'found', value: { status: 'cancelled' } });
  });

  it('just paid and not yet found is not given up', async () => {
    const shop = openShop({ statusBlackoutMs: 60_000 });
    const payment = await created(shop);
    await shop.settle(1_800_000);
    await shop.simulator.doku.customer.pay('INV-1');
    await shop.settle(30_000);
    expect(await shop.doku.getPayment(payment)).toEqual({ kind: 'absent', final: false });
    await shop.settle(31_000);
    expect(await shop.doku.getPayment(payment)).toMatchObject({ kind: 'found', value: { status: 'paid' } });
  });

  it.each(['reset', 'hang'] as const)(
    'whose answer is lost (%s) is in doubt, exists once, and is found',
    async (type) => {
      const shop = openShop();
      shop.simulator.faults.add({ acquirer: 'doku', operation: 'payment', fault: { type, when: 'after-commit' } });
      const stop = new AbortController();
      const call = shop.doku.createPayment(order(), { signal: stop.signal });
      while (shop.simulator.doku.payments().length === 0) await new Promise(setImmediate);
      if (type === 'hang') stop.abort();
      const outcome = await call;
      if (outcome.kind !== 'unknown') throw new Error(outcome.kind);
      expect(outcome.inquiry.doubt).toBe(type === 'hang' ? 'no-answer' : 'connection-lost');
      expect(shop.simulator.doku.payments()).toHaveLength(1);
      expect(await shop.doku.getPayment(outcome.inquiry.payment)).toMatchObject({
        kind: 'found',
        value: { status: 'awaiting-customer' },
      });
    },
  );

  it('whose reference belongs to another is declined', async () => {
    const shop = openShop();
    await created(shop);
    const outcome = await shop.doku.createPayment(order('INV-1', { amount: rupiah(1) }));
    expect(outcome).toMatchObject({ kind: 'declined', decline: { reason: 'inconsistent' } });
  });

  it('survives that another process has replaced the token', async () => {
    const shop = openShop();
    const { clientId, secretKey, merchantPrivateKey: privateKey, dokuPublicKey } = shop.simulator.doku.credentials;
    const config = { environment: 'sandbox', clientId, secretKey, privateKey, dokuPublicKey } as const;
    const other = dokuDana(config, { fetch: shop.simulator.doku.fetch });
    for (let round = 0; round < 3; round++) {
      await created(shop, `INV-A${String(round)}`);
      await shop.settle(1_000);
      expect((await other.createPayment(order(`INV-B${String(round)}`))).kind).toBe('done');
    }
  });

  it('shares one token between processes through a store', async () => {
    const shop = openShop();
    const { clientId, secretKey, merchantPrivateKey: privateKey, dokuPublicKey } = shop.simulator.doku.credentials;
    const config = { environment: 'sandbox', clientId, secretKey, privateKey, dokuPublicKey } as const;
    const paths: string[] = [];
    const fetch: typeof globalThis.fetch = (input, init) => {
      const request = new Request(input, init);
      paths.push(new URL(request.url).pathname);
      return shop.simulator.doku.fetch(request);
    };
    const tokenStore = memoryTokenStore();
    const processes = [dokuDana(config, { fetch, tokenStore }), dokuDana(config, { fetch, tokenStore })];
    for (const [index, gateway] of processes.entries())
      expect((await gateway.createPayment(order(`INV-${String(index)}`))).kind).toBe('done');
    expect(paths.filter((path) => path.endsWith('/access-token/b2b'))).toHaveLength(1);
    expect(shop.simulator.doku.payments()).toHaveLength(2);
  });
});
