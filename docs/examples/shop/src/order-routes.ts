import { Hono, type Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { rupiah } from '@bayar/core';
import { cancel, check, pay, refund } from './actions.ts';
import { newOrderId, readOrder } from './new-order.ts';
import { offerFor } from './offer.ts';
import type { Order } from './orders.ts';
import { page } from './pages/layout.ts';
import { menuPage } from './pages/menu-page.ts';
import { orderPage } from './pages/order-page.ts';
import type { Shop } from './shop.ts';
import { languageOf, textFor } from './text/text.ts';

/** The menu, and everything about one order. */
export function orderRoutes(shop: Shop): Hono {
  const { orders, payments, origin } = shop;
  const app = new Hono();
  const found = (c: Context): Order | undefined => orders.find(c.req.param('id') ?? '');
  const view = (c: Context, order: Order) => orderPage(textFor(c), order, offerFor(payments, order));

  app.get('/', (c) => page(c, textFor(c).menu, menuPage(textFor(c), newOrderId())));

  app.post('/orders', async (c) => {
    const mobile = /Mobi/.test(c.req.header('user-agent') ?? '');
    const order = readOrder(await c.req.parseBody(), { origin, language: languageOf(c), mobile });
    return order === undefined ? c.redirect('/', 303) : payAndGo(c, orders.add(order));
  });

  app.get('/orders/:id', (c) => {
    const order = found(c);
    return order === undefined ? c.notFound() : page(c, order.product.name, view(c, order));
  });

  // Sends the page anew whenever its order changes, whoever learnt of it.
  app.get('/orders/:id/events', (c) =>
    streamSSE(c, async (stream) => {
      const send = async (): Promise<void> => {
        const order = found(c);
        if (order !== undefined) await stream.writeSSE({ data: String(await view(c, order)) });
      };
      const stop = orders.watch(c.req.param('id'), () => void send());
      await send();
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      stop();
    }),
  );

  app.post('/orders/:id/pay', (c) => {
    const order = found(c);
    return order === undefined ? c.notFound() : payAndGo(c, order);
  });
  app.post('/orders/:id/check', (c) => act(c, (order) => check(shop, order)));
  app.post('/orders/:id/cancel', (c) => act(c, (order) => cancel(shop, order)));
  app.post('/orders/:id/refund', async (c) => {
    const { reference, amount } = await c.req.parseBody();
    const whole = Math.trunc(Number(amount));
    if (!Number.isSafeInteger(whole)) return c.notFound();
    return act(c, (order) => refund(shop, order, { refundReference: String(reference), amount: rupiah(whole) }));
  });
  return app;

  async function payAndGo(c: Context, order: Order): Promise<Response> {
    const next = await pay(shop, order);
    return c.redirect(next.type === 'redirect' ? next.url : `/orders/${order.id}`, 303);
  }

  async function act(c: Context, action: (order: Order) => Promise<void>): Promise<Response> {
    const order = found(c);
    if (order === undefined) return c.notFound();
    await action(order);
    return c.redirect(`/orders/${order.id}`, 303);
  }
}
