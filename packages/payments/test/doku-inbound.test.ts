import { rupiah } from '@bayar/core';
import { dokuDana } from '@bayar/doku-dana';
import { createPayments, memoryLedger, type Events, type EventType } from '@bayar/payments';
import { createSimulator, virtualClock, type DokuNotificationOptions } from '@bayar/simulator';
import { describe, expect, it } from 'vitest';

/** A shop on the simulated DOKU, at a public URL, behind whatever changes a request on its way. */
function openShop(publicUrl: string, proxy: (request: Request) => Request = (request) => request) {
  const simulator = createSimulator({
    clock: virtualClock(Date.parse('2026-01-02T03:00:00Z')),
    send: (request) => payments.handler(proxy(request)),
  });
  const clock = {
    now: () => new Date(simulator.clock.now()),
    sleep: (_: number, signal?: AbortSignal) =>
      new Promise<void>((wake) => {
        signal?.addEventListener('abort', () => wake(), { once: true });
      }),
  };
  const { clientId, secretKey, merchantPrivateKey: privateKey, dokuPublicKey } = simulator.doku.credentials;
  const doku = dokuDana(
    { environment: 'sandbox', clientId, secretKey, privateKey, dokuPublicKey },
    { fetch: simulator.doku.fetch, clock },
  );
  const payments = createPayments({ acquirers: { doku }, active: 'doku', publicUrl, ledger: memoryLedger(), clock });
  const urlOf = (wanted: string): string => payments.endpoints().find(({ kind }) => kind === wanted)?.url ?? '';
  simulator.doku.register({ tokenUrl: urlOf('token'), notificationUrl: urlOf('notification') });
  const events: Events[EventType][] = [];
  for (const type of ['payment.paid', 'payment.refunded', 'notification.refused', 'notification.mismatch'] as const) {
    payments.on(type, (event) => void events.push(event));
  }
  return { simulator, payments, events, urlOf };
}

type Shop = ReturnType<typeof openShop>;

async function created({ payments }: Shop, reference = 'INV-1') {
  const outcome = await payments.createPayment({
    reference,
    amount: rupiah(25_000),
    title: 'Kopi susu',
    returnUrl: 'https://shop.example/thanks',
    device: { platform: 'web' },
  });
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

const typesOf = ({ events }: Shop): readonly string[] => events.map(({ type }) => type);

describe('the path DOKU signs', () => {
  it.each([
    ['https://shop.example/pay', 'https://shop.example/pay/doku/v1.0/debit/notify'],
    ['https://shop.example/pay/', 'https://shop.example/pay/doku/v1.0/debit/notify'],
    ['https://shop.example', 'https://shop.example/doku/v1.0/debit/notify'],
    ['https://shop.example/a/b/c', 'https://shop.example/a/b/c/doku/v1.0/debit/notify'],
  ])('is made from the public URL %s', async (publicUrl, notificationUrl) => {
    const shop = openShop(publicUrl);
    expect(shop.urlOf('notification')).toBe(notificationUrl);
    await created(shop);
    await shop.simulator.doku.customer.pay('INV-1');
    await shop.simulator.idle();
    expect(shop.events).toMatchObject([{ type: 'payment.paid', evidence: 'signature' }]);
  });

  it('is the public one where a proxy has taken its beginning away', async () => {
    const stripping = (request: Request): Request =>
      new Request(request.url.replace('https://shop.example/pay', 'http://10.0.0.7:8080'), request);
    const shop = openShop('https://shop.example/pay', stripping);
    await created(shop);
    await shop.simulator.doku.customer.pay('INV-1');
    await shop.simulator.idle();
    expect(typesOf(shop)).toEqual(['payment.paid']);
  });
});

const forged: readonly DokuNotificationOptions[] = [
  { status: '00', signature: 'other-key' },
  { status: '00', signature: 'other-path' },
  { status: '00', signature: 'hex' },
  { status: '00', signature: 'case-swapped' },
  { status: '00', signature: 'absent' },
  { status: '00', merchantToken: 'forged' },
  { status: '00', amount: 100 },
  { status: '00', amount: 250_000_000 },
];

describe('nobody is believed to have paid', () => {
  it.each(forged)('by %j', async (options) => {
    const shop = openShop('https://shop.example/pay');
    await created(shop);
    shop.simulator.doku.notify('INV-1', options);
    await shop.simulator.idle();
    expect(typesOf(shop)).not.toContain('payment.paid');
    expect(shop.events).toHaveLength(1);
    expect(shop.simulator.doku.payment('INV-1')?.deliveries).toMatchObject([{ verdict: 'not-acknowledged' }]);
  });
});

describe('a notification that comes again', () => {
  it('is acknowledged each time and handled once', async () => {
    const shop = openShop('https://shop.example/pay');
    await created(shop);
    await shop.simulator.doku.customer.pay('INV-1');
    for (let again = 0; again < 5; again++) shop.simulator.doku.notify('INV-1', { status: '00' });
    await shop.simulator.idle();
    expect(typesOf(shop)).toEqual(['payment.paid']);
    expect(shop.simulator.doku.payment('INV-1')?.deliveries.every(({ verdict }) => verdict === 'acknowledged')).toBe(
      true,
    );
  });

  it('late, as a failure of what is paid, changes nothing', async () => {
    const shop = openShop('https://shop.example/pay');
    const payment = await created(shop);
    await shop.simulator.doku.customer.pay('INV-1');
    for (const status of ['03', '05', '06'] as const) shop.simulator.doku.notify('INV-1', { status });
    await shop.simulator.idle();
    expect(typesOf(shop)).toEqual(['payment.paid']);
    expect(await shop.payments.getPayment(payment)).toMatchObject({ kind: 'found', value: { status: 'paid' } });
  });
});

it('a payment DOKU does not find yet is neither given up nor paid', async () => {
  const shop = openShop('https://shop.example/pay');
  const payment = await created(shop);
  shop.simulator.faults.add({
    acquirer: 'doku',
    operation: 'status',
    fault: {
      type: 'answer',
      when: 'before',
      status: 404,
      body: '{"responseCode":"4045501","responseMessage":"Transaction Not Found"}',
    },
  });
  expect(await shop.payments.getPayment(payment)).toEqual({ kind: 'absent', final: false });
  expect(await shop.payments.getPayment(payment)).toMatchObject({
    kind: 'found',
    value: { status: 'awaiting-customer' },
  });
});
