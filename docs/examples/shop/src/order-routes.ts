import { Hono, type Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import { cancel, check, pay, refund } from './actions.ts';
import { readRefund } from './forms.ts';
import { offerFor } from './offer.ts';
import type { Order } from './orders.ts';
import { page, type Html } from './pages/layout.ts';
import { orderPage } from './pages/order-page.ts';
import type { Shop } from './shop.ts';
import { textFor } from './text/text.ts';

interface WithOrder {
  Variables: { order: Order };
}

/** One order: its page, its changes as they happen, and what can be done about it. */
export function orderRoutes(shop: Shop): Hono<WithOrder> {
  const app = new Hono<WithOrder>();
  app.use(async (c, next) => {
    const order = shop.orders.find(c.req.param('id') ?? '');
    if (order === undefined) return c.notFound();
    c.set('order', order);
    return next();
  });
  app.get('/', (c) => page(c, c.var.order.product.name, view(shop, c, c.var.order)));
  app.get('/events', (c) => sendChanges(shop, c, c.var.order.id));
  app.post('/pay', (c) => payAndGo(shop, c, c.var.order));
  app.post('/check', (c) => goBackAfter(c, check(shop, c.var.order)));
  app.post('/cancel', (c) => goBackAfter(c, cancel(shop, c.var.order)));
  app.post('/refund', (c) => askForRefund(shop, c, c.var.order));
  // Where a refund form that was wrong is shown again, and its reader asks for the other language.
  app.get('/refund', (c) => c.redirect(`/orders/${c.var.order.id}${new URL(c.req.url).search}`, 303));
  return app;
}

/** Takes the customer to the acquirer's page, or to the order's own where there is nothing to pay. */
export async function payAndGo(shop: Shop, c: Context, order: Order): Promise<Response> {
  const next = await pay(shop, order);
  return c.redirect(next.type === 'redirect' ? next.url : `/orders/${order.id}`, 303);
}

async function askForRefund(shop: Shop, c: Context<WithOrder>, order: Order): Promise<Response> {
  const offer = offerFor(shop.payments, order);
  if (offer.refund !== 'possible') return goBackAfter(c, Promise.resolve());
  const { reference, amount } = await c.req.parseBody();
  // Pressed twice, a refund is one: the second time it is not measured by what the first has left.
  const again = typeof reference === 'string' && order.refundsTried.includes(reference);
  const request = readRefund({ reference, amount }, again ? order.request.amount : offer.left);
  if (request !== undefined) return goBackAfter(c, refund(shop, order, request));
  c.status(422);
  const wrong = { typed: typeof amount === 'string' ? amount : '' };
  return page(c, order.product.name, orderPage(textFor(c), order, offer, wrong));
}

async function goBackAfter(c: Context<WithOrder>, action: Promise<void>): Promise<Response> {
  await action;
  return c.redirect(`/orders/${c.var.order.id}`, 303);
}

function view({ payments }: Shop, c: Context, order: Order): Html {
  return orderPage(textFor(c), order, offerFor(payments, order));
}

// Sends the page anew whenever its order changes, whoever learnt of it.
function sendChanges(shop: Shop, c: Context, id: string): Response {
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
