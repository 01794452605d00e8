import { Hono } from 'hono';
import { newOrderId, readOrder } from './forms.ts';
import { payAndGo } from './order-routes.ts';
import { page } from './pages/layout.ts';
import { menuPage } from './pages/menu-page.ts';
import type { Shop } from './shop.ts';
import { languageOf, textFor } from './text/text.ts';

/** The menu, and ordering from it. */
export function menuRoutes(shop: Shop): Hono {
  const app = new Hono();
  app.get('/', (c) => page(c, textFor(c).menu, menuPage(textFor(c), newOrderId())));
  app.post('/orders', async (c) => {
    const mobile = (c.req.header('user-agent') ?? '').includes('Mobi');
    const visit = { origin: shop.origin, language: languageOf(c), mobile };
    const order = readOrder(await c.req.parseBody(), visit);
    return order === undefined ? c.redirect('/', 303) : payAndGo(shop, c, shop.orders.add(order));
  });
  return app;
}
