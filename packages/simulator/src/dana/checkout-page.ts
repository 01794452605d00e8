import type { Hono } from 'hono';
import { formatRupiah, pageResponse, redirectTo } from '../page.ts';
import type { HostedPage, PageAction } from '../page.ts';
import type { OrderActions } from './customer.ts';
import type { OrderDesk } from './order-desk.ts';
import type { Order } from './order.ts';

const brand = { name: 'DANA', background: '#118eea', text: '#ffffff' };

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
export function routeCheckoutPage(router: Hono, desk: OrderDesk, actions: OrderActions): void {
  const path = '/n/cashier/new/checkout';

  router.get(path, (c) => {
    const order = orderOf(desk, new URL(c.req.url));
    return order ? pageResponse(orderPage(order, new URL(c.req.url))) : pageResponse(unknownOrder, 404);
  });

  router.post(path, async (c) => {
    const order = orderOf(desk, new URL(c.req.url));
    if (!order) return pageResponse(unknownOrder, 404);
    const { action } = await c.req.parseBody();
    if (action !== 'pay' && action !== 'cancel' && action !== 'fail')
      return pageResponse(orderPage(order, new URL(c.req.url)), 400);
    const next = actions[action](order);
    return next === '' ? pageResponse(orderPage(order, new URL(c.req.url))) : redirectTo(next);
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

function orderPage(order: Order, url: URL): HostedPage {
  const notice = notices[order.status];
  return {
    brand,
    title: order.title || 'Payment',
    facts: [
      ['Amount', formatRupiah(order.amount)],
      ['Order', order.partnerReferenceNo],
      ['DANA reference', order.referenceNo],
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
