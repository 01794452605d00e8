import { rupiah, type Verdict } from '@bayar/core';
import { describe, expect, it } from 'vitest';
import { request } from './account.ts';
import { pay, shop } from './simulated-shop.ts';

const MINUTE_MS = 60_000;

describe('a payment at the simulated DANA', () => {
  it('is created, paid, notified, and found paid', async () => {
    const { dana, simulator, notified } = shop();
    const payment = await pay(dana);
    expect(await dana.getPayment(payment)).toMatchObject({ kind: 'found', value: { status: 'awaiting-customer' } });
    await simulator.dana.customer.pay(payment.reference);
    await simulator.idle();
    expect(notified).toMatchObject([
      {
        reference: payment.reference,
        acquirerReference: payment.acquirerReference,
        status: 'paid',
        amounts: [payment.amount],
      },
    ]);
    expect(await dana.getPayment(payment)).toMatchObject({ kind: 'found', value: { status: 'paid' } });
    expect(simulator.dana.payment(payment.reference)?.charges).toBe(1);
  });

  it('is given back in two parts', async () => {
    const { dana, simulator } = shop();
    const payment = await pay(dana);
    await simulator.dana.customer.pay(payment.reference);
    const first = { refundReference: 'RF-1', amount: rupiah(5_000) };
    expect(await dana.refundPayment(payment, first)).toMatchObject({ kind: 'done', value: { status: 'succeeded' } });
    expect(await dana.refundPayment(payment, first)).toMatchObject({ kind: 'done' });
    expect(await dana.getPayment(payment)).toMatchObject({
      value: { status: 'partially-refunded', refunded: rupiah(5_000) },
    });
    await dana.refundPayment(payment, { refundReference: 'RF-2', amount: rupiah(10_000) });
    expect(await dana.getPayment(payment)).toMatchObject({ value: { status: 'refunded', refunded: rupiah(15_000) } });
    expect(await dana.refundPayment(payment, { refundReference: 'RF-3', amount: rupiah(1) })).toMatchObject({
      kind: 'declined',
      decline: { code: '4035802' },
    });
    expect(await dana.refundPayment(payment, { ...first, amount: rupiah(6_000) })).toMatchObject({
      kind: 'unknown',
      inquiry: { doubt: 'already-exists' },
    });
  });

  it('is not given back before it is paid', async () => {
    const { dana } = shop();
    const outcome = await dana.refundPayment(await pay(dana), { refundReference: 'RF-1', amount: rupiah(5_000) });
    expect(outcome).toMatchObject({ kind: 'declined', decline: { reason: 'wrong-status', code: '4045800' } });
  });

  it('is cancelled before it is paid', async () => {
    const { dana } = shop();
    const payment = await pay(dana);
    expect(await dana.cancelPayment(payment, 'out of stock')).toMatchObject({
      kind: 'done',
      value: { status: 'cancelled' },
    });
    expect(await dana.getPayment(payment)).toMatchObject({ value: { status: 'cancelled' } });
  });

  it('is cancelled after it was paid, and the money goes back', async () => {
    const { dana, simulator } = shop();
    const payment = await pay(dana);
    await simulator.dana.customer.pay(payment.reference);
    const reading = await dana.getPayment(payment);
    if (reading.kind !== 'found') throw new Error(reading.kind);
    expect(await dana.cancelPayment(reading.value)).toMatchObject({ kind: 'done', value: { status: 'refunded' } });
    expect(await dana.getPayment(payment)).toMatchObject({ value: { status: 'refunded' } });
  });

  it('can no longer be cancelled a day after it was paid', async () => {
    const { dana, simulator } = shop();
    const payment = await pay(dana);
    await simulator.dana.customer.pay(payment.reference);
    await simulator.clock.advance(24 * 60 * MINUTE_MS + 1_000);
    expect(await dana.cancelPayment(payment)).toMatchObject({ kind: 'declined', decline: { reason: 'expired' } });
  });

  it('expires', async () => {
    const { dana, simulator, notified } = shop();
    const payment = await pay(dana);
    await simulator.clock.advance(31 * MINUTE_MS);
    await simulator.idle();
    expect(notified).toMatchObject([{ reference: payment.reference, status: 'expired' }]);
    expect(await dana.getPayment(payment)).toMatchObject({ value: { status: 'expired' } });
  });

  it('is one payment although the first answer was lost', async () => {
    const { dana, simulator } = shop();
    const fault = { type: 'reset', when: 'after-commit' } as const;
    simulator.faults.add({ acquirer: 'dana', operation: 'createOrder', times: 2, fault });
    await pay(dana);
    expect(simulator.dana.payments()).toHaveLength(1);
  });

  it('is declined under a reference that was used for something else', async () => {
    const { dana } = shop();
    await pay(dana);
    expect(await dana.createPayment({ ...request, amount: rupiah(16_000) })).toMatchObject({
      kind: 'declined',
      decline: { reason: 'inconsistent', code: '4045418' },
    });
  });

  it('is absent when DANA never heard of it', async () => {
    const { dana } = shop();
    const payment = await pay(dana);
    expect(await dana.getPayment({ ...payment, reference: 'ORDER-2026-0002' })).toEqual({
      kind: 'absent',
      final: true,
    });
  });
});

describe('a notification of the simulated DANA', () => {
  it('comes again until it is accepted, always as the same fact', async () => {
    const verdicts: Verdict[] = ['retry-later', 'unknown-payment', 'accepted'];
    const { dana, simulator, notified } = shop({}, () => verdicts.shift() ?? 'accepted');
    const payment = await pay(dana);
    await simulator.dana.customer.pay(payment.reference);
    await simulator.clock.advance(7 * 24 * 60 * MINUTE_MS);
    await simulator.idle();
    expect(notified.map(({ id }) => id)).toEqual(Array<string>(3).fill(`${payment.acquirerReference ?? ''}:00`));
    expect(simulator.dana.payment(payment.reference)?.deliveries.map(({ verdict }) => verdict)).toEqual([
      'not-acknowledged',
      'not-acknowledged',
      'acknowledged',
    ]);
  });

  it('is believed with its times in milliseconds', async () => {
    const { dana, simulator, notified } = shop({ notifyTimes: 'epoch-ms' });
    await simulator.dana.customer.pay((await pay(dana)).reference);
    await simulator.idle();
    expect(notified).toMatchObject([{ status: 'paid', paidAt: '2026-09-01T03:00:00.000Z' }]);
  });

  it('is refused with another signature and from another merchant', async () => {
    const { dana, simulator, notified } = shop();
    const { reference } = await pay(dana);
    simulator.dana.notify(reference, { latestTransactionStatus: '00', signature: 'wrong' });
    simulator.dana.notify(reference, { latestTransactionStatus: '00', merchantId: '216620000000000000002' });
    await simulator.idle();
    expect(notified).toEqual([]);
    expect(simulator.dana.payment(reference)?.deliveries.map(({ response }) => response?.status)).toEqual([401, 404]);
  });
});
