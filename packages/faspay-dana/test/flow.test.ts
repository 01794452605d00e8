import { rupiah, type Payment } from '@bayar/core';
import { describe, expect, it } from 'vitest';
import { request } from './merchant.ts';
import { BILL, created, MINUTE, open, statusOf } from './world.ts';

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
      phone: '+6281234567890',
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
