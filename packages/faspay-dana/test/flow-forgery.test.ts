import { rupiah } from '@bayar/core';
import { describe, expect, it } from 'vitest';
import { request } from './merchant.ts';
import { BILL, created, deliver, delivered, open } from './world.ts';

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
