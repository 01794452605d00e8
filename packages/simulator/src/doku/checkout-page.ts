import type { Hono } from 'hono';
import { readForm } from '../body.ts';
import { formatRupiah, pageResponse, redirectTo } from '../page.ts';
import type { HostedPage } from '../page.ts';
import type { CustomerAction, CustomerDesk } from './customer.ts';
import type { Lifecycle } from './lifecycle.ts';
import { isOpen } from './payment-record.ts';
import type { PaymentRecord } from './payment-record.ts';
import type { PaymentRegister } from './payment-register.ts';
import { statusWord } from './transaction-status.ts';

const brand = { name: 'DOKU · DANA', background: '#e1251b', text: '#ffffff' };
const actions: readonly CustomerAction[] = ['pay', 'fail', 'cancel', 'abandon'];

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
    return pageResponse(checkoutPage(record));
  });

  router.post('/link/:id', async (context) => {
    const record = register.byLink(context.req.param('id'));
    if (!record) return context.notFound();
    const pressed = (await readForm(context.req.raw)).get('action');
    const action = actions.find((candidate) => candidate === pressed);
    if (!action) return pageResponse(checkoutPage(record), 400);
    return redirectTo(leave(record, action));
  });
}

function checkoutPage(record: PaymentRecord): HostedPage {
  const open = isOpen(record);
  return {
    brand,
    title: 'Pay with DANA',
    facts: [
      ['Order', record.request.orderTitle ?? '–'],
      ['Reference', record.request.reference],
      ['Amount', formatRupiah(record.request.amount)],
    ],
    ...(open ? {} : { notice: `This payment is ${statusWord[record.status]}.` }),
    postTo: `/link/${record.linkId}`,
    actions: open
      ? [
          { action: 'pay', label: 'Pay', kind: 'primary' },
          { action: 'fail', label: 'Let the payment fail', kind: 'plain' },
          { action: 'cancel', label: 'Cancel', kind: 'plain' },
          { action: 'abandon', label: 'Leave without deciding', kind: 'plain' },
        ]
      : [],
  };
}
