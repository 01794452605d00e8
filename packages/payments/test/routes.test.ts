import { describe, expect, it } from 'vitest';
import { createPayments, memoryLedger } from '@bayar/payments';
import { toyAcquirer } from './toy-acquirer.ts';
import { toyServer } from './toy-server.ts';
import { jumpingClock, openToyShop, order } from './toy-shop.ts';

async function returnUrl(shop: ReturnType<typeof openToyShop>): Promise<string> {
  await shop.payments.createPayment(order('A-1'));
  return String(shop.one.requests[0]?.body['returnUrl']);
}

describe('a browser that comes back', () => {
  it('is sent on to the merchant’s page, after an inquiry', async () => {
    const shop = openToyShop();
    const url = await returnUrl(shop);
    shop.one.pay('A-1');
    const answer = await shop.payments.handler(new Request(url));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, 'https://shop.example/thanks']);
    expect(shop.events).toMatchObject([{ type: 'payment.paid', evidence: 'inquiry' }]);
  });

  it('again, once the payment is known to be paid, asks the acquirer nothing', async () => {
    const shop = openToyShop();
    const url = await returnUrl(shop);
    await shop.notify('A-1', 'paid');
    await shop.payments.handler(new Request(url));
    expect(shop.one.requests.map(({ path }) => path)).toEqual(['/create']);
  });

  it('while the notification arrives agrees with it: the payment is paid once', async () => {
    const shop = openToyShop();
    const url = await returnUrl(shop);
    shop.one.pay('A-1');
    const [returned, notified] = await Promise.all([
      shop.payments.handler(new Request(url)),
      shop.notify('A-1', 'paid'),
      shop.payments.handler(new Request(url)),
      shop.notify('A-1', 'paid'),
    ]);
    // Whoever finds the event in another's hands asks for the notification again.
    expect([returned.status, [200, 500].includes(notified.status), (await shop.notify('A-1', 'paid')).status]).toEqual([
      303,
      true,
      200,
    ]);
    expect(shop.events.map(({ type }) => type)).toEqual(['payment.paid']);
  });

  it('settles nothing by itself', async () => {
    const shop = openToyShop();
    const url = await returnUrl(shop);
    await shop.payments.handler(new Request(`${url}?status=SUCCESS`));
    expect((await shop.ledger.read('A-1'))?.payment.status).toBe('awaiting-customer');
  });

  it('goes on even when the acquirer cannot be asked', async () => {
    const shop = openToyShop();
    const url = await returnUrl(shop);
    shop.one.mishaps.push('garble');
    expect((await shop.payments.handler(new Request(url))).status).toBe(303);
  });

  it('with a token nobody was given finds nothing', async () => {
    const { payments } = openToyShop();
    expect((await payments.handler(new Request('https://shop.example/pay/one/return/0000'))).status).toBe(404);
  });
});

describe('the handler', () => {
  it.each(['/', '/pay', '/pay/three/notify', '/pay/one', '/pay/one/notify/more', '/pay/one/other'])(
    'does not know %s',
    async (path) => {
      const { payments } = openToyShop();
      expect(
        (await payments.handler(new Request(`https://shop.example${path}`, { method: 'POST', body: '{}' }))).status,
      ).toBe(404);
    },
  );

  it('serves a route whose public prefix a proxy took away', async () => {
    const { payments, notify } = openToyShop();
    await payments.createPayment(order('A-1'));
    const direct = await notify('A-1', 'expired');
    const proxied = await payments.handler(new Request('http://10.0.0.7/one/notify', { method: 'POST', body: '{}' }));
    expect([direct.status, proxied.status]).toEqual([200, 401]);
  });

  it.each(['https://shop.example/one', 'https://shop.example/debit/two', 'https://one.example/return'])(
    'finds the route below %s, whatever words its path shares with the names of acquirers',
    async (publicUrl) => {
      const clock = jumpingClock();
      const server = toyServer();
      const payments = createPayments({
        acquirers: {
          one: toyAcquirer({ clock, fetch: server.fetch }),
          two: toyAcquirer({ clock, fetch: server.fetch }),
        },
        active: 'two',
        publicUrl,
        ledger: memoryLedger(),
        clock,
      });
      await payments.createPayment(order('A-1'));
      const statuses = await Promise.all(
        [...payments.endpoints().map(({ url }) => url), String(server.requests[0]?.body['returnUrl'])].map(
          async (url) => (await payments.handler(new Request(url, { method: 'POST', body: '{}' }))).status,
        ),
      );
      expect(statuses).toEqual([401, 401, 303]);
    },
  );

  it('lists what acquirers call, by public URL', () => {
    const { payments } = openToyShop();
    expect(payments.endpoints()).toEqual([
      { acquirer: 'one', kind: 'notification', url: 'https://shop.example/pay/one/notify', announced: 'per-request' },
      { acquirer: 'two', kind: 'notification', url: 'https://shop.example/pay/two/notify', announced: 'per-request' },
    ]);
  });
});
