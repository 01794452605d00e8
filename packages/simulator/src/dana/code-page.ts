import type { Hono } from 'hono';
import { readForm } from '../body.ts';
import { actions as buttons, leftPage } from '../hosted-page/actions.ts';
import { pageResponse, redirectTo } from '../hosted-page/response.ts';
import type { HostedPage } from '../hosted-page/hosted-page.ts';
import type { OrderActions } from './customer.ts';
import type { OrderDesk } from './order-desk.ts';
import { orderPage, unknownOrder } from './order-page.ts';
import type { Order } from './order.ts';
import { isQris, isVirtualAccount } from './pay-option.ts';

const { payNow, fail, close, expire, payAfterExpiry } = buttons;

/** Where whoever tests pays an order that has no page at DANA: by transfer, by QR code, or in another app. */
export function codePagePath({ referenceNo }: Pick<Order, 'referenceNo'>): string {
  return `/sandbox/orders/${referenceNo}`;
}

/** The pages of orders whose customer is elsewhere: no browser of theirs goes back to the shop. */
export function routeCodePages(router: Hono, { book, state }: OrderDesk, actions: OrderActions): void {
  const path = codePagePath({ referenceNo: ':referenceNo' });
  const orderOf = (asked: string) => book.findBy((order) => order.referenceNo === asked && order.pagePath === '');
  const deeds: Readonly<Record<string, (order: Order) => unknown>> = {
    pay: state.pay,
    fail: actions.fail,
    expire: state.expire,
    'pay-late': actions.payLate,
  };

  router.get(path, (c) => {
    const order = orderOf(c.req.param('referenceNo') ?? '');
    return order ? pageResponse(codePage(order), c.req.raw) : pageResponse(unknownOrder, c.req.raw, 404);
  });

  router.post(path, async (c) => {
    const { raw } = c.req;
    const order = orderOf(c.req.param('referenceNo') ?? '');
    if (!order) return pageResponse(unknownOrder, raw, 404);
    const pressed = (await readForm(raw)).get('action') ?? '';
    if (pressed === 'close') return pageResponse(leftPage(codePage(order)), raw);
    const deed = Object.hasOwn(deeds, pressed) ? deeds[pressed] : undefined;
    if (!deed) return pageResponse(codePage(order), raw, 400);
    deed(order);
    return redirectTo(raw.url);
  });
}

function codePage(order: Order): HostedPage {
  const page = orderPage(order, [payNow, fail, close, expire, payAfterExpiry]);
  if (order.status !== 'INIT') return page;
  const code = codeOf(order);
  if (code) return { ...page, code };
  const text = { en: 'Confirm the payment on your phone.', id: 'Konfirmasi pembayaran di ponsel Anda.' };
  return { ...page, notice: { tone: 'plain', text } };
}

function codeOf({ method, paymentCode = '' }: Order): HostedPage['code'] {
  if (isQris(method)) {
    const label = { en: 'Scan with any app that reads QRIS', id: 'Pindai dengan aplikasi apa pun yang membaca QRIS' };
    return { label, text: paymentCode, look: 'qr' };
  }
  if (!isVirtualAccount(method)) return undefined;
  const bank = method?.payOption.replace(/^VIRTUAL_ACCOUNT_/, '').split('_')[0] ?? '';
  const label = { en: `Virtual account number, ${bank}`, id: `Nomor virtual account ${bank}` };
  return { label, text: paymentCode, look: 'digits' };
}
