import { fileURLToPath } from 'node:url';
import { Hono, type Context } from 'hono';
import { html } from 'hono/html';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { serveStatic } from '@hono/node-server/serve-static';
import { menuRoutes } from './menu-routes.ts';
import { orderRoutes } from './order-routes.ts';
import { page } from './pages/layout.ts';
import { settingsRoutes } from './settings-routes.ts';
import type { Shop } from './shop.ts';
import { chooseLanguage, textFor } from './text/text.ts';

const publicFolder = fileURLToPath(new URL('../public', import.meta.url));

/** The shop as a web application. */
export function createApp(shop: Shop): Hono {
  const app = new Hono();
  // Before everything else: acquirers are no browsers, and their signatures cover the bytes of the body.
  app.all(`${new URL(shop.publicUrl).pathname}/*`, ({ req }) => shop.payments.handler(req.raw));
  app.use(secureHeaders({ referrerPolicy: 'same-origin', contentSecurityPolicy: { defaultSrc: ["'self'"] } }));
  app.use(csrf({ origin: shop.origin }));
  app.use('/:file{.+\\.(?:css|js|svg)}', serveStatic({ root: publicFolder }));
  app.use(chooseLanguage);
  app.route('/', menuRoutes(shop));
  app.route('/orders/:id', orderRoutes(shop));
  app.route('/settings', settingsRoutes(shop));
  app.notFound((c) => nothingHere(c));
  return app;
}

function nothingHere(c: Context): Response | Promise<Response> {
  c.status(404);
  const { notFound, notFoundWhy, toMenu } = textFor(c);
  return page(
    c,
    notFound,
    html`<article>
      <h1>${notFound}</h1>
      <p>${notFoundWhy}</p>
      <a class="button" href="/">${toMenu}</a>
    </article>`,
  );
}
