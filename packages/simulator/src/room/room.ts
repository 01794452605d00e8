import type { Context } from 'hono';
import { safeParse } from 'valibot';
import type { Control } from '../control/control.ts';
import { createRouter, sandboxFetch } from '../half.ts';
import type { SandboxFetch } from '../half.ts';
import { routeApi } from './api.ts';
import { paymentName } from './input.ts';
import { languageOf } from './language.ts';
import { accountsPage } from './pages/accounts.ts';
import { faultsPage } from './pages/faults.ts';
import { paymentPage } from './pages/payment.ts';
import { paymentsPage } from './pages/payments.ts';
import { problemPage } from './pages/problem.ts';
import { requestsPage } from './pages/requests.ts';
import { setupPage } from './pages/setup.ts';
import { script } from './script.ts';
import { style } from './style.ts';
import { textsIn } from './view.ts';
import type { Html, View } from './view.ts';

/** Nothing from elsewhere is loaded, embedded or posted to; merchants' texts are shown on these pages. */
const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The control room and its API. */
export function createRoom(control: Control): SandboxFetch {
  const router = createRouter();
  router.use(async (c, next) => (isFromElsewhere(c) ? c.text('Not from another site', 403) : next()));
  router.use(async (c, next) => {
    await next();
    c.header('content-security-policy', policy);
    c.header('x-content-type-options', 'nosniff');
    c.header('referrer-policy', 'same-origin');
  });
  router.get('/room.css', (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }));
  router.get('/room.js', (c) => c.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }));
  routeApi(router, control);

  const page = (path: string, render: (view: View) => Html) =>
    router.get(path, (c) => c.html(render(viewOf(c, control)), 200, { 'cache-control': 'no-store' }));
  router.get('/', (c) =>
    c.html(paymentsPage(viewOf(c, control), c.req.query('q') ?? ''), 200, { 'cache-control': 'no-store' }),
  );
  router.get('/payment', (c) => {
    const name = safeParse(paymentName, c.req.query());
    const payment = name.success ? control.payment(name.output) : undefined;
    return payment
      ? c.html(paymentPage(viewOf(c, control), payment), 200, { 'cache-control': 'no-store' })
      : notFound(c);
  });
  page('/requests', requestsPage);
  page('/faults', faultsPage);
  page('/setup', setupPage);
  page('/accounts', accountsPage);
  router.notFound(notFound);
  return sandboxFetch(router);
}

/** Browsers name the site a request comes from; programs name none. No other site may press this room's buttons. */
function isFromElsewhere(c: Context): boolean {
  const origin = c.req.header('origin');
  const isReading = c.req.method === 'GET' || c.req.method === 'HEAD';
  return !isReading && origin !== undefined && origin !== new URL(c.req.url).origin;
}

function notFound(c: Context): Response | Promise<Response> {
  const language = languageOf(c);
  return c.html(problemPage(language, textsIn(language).notFound, '/'), 404);
}

function viewOf(c: Context, control: Control): View {
  const language = languageOf(c);
  const url = new URL(c.req.url);
  url.searchParams.delete('lang');
  return { control, language, texts: textsIn(language), here: `${url.pathname}${url.search}` };
}
