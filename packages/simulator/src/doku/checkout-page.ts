import type { Hono } from 'hono';
import { readForm } from '../body.ts';
import { actions as buttons, leftPage } from '../hosted-page/actions.ts';
import { facts } from '../hosted-page/facts.ts';
import { pageResponse, redirectTo } from '../hosted-page/response.ts';
import type { Brand, HostedPage, PageAction } from '../hosted-page/hosted-page.ts';
import type { CustomerAction, CustomerDesk } from './customer.ts';
import type { Lifecycle } from './lifecycle.ts';
import { isOpen, wasPaid } from './payment-record.ts';
import type { PaymentRecord } from './payment-record.ts';
import type { PaymentRegister } from './payment-register.ts';
import type { TransactionStatus } from './transaction-status.ts';

const brand: Brand = { name: 'DOKU · DANA', background: '#c81e14', text: '#ffffff' };
const actions: readonly CustomerAction[] = ['pay', 'fail', 'cancel', 'abandon', 'pay-late'];

const { pay, cancel, abandon, fail, close, expire, payAfterExpiry } = buttons;
const whileOpen: readonly PageAction[] = [pay, cancel, abandon, fail, close, expire, payAfterExpiry];

const notices: Readonly<Partial<Record<TransactionStatus, HostedPage['notice']>>> = {
  '00': { tone: 'good', text: { en: 'This payment is paid.', id: 'Pembayaran ini berhasil.' } },
  '04': { tone: 'plain', text: { en: 'This payment is refunded.', id: 'Pembayaran ini dikembalikan.' } },
  '05': {
    tone: 'bad',
    text: { en: 'This payment is cancelled or has expired.', id: 'Pembayaran ini dibatalkan atau kedaluwarsa.' },
  },
  '06': { tone: 'bad', text: { en: 'This payment failed.', id: 'Pembayaran ini gagal.' } },
};

/** The page behind `webRedirectUrl`. */
export function routeCheckoutPage(
  router: Hono,
  register: PaymentRegister,
  lifecycle: Lifecycle,
  leave: CustomerDesk,
): void {
  router.get('/link/:id', (context) => {
    const record = register.byLink(context.req.param('id'));
    if (!record) return context.notFound();
    lifecycle.expireIfDue(record);
    lifecycle.opened(record);
    return pageResponse(checkoutPage(record), context.req.raw);
  });

  router.post('/link/:id', async (context) => {
    const record = register.byLink(context.req.param('id'));
    if (!record) return context.notFound();
    const { raw } = context.req;
    const pressed = (await readForm(raw)).get('action');
    if (pressed === 'close') return pageResponse(leftPage(checkoutPage(record)), raw);
    if (pressed === 'expire') {
      lifecycle.expire(record);
      return redirectTo(raw.url);
    }
    const action = actions.find((candidate) => candidate === pressed);
    if (!action) return pageResponse(checkoutPage(record), raw, 400);
    return redirectTo(leave(record, action));
  });
}

function checkoutPage(record: PaymentRecord): HostedPage {
  const { orderTitle, reference, amount } = record.request;
  const notice = notices[record.status];
  const afterwards = wasPaid(record) ? [] : [buttons.payLate];
  return {
    brand,
    title: orderTitle ?? { en: 'Pay with DANA', id: 'Bayar dengan DANA' },
    amount,
    facts: [facts.order(reference), facts.payBefore(record.expiresAt)],
    ...(notice && { notice }),
    actions: isOpen(record) ? whileOpen : afterwards,
  };
}
