import { Hono, type Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { cancel, check, pay, refund } from './actions.ts';
import { newOrderId, readOrder, readRefund } from './forms.ts';
import { offerFor } from './offer.ts';
import type { Order } from './orders.ts';
import { page, type Html } from './pages/layout.ts';
import { menuPage } from './pages/menu-page.ts';
import { orderPage } from './pages/order-page.ts';
import type { Shop } from './shop.ts';
import { languageOf, textFor } from './text/text.ts';

type Answer = Response | Promise<Response>;

/** The menu, and everything about one order. */
export function orderRoutes(shop: Shop): Hono {
  const app = new Hono();
  const withOrder = (answer: (c: Context, order: Order) => Answer) => (c: Context) => {
    const order = shop.orders.find(c.req.param('id') ?? '');
    return order === undefined ? c.notFound() : answer(c, order);
  };
  const act = (action: (order: Order, form: Readonly<Record<string, unknown>>) => Promise<void>) =>
    withOrder(async (c, order) => {
      await action(order, await c.req.parseBody());
      return c.redirect(`/orders/${order.id}`, 303);
    });

  app.get('/', (c) => page(c, textFor(c).menu, menuPage(textFor(c), newOrderId())));
  app.post('/orders', (c) => placeOrder(shop, c));
  app.get(
    '/orders/:id',
    withOrder((c, order) => page(c, order.product.name, view(shop, c, order))),
  );
  app.get(
    '/orders/:id/events',
    withOrder((c, order) => events(shop, c, order)),
  );
  app.post(
    '/orders/:id/pay',
    withOrder((c, order) => payAndGo(shop, c, order)),
  );
  app.post(
    '/orders/:id/check',
    act((order) => check(shop, order)),
  );
  app.post(
    '/orders/:id/cancel',
    act((order) => cancel(shop, order)),
  );
  app.post(
    '/orders/:id/refund',
    act(async (order, form) => {
      const request = readRefund(form);
      if (request !== undefined) await refund(shop, order, request);
    }),
  );
  return app;
}

async function placeOrder(shop: Shop, c: Context): Promise<Response> {
  const mobile = (c.req.header('user-agent') ?? '').includes('Mobi');
  const visit = { origin: shop.origin, language: languageOf(c), mobile };
  const order = readOrder(await c.req.parseBody(), visit);
  return order === undefined ? c.redirect('/', 303) : payAndGo(shop, c, shop.orders.add(order));
}

async function payAndGo(shop: Shop, c: Context, order: Order): Promise<Response> {
  const next = await pay(shop, order);
  return c.redirect(next.type === 'redirect' ? next.url : `/orders/${order.id}`, 303);
}

function view({ payments }: Shop, c: Context, order: Order): Html {
  return orderPage(textFor(c), order, offerFor(payments, order));
}

// Sends the page anew whenever its order changes, whoever learnt of it.
function events(shop: Shop, c: Context, { id }: Order): Answer {
  return streamSSE(c, async (stream) => {
    const send = async (): Promise<void> => {
      const order = shop.orders.find(id);
      if (order !== undefined) await stream.writeSSE({ data: String(await view(shop, c, order)) });
    };
    const stop = shop.orders.watch(id, () => void send());
    await send();
    await new Promise<void>((resolve) => stream.onAbort(resolve));
    stop();
  });
}
