import { actions } from '../hosted-page/actions.ts';
import type { HostedPage, PageAction } from '../hosted-page/hosted-page.ts';
import { facts } from '../hosted-page/facts.ts';
import { brand } from './brand.ts';
import type { Order, OrderStatus } from './order.ts';

const title = { en: 'Payment', id: 'Pembayaran' };

const notices: Readonly<Partial<Record<OrderStatus, HostedPage['notice']>>> = {
  PAYING: {
    tone: 'plain',
    text: { en: 'The payment is being processed.', id: 'Pembayaran sedang diproses.' },
  },
  SUCCESS: { tone: 'good', text: { en: 'This order is paid.', id: 'Pesanan ini sudah dibayar.' } },
  CANCELLED: { tone: 'bad', text: { en: 'This order was cancelled.', id: 'Pesanan ini dibatalkan.' } },
  CLOSED: { tone: 'bad', text: { en: 'This order has expired.', id: 'Pesanan ini sudah kedaluwarsa.' } },
};

/** What every page of an order shows; `open` are the buttons while it can be paid. */
export function orderPage(order: Order, open: readonly PageAction[]): HostedPage {
  const notice = notices[order.status];
  return {
    brand,
    title: order.title || title,
    amount: order.amount,
    facts: [
      facts.order(order.partnerReferenceNo),
      [{ en: 'DANA reference', id: 'Nomor DANA' }, order.referenceNo],
      facts.payBefore(order.expiresAt),
    ],
    ...(notice && { notice }),
    actions: actionsOf(order, open),
  };
}

function actionsOf({ status, paidAt }: Order, open: readonly PageAction[]): readonly PageAction[] {
  if (status === 'INIT') return open;
  // Money on its way can still be seen to arrive, or not.
  if (status === 'PAYING') return open.filter(({ action }) => action === 'pay' || action === 'fail');
  return status !== 'SUCCESS' && paidAt === undefined ? [actions.payLate] : [];
}

/** For an address no order belongs to. */
export const unknownOrder: HostedPage = {
  brand,
  title,
  facts: [],
  notice: {
    tone: 'bad',
    text: { en: 'This payment page does not exist.', id: 'Halaman pembayaran ini tidak ada.' },
  },
  actions: [],
};
