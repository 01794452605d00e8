import type { Hono } from 'hono';
import { readForm } from '../body.ts';
import { actions as buttons, leftPage } from '../hosted-page/actions.ts';
import { facts } from '../hosted-page/facts.ts';
import { pageResponse, redirectTo } from '../hosted-page/response.ts';
import type { HostedPage } from '../hosted-page/hosted-page.ts';
import type { CustomerAccounts } from './customer-accounts.ts';
import type { OrderActions } from './customer.ts';
import type { OrderDesk } from './order-desk.ts';
import { orderPage, unknownOrder } from './order-page.ts';
import type { Order } from './order.ts';
import { isPaidAtTill } from './pay-option.ts';

const { pay, cancel, fail, close, expire, payAfterExpiry } = buttons;

/** The page DANA's checkout address opens (DANA reference §1.3). The address as a whole is the key: its `sign` must match. */
export function routeCheckoutPage(
  router: Hono,
  desk: OrderDesk,
  accounts: CustomerAccounts,
  actions: OrderActions,
): void {
  const path = '/n/cashier/new/checkout';

  router.get(path, ({ req: { raw } }) => {
    const order = orderOf(desk, new URL(raw.url));
    return order ? pageResponse(checkoutPage(order, raw.url, accounts), raw) : pageResponse(unknownOrder, raw, 404);
  });

  router.post(path, async ({ req: { raw } }) => {
    const order = orderOf(desk, new URL(raw.url));
    if (!order) return pageResponse(unknownOrder, raw, 404);
    const pressed = (await readForm(raw)).get('action');
    const page = checkoutPage(order, raw.url, accounts);
    if (pressed === 'close') return pageResponse(leftPage(page), raw);
    const next = press(pressed, order, desk, actions);
    if (next === undefined) return pageResponse(page, raw, 400);
    return redirectTo(next || raw.url);
  });
}

/** Where the browser goes next: nowhere but here where the text is empty, and undefined where there is no such button. */
function press(pressed: string | null, order: Order, desk: OrderDesk, actions: OrderActions): string | undefined {
  switch (pressed) {
    case 'pay':
    case 'cancel':
    case 'fail':
      return actions[pressed](order);
    case 'pay-late':
      return actions.payLate(order);
    case 'expire':
      desk.state.expire(order);
      return '';
    default:
      return undefined;
  }
}

/** The client may add parameters of its own, such as a one-time token; the ones DANA wrote must be there unchanged. */
function orderOf({ book }: OrderDesk, url: URL): Order | undefined {
  const order = book.findBy(
    ({ referenceNo, pagePath }) => pagePath !== '' && referenceNo === url.searchParams.get('bizNo'),
  );
  const written = new URLSearchParams(order?.pagePath.split('?')[1]);
  return [...written].every(([name, value]) => url.searchParams.get(name) === value) ? order : undefined;
}

function checkoutPage(order: Order, url: string, accounts: CustomerAccounts): HostedPage {
  const atTill = isPaidAtTill(order.method);
  const token = new URL(url).searchParams.get('ott') ?? '';
  const phone = accounts.oneTimeTokens.spend(token, order.referenceNo);
  const page = orderPage(order, [atTill ? buttons.payNow : pay, cancel, fail, close, expire, payAfterExpiry]);
  const customer = facts.customer(phone ?? { en: 'logs in here', id: 'masuk di sini' });
  if (!atTill || order.status !== 'INIT') return { ...page, facts: [...page.facts, customer] };
  const label = { en: 'Show this payment code at the till', id: 'Tunjukkan kode pembayaran ini di kasir' };
  // DANA documents no code for the till; the page shows one made from its own reference.
  return { ...page, code: { label, text: order.referenceNo.slice(-12), look: 'digits' } };
}
