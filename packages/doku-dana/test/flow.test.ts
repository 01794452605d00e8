import { describe, expect, it } from 'vitest';
import { rupiah, type Payment } from '@bayar/core';
import { openShop, order, type Shop } from './shop.ts';

async function created(shop: Shop, reference = 'INV-1'): Promise<Payment> {
  const outcome = await shop.doku.createPayment(order(reference));
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

describe.each(['documented', 'standard'] as const)('a payment through DOKU, %s service codes', (serviceCodes) => {
  it('is created, paid, notified, found paid, and refunded', async () => {
    const shop = openShop({ serviceCodes, fields: 'strict', signedBody: 'minified' });
    const payment = await created(shop);
    expect(payment).toMatchObject({ status: 'awaiting-customer', next: { type: 'redirect' }, adapter: 'doku-dana' });

    await shop.simulator.doku.customer.pay('INV-1');
    await shop.settle();
    expect(shop.received.map(({ kind }) => kind)).toEqual(['answered', 'notification']);
    expect(shop.received[1]).toMatchObject({
      notification: { reference: 'INV-1', status: 'paid', code: '00', amounts: [rupiah(25_000)] },
    });
    expect(shop.simulator.doku.payment('INV-1')?.deliveries).toMatchObject([{ verdict: 'acknowledged' }]);

    await shop.settle(61_000);
    expect(await shop.doku.getPayment(payment)).toMatchObject({ kind: 'found', value: { status: 'paid' } });

    const refund = { refundReference: 'RF-1', amount: rupiah(25_000), reason: 'Habis' };
    expect(await shop.doku.refundPayment(payment, refund)).toMatchObject({
      kind: 'done',
      value: { refundReference: 'RF-1', status: 'succeeded', amount: rupiah(25_000) },
    });
    expect(await shop.doku.getRefund(payment, refund)).toMatchObject({ kind: 'found', value: { status: 'succeeded' } });
    expect(await shop.doku.getPayment(payment)).toMatchObject({
      kind: 'found',
      value: { status: 'refunded', refunded: rupiah(25_000) },
    });
    expect(shop.simulator.doku.payment('INV-1')).toMatchObject({ charges: 1, refunds: [{ amount: 2_500_000 }] });
  });
});
