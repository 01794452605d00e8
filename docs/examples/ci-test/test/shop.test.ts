import { danaDirect } from '@bayar/dana-direct';
import { createSimulator, signTestNotification } from '@bayar/simulator';
import { describe, expect, it } from 'vitest';
import { createShop } from '../src/shop.ts';

/** The shop, and DANA in the same process: nothing leaves the machine. */
function open() {
  const simulator = createSimulator({ send: (request) => shop(request) });
  const { clientId, merchantId, privateKey, danaPublicKey } = simulator.dana.credentials;
  const account = { clientId, merchantId, privateKey, danaPublicKeys: danaPublicKey, mcc: '5732' };
  const shop = createShop(danaDirect({ environment: 'sandbox', ...account }, { fetch: simulator.dana.fetch }));
  const buy = async (): Promise<unknown> =>
    (await shop(new Request('https://shop.example/buy/INV-1', { method: 'POST' }))).json();
  const order = async () => (await shop(new Request('https://shop.example/orders/INV-1'))).text();
  return { simulator, shop, buy, order };
}

describe('the shop', () => {
  it('knows of the payment from the notification', async () => {
    const { simulator, buy, order } = open();
    expect(await buy()).toMatchObject({ outcome: 'done', payAt: simulator.dana.payment('INV-1')?.pageUrl });
    await simulator.dana.customer.pay('INV-1');
    await simulator.idle();
    expect(await order()).toBe('paid');
  });

  it('does not lose a payment whose answers were all lost, nor take it twice', async () => {
    const { simulator, buy, order } = open();
    simulator.faults.add({ operation: 'createOrder', times: 'always', fault: { type: 'reset', when: 'after-commit' } });
    simulator.faults.add({ fault: { type: 'duplicate-notification' } });
    expect(await buy()).toMatchObject({ outcome: 'unknown' });
    await simulator.dana.customer.pay('INV-1');
    await simulator.idle();
    expect([await order(), simulator.dana.payment('INV-1')?.charges]).toEqual(['paid', 1]);
  });

  it.each([
    ['valid', 200, 'paid'],
    ['other-key', 401, 'done'],
    ['altered-amount', 401, 'done'],
    ['stale', 401, 'done'],
    ['other-merchant', 404, 'done'],
    ['other-amount', 500, 'done'],
  ] as const)('answers a notification that is %s with %i, and the order is %s', async (variant, status, known) => {
    const { simulator, shop, buy, order } = open();
    await buy();
    const payment = simulator.dana.payment('INV-1');
    if (!payment) throw new Error('DANA knows of no payment.');
    const url = 'https://shop.example/pay/dana/v1.0/debit/notify';
    const { credentials } = simulator.dana;
    const answer = await shop(signTestNotification.dana({ url, credentials, payment, variant }));
    expect([answer.status, await order()]).toEqual([status, known]);
  });
});
