import type { Hono } from 'hono';
import { readForm } from '../body.ts';
import { formatRupiah, pageResponse, redirectTo } from '../page.ts';
import type { HostedPage, PageAction } from '../page.ts';
import { brand } from './brand.ts';
import type { CustomerAccounts } from './customer-accounts.ts';
import type { OrderActions } from './customer.ts';
import type { OrderDesk } from './order-desk.ts';
import type { Order } from './order.ts';

const buttons: readonly PageAction[] = [
  { action: 'pay', label: 'Pay', kind: 'primary' },
  { action: 'fail', label: 'Fail the payment', kind: 'plain' },
  { action: 'cancel', label: 'Cancel the order', kind: 'plain' },
];

const notices = {
  INIT: undefined,
  PAYING: 'The payment is being processed.',
  SUCCESS: 'This order is paid.',
  CANCELLED: 'This order was cancelled.',
  CLOSED: 'This order has expired.',
};

/** The page DANA's checkout address opens (DANA reference §1.3). The address as a whole is the key: its `sign` must match. */
export function routeCheckoutPage(
  router: Hono,
  desk: OrderDesk,
  accounts: CustomerAccounts,
  actions: OrderActions,
): void {
  const path = '/n/cashier/new/checkout';
  const show = (order: Order, url: URL, status = 200) => pageResponse(orderPage(order, url, accounts), status);

  router.get(path, (c) => {
    const url = new URL(c.req.url);
    const order = orderOf(desk, url);
    return order ? show(order, url) : pageResponse(unknownOrder, 404);
  });

  router.post(path, async (c) => {
    const url = new URL(c.req.url);
    const order = orderOf(desk, url);
    if (!order) return pageResponse(unknownOrder, 404);
    const action = (await readForm(c.req.raw)).get('action');
    if (action !== 'pay' && action !== 'cancel' && action !== 'fail') return show(order, url, 400);
    const next = actions[action](order);
    return next === '' ? show(order, url) : redirectTo(next);
  });
}

/** The client may add parameters of its own, such as a one-time token; the ones DANA wrote must be there unchanged. */
function orderOf({ book }: OrderDesk, url: URL): Order | undefined {
  const order = book.findBy(
    ({ referenceNo, pagePath }) => pagePath !== '' && referenceNo === url.searchParams.get('bizNo'),
  );
  const written = new URLSearchParams(order?.pagePath.split('?')[1]);
  return [...written].every(([name, value]) => url.searchParams.get(name) === value) ? order : undefined;
}

function orderPage(order: Order, url: URL, accounts: CustomerAccounts): HostedPage {
  const notice = notices[order.status];
  const phone = accounts.oneTimeTokens.spend(url.searchParams.get('ott') ?? '', order.referenceNo);
  return {
    brand,
    title: order.title || 'Payment',
    facts: [
      ['Amount', formatRupiah(order.amount)],
      ['Order', order.partnerReferenceNo],
      ['DANA reference', order.referenceNo],
      ['Customer', phone ?? 'logs in here'],
    ],
    ...(notice !== undefined && { notice }),
    postTo: url.pathname + url.search,
    actions: order.status === 'INIT' || order.status === 'PAYING' ? buttons : [],
  };
}

const unknownOrder: HostedPage = {
  brand,
  title: 'Payment',
  facts: [],
  notice: 'This payment page does not exist.',
  postTo: '',
  actions: [],
};
