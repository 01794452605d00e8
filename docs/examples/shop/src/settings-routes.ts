import { Hono, type Context } from 'hono';
import { page } from './pages/layout.ts';
import { settingsPage, type Said } from './pages/settings-page.ts';
import type { Shop } from './shop.ts';
import { textFor } from './text/text.ts';

/** The acquirers, and which one new payments go to. In a real shop, only staff come here. */
export function settingsRoutes(shop: Shop): Hono {
  const app = new Hono();
  app.get('/', (c) => show(shop, c, c.req.query('saved') === undefined ? undefined : 'saved'));
  app.post('/', async (c) => {
    const { active } = await c.req.parseBody();
    if (typeof active !== 'string' || !Object.hasOwn(shop.payments.acquirers, active)) {
      c.status(422);
      return show(shop, c, 'not-saved');
    }
    shop.settings.active = active;
    return c.redirect('/settings?saved', 303);
  });
  return app;
}

function show(shop: Shop, c: Context, said?: Said): Response | Promise<Response> {
  return page(c, textFor(c).settings, settingsPage(textFor(c), shop, said));
}
