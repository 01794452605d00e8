import { Hono, type Context } from 'hono';
import { newDraft, readOrderForm } from './forms.ts';
import { payAndGo } from './order-routes.ts';
import { page } from './pages/layout.ts';
import { menuPage } from './pages/menu-page.ts';
import { placeOrder, type Visit } from './place-order.ts';
import type { Shop } from './shop.ts';
import { languageOf, textFor } from './text/text.ts';

/** The menu, and ordering from it. */
export function menuRoutes(shop: Shop): Hono {
  const app = new Hono();
  app.get('/', (c) => page(c, textFor(c).menu, menuPage(textFor(c), newDraft())));
  // Where a form that was wrong is shown again, and its reader asks for the other language.
  app.get('/orders', (c) => c.redirect(`/${new URL(c.req.url).search}`, 303));
  app.post('/orders', async (c) => {
    const read = readOrderForm(await c.req.parseBody());
    if ('form' in read) return payAndGo(shop, c, placeOrder(shop.orders, read.form, visitOf(shop, c)));
    c.status(422);
    return page(c, textFor(c).menu, menuPage(textFor(c), read.draft));
  });
  return app;
}

function visitOf({ origin }: Shop, c: Context): Visit {
  return { origin, language: languageOf(c), mobile: (c.req.header('user-agent') ?? '').includes('Mobi') };
}
