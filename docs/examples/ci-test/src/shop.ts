import { rupiah } from '@bayar/core';
import type { DanaDirect } from '@bayar/dana-direct';
import { createPayments, memoryLedger } from '@bayar/payments';

/** A shop that sells one coffee: `POST /buy/<order>` answers where to pay, `GET /orders/<order>` how it stands. */
export function createShop(dana: DanaDirect): (request: Request) => Promise<Response> {
  const orders = new Map<string, string>();
  const payments = createPayments({
    acquirers: { dana },
    active: 'dana',
    publicUrl: 'https://shop.example/pay',
    ledger: memoryLedger(),
  });
  payments.on('payment.paid', ({ payment }) => void orders.set(payment.reference, 'paid'));

  async function buy(order: string): Promise<Response> {
    const outcome = await payments.createPayment({
      reference: order,
      amount: rupiah(25_000),
      title: 'Kopi susu',
      returnUrl: `https://shop.example/orders/${order}`,
    });
    orders.set(order, outcome.kind);
    if (outcome.kind === 'unknown') await payments.resolve(outcome.inquiry);
    const next = outcome.kind === 'done' ? outcome.value.next : undefined;
    return Response.json({ outcome: outcome.kind, payAt: next?.type === 'redirect' ? next.url : undefined });
  }

  return async (request) => {
    const [, page = '', order = ''] = new URL(request.url).pathname.split('/');
    if (page === 'pay') return payments.handler(request);
    return page === 'buy' ? buy(order) : new Response(orders.get(order) ?? 'unknown order');
  };
}
