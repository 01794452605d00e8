import { describe, expect, it } from 'vitest';
import { rupiah, type Payment } from '@bayar/core';
import { created, openShop, whole, type Shop } from './shop.ts';

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
