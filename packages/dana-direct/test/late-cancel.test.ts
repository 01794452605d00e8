import { describe, expect, it } from 'vitest';
import { DANA_CANCEL_WINDOW_MS, recheckAt } from '../src/index.ts';
import { pay, shop } from './simulated-shop.ts';

const paidAt = '2026-09-01T03:00:00.000Z';

describe('a payment the customer may still cancel inside DANA', () => {
  it('is worth a last inquiry as the window of 24 hours closes', () => {
    expect(recheckAt({ status: 'paid', paidAt })).toEqual(new Date('2026-09-02T03:00:00.000Z'));
  });

  it('is worth none when it is not paid, or nobody knows since when', () => {
    expect(recheckAt({ status: 'refunded', paidAt })).toBeUndefined();
    expect(recheckAt({ status: 'awaiting-customer' })).toBeUndefined();
    expect(recheckAt({ status: 'paid' })).toBeUndefined();
  });

  it('is found given back by that inquiry', async () => {
    const { dana, simulator } = shop();
    const payment = await pay(dana);
    await simulator.dana.customer.pay(payment.reference);
    await simulator.clock.advance(DANA_CANCEL_WINDOW_MS - 60_000);
    // From DANA's app or its portal: somewhere this process does not hear of.
    await dana.cancelPayment(payment);
    expect(await dana.getPayment(payment)).toMatchObject({ kind: 'found', value: { status: 'refunded' } });
  });
});
