import { createSimulator, virtualClock, type SimulatorSettings } from '@bayar/simulator';
import { rupiah, type Notification, type Payment, type Received, type Verdict } from '@bayar/core';
import { systemClock } from '@bayar/core/kit';
import { describe, expect, it } from 'vitest';
import { faspayDana, type FaspayDanaConfig } from '../src/index.ts';
import { request } from './merchant.ts';

const BILL = `${request.reference}Z`;
const MINUTE = 60_000;

/** A merchant and the simulated Faspay, in one process. */
function open(faspay: SimulatorSettings['faspay'] = {}, changes: Partial<FaspayDanaConfig> = {}) {
  const received: Received[] = [];
  const merchant = { verdict: 'accepted' as Verdict };
  const simulator = createSimulator({
    clock: virtualClock(Date.parse('2026-01-02T11:00:00Z')),
    faspay,
    send: async (incoming) => {
      const url = new URL(incoming.url);
      const route = gateway.inbound.find(({ path }) => url.pathname.endsWith(`/${path}`));
      if (route === undefined) return new Response('Not found', { status: 404 });
      const body = new Uint8Array(await incoming.arrayBuffer());
      const result = await route.receive({
        method: incoming.method,
        path: url.pathname,
        query: url.search.slice(1),
        headers: incoming.headers,
        body,
      });
      received.push(result);
      const reply =
        result.kind === 'notification'
          ? result.acknowledge(merchant.verdict)
          : result.kind === 'refused'
            ? result.reply
            : undefined;
      return reply === undefined ? new Response() : new Response(reply.body, reply);
    },
  });
  const clock = { now: () => new Date(simulator.clock.now()), sleep: systemClock.sleep };
  const gateway = faspayDana(
    { environment: 'sandbox', ...simulator.faspay.credentials, ...changes },
    { fetch: simulator.faspay.fetch, clock },
  );
  simulator.faspay.register({
    notificationUrl: 'https://shop.example/pay/faspay/notification',
    returnUrl: 'https://shop.example/pay/faspay/return',
  });
  const notifications = (): readonly Notification[] =>
    received.flatMap((result) => (result.kind === 'notification' ? [result.notification] : []));
  return { simulator, faspay: simulator.faspay, gateway, received, notifications, merchant };
}

