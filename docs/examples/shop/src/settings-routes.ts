import { Hono } from 'hono';
import { page } from './pages/layout.ts';
import { settingsPage } from './pages/settings-page.ts';
import type { Shop } from './shop.ts';
import { textFor } from './text/text.ts';

/** The acquirers, and which one new payments go to. In a real shop, only staff come here. */
export function settingsRoutes(shop: Shop): Hono {
  const app = new Hono();
  app.get('/', (c) => page(c, textFor(c).settings, settingsPage(textFor(c), shop, c.req.query('saved') !== undefined)));
  app.post('/', async (c) => {
    const { active } = await c.req.parseBody();
    if (typeof active === 'string' && Object.hasOwn(shop.payments.acquirers, active)) shop.settings.active = active;
    return c.redirect('/settings?saved', 303);
  });
  return app;
}
