import type { Hono } from 'hono';
import type { Context } from '../context.ts';
import { underFaults } from '../faults/under-faults.ts';
import { createRouter } from '../half.ts';
import { endpoint } from './endpoint.ts';
import type { RedirectPage } from './hosted-page.ts';
import type { Operation } from './operation.ts';
import { redirectPath } from './redirect-url.ts';
import type { FaspayOptions } from './settings.ts';

/** The API's paths answer POST alone; the page shows itself on GET and takes its buttons on POST. */
export function routes(
  context: Context,
  options: FaspayOptions,
  operations: readonly Operation[],
  page: RedirectPage,
): Hono {
  const router = createRouter();
  for (const operation of operations) {
    const answer = endpoint(context, options, operation);
    router.post(operation.path, ({ req }) => answer(req.raw));
    router.all(operation.path, () => new Response('Method Not Allowed', { status: 405, headers: { allow: 'POST' } }));
  }
  const served = (serve: (request: Request) => Promise<Response>) => (request: Request) =>
    underFaults(context, { name: 'redirect' }, request, () => serve(request));
  const show = served(page.show);
  const press = served(page.press);
  router.get(`${redirectPath}/:signature`, ({ req }) => show(req.raw));
  router.post(`${redirectPath}/:signature`, ({ req }) => press(req.raw));
  return router;
}