async function created(gateway: ReturnType<typeof open>['gateway']): Promise<Payment> {
  const outcome = await gateway.createPayment(request);
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

async function statusOf({ gateway }: ReturnType<typeof open>, payment: Payment): Promise<string> {
  const reading = await gateway.getPayment(payment);
  return reading.kind === 'found' ? reading.value.status : JSON.stringify(reading);
}

describe('a payment through the simulated Faspay', () => {
  it('is made, paid, notified, acknowledged, returned from and found paid', async () => {
    const world = open();
    const payment = await created(world.gateway);
    expect(await statusOf(world, payment)).toBe('awaiting-customer');
    const { returnTo } = await world.faspay.customer.pay(BILL);
    await world.simulator.idle();
    expect(world.notifications()).toMatchObject([
      {
        reference: request.reference,
        acquirerReference: payment.acquirerReference,
        status: 'paid',
        amounts: [rupiah(2_000), rupiah(20)],
      },
    ]);
    expect(world.faspay.payment(BILL)).toMatchObject({
      amount: 200_000,
      charges: 1,
      deliveries: [{ verdict: 'acknowledged' }],
    });
    const returned = world.gateway.inbound.find(({ kind }) => kind === 'return');
    const query = new URL(returnTo).search.slice(1);
    expect(
      await returned?.receive({ method: 'GET', path: '/', query, headers: new Headers(), body: new Uint8Array() }),
    ).toEqual({
      kind: 'return',
      reference: request.reference,
    });
    expect(await world.gateway.getPayment(payment)).toMatchObject({
      kind: 'found',
      value: { status: 'paid', paidAt: '2026-01-02T11:00:00.000Z' },
    });
  });

  it('is found after a restart, from what was stored as JSON', async () => {
    const world = open();
    const stored = JSON.parse(JSON.stringify(await created(world.gateway))) as Payment;
    await world.faspay.customer.pay(BILL);
    expect(await statusOf(world, stored)).toBe('paid');
  });

  it('is cancelled while it is not paid, and only then', async () => {
    const world = open();
    const payment = await created(world.gateway);
    expect(await world.gateway.cancelPayment(payment, 'customer changed mind')).toMatchObject({
      kind: 'done',
      value: { status: 'cancelled' },
    });
    expect(await statusOf(world, payment)).toBe('cancelled');
    expect(await world.gateway.cancelPayment(payment)).toMatchObject({
      kind: 'unknown',
      inquiry: { doubt: 'already-exists', code: '17' },
    });
    await world.simulator.idle();
    expect(world.notifications().map(({ status }) => status)).toEqual(['cancelled']);
  });

  it('is not cancelled once it is paid', async () => {
    const world = open();
    const payment = await created(world.gateway);
    await world.faspay.customer.pay(BILL);
    expect(await world.gateway.cancelPayment(payment)).toMatchObject({
      kind: 'declined',
      decline: { reason: 'wrong-status', code: '81' },
    });
    expect(await statusOf(world, payment)).toBe('paid');
  });

  it('fails when the customer fails to pay', async () => {
    const world = open();
    const payment = await created(world.gateway);
    await world.faspay.customer.fail(BILL);
    await world.simulator.idle();
    expect([await statusOf(world, payment), world.notifications().map(({ status }) => status)]).toEqual([
      'failed',
      ['failed'],
    ]);
  });

  it('expires at the time the adapter asked for', async () => {
    const world = open();
    const payment = await created(world.gateway);
    await world.simulator.clock.advance(60 * MINUTE - 1_000);
    expect(await statusOf(world, payment)).toBe('awaiting-customer');
    await world.simulator.clock.advance(2_000);
    expect(await statusOf(world, payment)).toBe('expired');
  });

  it('is refunded when Faspay has reversed it by hand', async () => {
    const world = open();
    const payment = await created(world.gateway);
    await world.faspay.customer.pay(BILL);
    world.faspay.reverse(BILL);
    await world.simulator.idle();
    expect(await statusOf(world, payment)).toBe('refunded');
    expect(world.notifications().map(({ status }) => status)).toEqual(['paid', 'refunded']);
  });

  it.each([
    ['flat errors and English', { errorShape: 'flat', language: 'en' }],
    ['items as an object', { billItems: 'object' }],
    ['no items and no external id', { billItems: 'absent', externalId: false }],
    ['strict parameters and content type', { unregisteredParameters: 'refused', contentType: 'json' }],
    ['totals × 100', { notificationAmountUnit: 'x100', inquiryAmountUnit: 'x100', returnAmountUnit: 'x100' }],
    ['the other spelling of the return', { returnBillReference: 'bill_reff', absentPaymentReference: '' }],
    ['a browser that is early', { returnStatus: 'unprocessed' }],
  ] as const)('is paid where Faspay answers with %s', async (_, settings) => {
    const world = open(settings);
    const payment = await created(world.gateway);
    await world.faspay.customer.pay(BILL);
    await world.simulator.idle();
    expect(await statusOf(world, payment)).toBe('paid');
    expect(world.notifications()).toMatchObject([{ status: 'paid' }]);
  });

  it('carries everything a request can', async () => {
    const world = open({ unregisteredParameters: 'refused' });
    const address = {
      name: 'Sari',
      phone: '+6281',
      lines: ['Jl. Sabang 37'],
      city: 'Jakarta',
      region: 'DKI Jakarta',
      postalCode: '10170',
      country: 'ID',
    };
    const outcome = await world.gateway.createPayment(
      {
        ...request,
        amount: rupiah(3_500),
        items: [{ id: 'K1', name: 'Kopi', price: rupiah(1_500), quantity: 2 }],
        fees: rupiah(300),
        tax: rupiah(200),
        device: { platform: 'app', os: 'Android' },
        billing: address,
        shipping: address,
      },
      { extra: { billReff: 'BOOKING-1' } },
    );
    expect(outcome).toMatchObject({ kind: 'done' });
    expect(world.faspay.payment(BILL)).toMatchObject({ amount: 350_000 });
  });

  it('is delivered again until it is accepted', async () => {
    const world = open();
    world.merchant.verdict = 'retry-later';
    await created(world.gateway);
    await world.faspay.customer.pay(BILL);
    await world.simulator.idle();
    world.merchant.verdict = 'accepted';
    await world.simulator.clock.advance(10 * MINUTE);
    await world.simulator.idle();
    expect(world.faspay.payment(BILL)?.deliveries.map(({ verdict, response }) => [verdict, response?.status])).toEqual([
      ['not-acknowledged', 500],
      ['acknowledged', 200],
    ]);
    expect(new Set(world.notifications().map(({ id }) => id)).size).toBe(1);
  });

  it.each(['mismatch', 'unknown-payment'] as const)(
    'is not acknowledged when the merchant says %s',
    async (verdict) => {
      const world = open();
      world.merchant.verdict = verdict;
      await created(world.gateway);
      await world.faspay.customer.pay(BILL);
      await world.simulator.idle();
      expect(world.faspay.payment(BILL)?.deliveries).toMatchObject([
        { verdict: 'not-acknowledged', response: { status: 200 } },
      ]);
    },
  );
});

describe('what Faspay refuses', () => {
  it.each([
    ['a wrong password', {}, { password: 'wrong' }, 'authentication', '55'],
    ['another merchant id', {}, { merchantId: '54321' }, 'merchant-not-ready', '03'],
    ['a suspended merchant', { merchantActive: false }, {}, 'not-permitted', '63'],
    ['an address it does not know', { callerAddresses: ['203.0.113.7'] }, {}, 'not-permitted', '56'],
    ['a channel that is not enabled', { channels: [] }, {}, 'merchant-not-ready', '40'],
    ['a channel that is not registered', { channels: [], channelRefusal: '82' }, {}, 'merchant-not-ready', '82'],
  ] as const)('is declined: %s', async (_, settings, changes, reason, code) => {
    const { gateway } = open(settings, changes);
    expect(await gateway.createPayment(request)).toMatchObject({ kind: 'declined', decline: { reason, code } });
  });

  it.each([
    ['refused-if-paid', 'already-exists', '81'],
    ['refused', 'already-exists', '14'],
  ] as const)('is in doubt when the bill exists: %s', async (duplicateBill, doubt, code) => {
    const world = open({ duplicateBill });
    await created(world.gateway);
    await world.faspay.customer.pay(BILL);
    expect(await world.gateway.createPayment(request)).toMatchObject({ kind: 'unknown', inquiry: { doubt, code } });
    expect(world.faspay.payment(BILL)?.charges).toBe(1);
  });

  it.each([
    ['refused', { kind: 'absent', final: false }],
    ['status-5', { kind: 'found', value: { status: 'unknown' } }],
  ] as const)('is no payment when nobody posted the bill: %s', async (unknownBill, expected) => {
    const world = open({ unknownBill });
    const payment = await created(world.gateway);
    const other = { ...payment, locator: { trxId: '9999981999999999', billNo: 'NOBODYZ' } };
    expect(await world.gateway.getPayment(other)).toMatchObject(expected);
  });
});

describe('an answer that is lost', () => {
  it.each(['before', 'after-commit'] as const)(
    'leaves post data in doubt, asks nothing and says what to do: reset %s',
    async (when) => {
      const world = open();
      world.simulator.faults.add({ acquirer: 'faspay', operation: 'postData', fault: { type: 'reset', when } });
      const outcome = await world.gateway.createPayment(request);
      expect(outcome).toMatchObject({
        kind: 'unknown',
        inquiry: { doubt: 'connection-lost', payment: { locator: {} } },
      });
      if (outcome.kind !== 'unknown') return;
      expect(await world.gateway.getPayment(outcome.inquiry.payment)).toMatchObject({
        because: 'invalid',
        issues: [{ field: 'locator' }],
      });
      expect(world.faspay.payments()).toHaveLength(when === 'before' ? 0 : 1);
    },
  );

  it.each(['missing-comma', 'trailing-break'] as const)(
    'includes one that cannot be read: %s',
    async (answerDefect) => {
      const { gateway } = open({ answerDefect });
      expect(await gateway.createPayment(request)).toMatchObject({
        kind: 'unknown',
        inquiry: { doubt: 'unreadable-answer' },
      });
    },
  );
});

describe('a forger who knows the bill', () => {
  it.each([
    ['wrong-password', 'bad-signature'],
    ['altered-status', 'bad-signature'],
    ['post-signature', 'bad-signature'],
    ['altered-merchant', 'other-merchant'],
    ['altered-channel', 'not-supported'],
    ['delimiter-collision', 'malformed'],
  ] as const)('is refused: %s', async (forgery, refusal) => {
    const world = open();
    await created(world.gateway);
    expect(await delivered(world, forgery)).toMatchObject({ kind: 'refused', refusal });
  });

  it('claims another amount, which the merchant compares', async () => {
    const world = open();
    await created(world.gateway);
    expect(await delivered(world, 'altered-amount')).toMatchObject({
      notification: { amounts: [rupiah(1), { minor: 1 }] },
    });
  });

  it('claims another transaction, which the merchant compares', async () => {
    const world = open();
    const payment = await created(world.gateway);
    const received = await delivered(world, 'altered-transaction');
    expect(received).toMatchObject({ kind: 'notification' });
    expect(received).not.toMatchObject({ notification: { acquirerReference: payment.acquirerReference } });
  });

  it.each([
    ['paid', 'paid'],
    ['failed', 'failed'],
    ['unprocessed', 'awaiting-customer'],
    ['in-process', 'processing'],
    ['reversed', 'refunded'],
    ['expired', 'expired'],
    ['cancelled', 'cancelled'],
    ['unknown-status', 'unknown'],
    ['upper-case-signature', 'paid'],
    ['numeric-values', 'paid'],
    ['extra-members', 'paid'],
    ['without-payment-total', 'paid'],
  ] as const)("is not needed for Faspay's own odd messages: %s is %s", async (forgery, status) => {
    const world = open();
    await created(world.gateway);
    expect(await delivered(world, forgery)).toMatchObject({ kind: 'notification', notification: { status } });
  });

  it('reads the paid signature of the bill before it nowhere', async () => {
    const world = open();
    for (const reference of ['1001', '10012']) await world.gateway.createPayment({ ...request, reference });
    const stolen = world.faspay.forge('delimiter-collision', '10012Z', { bill_no: '1001Z', payment_status_code: '2' });
    await deliver(world, stolen);
    expect(world.received.at(-1)).toMatchObject({ kind: 'refused', refusal: 'bad-signature' });
  });
});

describe('the merchant page', () => {
  it('finds the notification address in order', async () => {
    const world = open();
    expect(await world.faspay.saveAndTest()).toEqual({ valid: true, httpStatus: 200, responseCode: '14' });
  });

  it('is told to send JSON when it sends XML', async () => {
    const world = open();
    world.faspay.register({ notificationUrl: 'https://shop.example/pay/faspay/notification', format: 'xml' });
    await created(world.gateway);
    await world.faspay.customer.pay(BILL);
    await world.simulator.idle();
    const [refused] = world.received;
    expect(refused).toMatchObject({ kind: 'refused', refusal: 'malformed' });
    expect(refused?.kind === 'refused' && refused.hint).toContain('Choose JSON, not XML');
  });
});

type World = ReturnType<typeof open>;

async function delivered(
  world: World,
  forgery: Parameters<World['faspay']['forge']>[0],
): Promise<Received | undefined> {
  await deliver(world, world.faspay.forge(forgery, BILL));
  return world.received.at(-1);
}

async function deliver({ gateway, received }: World, forged: Request): Promise<void> {
  const route = gateway.inbound.find(({ kind }) => kind === 'notification');
  const body = new Uint8Array(await forged.arrayBuffer());
  const result = await route?.receive({
    method: 'POST',
    path: new URL(forged.url).pathname,
    query: '',
    headers: forged.headers,
    body,
  });
  if (result !== undefined) received.push(result);
}
