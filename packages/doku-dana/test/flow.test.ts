import { describe, expect, it } from 'vitest';
import { rupiah, type Payment } from '@bayar/core';
import { memoryTokenStore } from '@bayar/bi-snap';
import { dokuDana } from '../src/index.ts';
import { openShop, order, type Shop } from './shop.ts';

async function created(shop: Shop, reference = 'INV-1'): Promise<Payment> {
  const outcome = await shop.doku.createPayment(order(reference));
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

const whole = { refundReference: 'RF-1', amount: rupiah(25_000), reason: 'Habis' } as const;

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

describe('a refund', () => {
  async function paid(shop: Shop): Promise<Payment> {
    const payment = await created(shop);
    await shop.simulator.doku.customer.pay('INV-1');
    await shop.settle();
    return payment;
  }
  const part = { refundReference: 'RF-1', amount: rupiah(10_000) } as const;

  it.each(['partnerReferenceNo', 'partnerRefundNo'] as const)(
    'of a part is told from a whole one, its number called %s',
    async (historyField) => {
      const shop = openShop({ refunds: { historyField } });
      const payment = await paid(shop);
      expect((await shop.doku.refundPayment(payment, part)).kind).toBe('done');
      const partly = { status: 'partially-refunded', refunded: rupiah(10_000) };
      expect(await shop.doku.getPayment(payment)).toMatchObject({ kind: 'found', value: partly });
      expect((await shop.doku.refundPayment(payment, { refundReference: 'RF-2', amount: rupiah(15_000) })).kind).toBe(
        'done',
      );
      const wholly = { status: 'refunded', refunded: rupiah(25_000) };
      expect(await shop.doku.getPayment(payment)).toMatchObject({ kind: 'found', value: wholly });
      expect(await shop.doku.getRefund(payment, part)).toMatchObject({
        kind: 'found',
        value: { amount: rupiah(10_000) },
      });
    },
  );

  it.each(['succeeded', 'failed'] as const)(
    'that takes its time is in doubt, then processing, then %s',
    async (end) => {
      const shop = openShop({ refunds: { processingMs: 60_000, processingEndsIn: end } });
      const payment = await paid(shop);
      expect(await shop.doku.refundPayment(payment, whole)).toMatchObject({
        kind: 'unknown',
        inquiry: { doubt: 'in-progress' },
      });
      expect(await shop.doku.getRefund(payment, whole)).toMatchObject({
        kind: 'found',
        value: { status: 'processing' },
      });
      await shop.settle(60_001);
      expect(await shop.doku.getRefund(payment, whole)).toMatchObject({ kind: 'found', value: { status: end } });
    },
  );

  it('whose answer is lost is in doubt, happened once, and is found', async () => {
    const shop = openShop();
    const payment = await paid(shop);
    shop.simulator.faults.add({
      acquirer: 'doku',
      operation: 'refund',
      fault: { type: 'reset', when: 'after-commit' },
    });
    expect(await shop.doku.refundPayment(payment, whole)).toMatchObject({
      kind: 'unknown',
      inquiry: { refund: whole },
    });
    expect(shop.simulator.doku.payment('INV-1')?.refunds).toHaveLength(1);
    expect(await shop.doku.getRefund(payment, whole)).toMatchObject({ kind: 'found', value: { status: 'succeeded' } });
  });

  it.each([
    ['of an unpaid payment', 'wrong-status', {}],
    ['beyond the merchant’s balance', 'insufficient-funds', { merchantBalance: 1 }],
    ['of a part where parts are not allowed', 'not-permitted', { partial: false }],
  ] as const)('%s is declined as %s', async (_, reason, refunds) => {
    const shop = openShop({ refunds });
    const payment = reason === 'wrong-status' ? await created(shop) : await paid(shop);
    expect(await shop.doku.refundPayment(payment, part)).toMatchObject({ kind: 'declined', decline: { reason } });
  });

  it('with a number that was used for another amount is in doubt', async () => {
    const shop = openShop();
    const payment = await paid(shop);
    await shop.doku.refundPayment(payment, part);
    const again = await shop.doku.refundPayment(payment, { ...part, amount: rupiah(5_000) });
    expect(again).toMatchObject({ kind: 'unknown', inquiry: { doubt: 'already-exists' } });
  });
});

describe('a notification', () => {
  async function notified(options: Parameters<Shop['simulator']['doku']['notify']>[1]): Promise<Shop> {
    const shop = openShop();
    await created(shop);
    shop.simulator.doku.notify('INV-1', options);
    await shop.settle();
    return shop;
  }

  it('is the same fact however often it is delivered', async () => {
    const shop = await notified({ status: '00' });
    shop.simulator.doku.notify('INV-1', { status: '00' });
    await shop.settle();
    const ids = shop.received.flatMap((received) =>
      received.kind === 'notification' ? [received.notification.id] : [],
    );
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it.each([
    { channelField: 'channel' },
    { withoutCustomerId: true },
    { fractionalTimestamp: true },
    { extraFields: { note: 'Kopi  ☕', nested: { a: [1.5, null] } } },
  ] as const)('is read with %j', async (options) => {
    const shop = await notified({ status: '00', ...options });
    expect(shop.received.at(-1)).toMatchObject({ kind: 'notification', notification: { status: 'paid' } });
  });

  it.each([
    [{ signature: 'other-key' }, 'bad-signature'],
    [{ signature: 'other-path' }, 'bad-signature'],
    [{ signature: 'hex' }, 'bad-signature'],
    [{ signature: 'case-swapped' }, 'bad-signature'],
    [{ signature: 'absent' }, 'missing-credential'],
    [{ merchantToken: 'forged' }, 'bad-token'],
  ] as const)('with %j is refused, and DOKU tries again', async (options, refusal) => {
    const shop = await notified({ status: '00', ...options });
    expect(shop.received.at(-1)).toMatchObject({ kind: 'refused', refusal });
    await shop.settle(1_800_000);
    expect(shop.simulator.doku.payment('INV-1')?.deliveries.map(({ verdict }) => verdict)).toEqual([
      'not-acknowledged',
      'not-acknowledged',
    ]);
  });

  it('with another amount carries that amount, for the merchant to compare', async () => {
    const shop = await notified({ status: '00', amount: 100 });
    expect(shop.received.at(-1)).toMatchObject({ notification: { amounts: [rupiah(1)] } });
  });
});
