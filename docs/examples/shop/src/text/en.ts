import type { PaymentStatus, RefundStatus } from '@bayar/core';
import type { Product } from '../menu.ts';

/** Where an order stands for its customer: its payment's status, or what is known before there is one. */
export type Standing = PaymentStatus | 'opening' | 'checking' | 'refused';

const standing: Readonly<Record<Standing, readonly [title: string, body: string]>> = {
  opening: ['One moment', 'We are opening your payment.'],
  checking: ['We are checking…', 'We asked and got no clear answer. It may have happened, so please do not order again yet.'],
  refused: ['Not paid', 'Nothing was taken from your account.'],
  'awaiting-customer': ['Not paid yet', 'If you have just paid, this page changes by itself as soon as we are told.'],
  processing: ['Payment under way', 'We have not been told yet how it ended. This page changes by itself.'],
  paid: ['Paid, thank you!', 'Your order is being made.'],
  'partially-refunded': ['Partly refunded', 'Some of your money is on its way back.'],
  refunded: ['Refunded', 'Your money is on its way back.'],
  cancelled: ['Cancelled', 'Nothing was taken from your account.'],
  expired: ['Too late to pay', 'Nothing was taken. Should your money still arrive, this page will say so.'],
  failed: ['The payment failed', 'Nothing was taken from your account.'],
  unknown: ['We are checking…', 'We were told something we cannot read. Please do not order again yet.'],
};

const refunds: Readonly<Record<RefundStatus, string>> = {
  processing: 'under way',
  succeeded: 'done',
  failed: 'failed',
  unknown: 'being checked',
};

const products: Readonly<Record<Product['id'], string>> = {
  'kopi-susu': 'Espresso and fresh milk',
  'es-kopi-aren': 'Iced, with palm sugar',
  'kopi-tubruk': 'Ground and poured, the old way',
  'teh-melati': 'Jasmine tea from Slawi',
};

/** What the shop says, in English. */
export const en = {
  tagline: 'Coffee from the corner, made when it is paid',
  skip: 'Skip to the content',
  menu: 'Menu',
  settings: 'Settings',
  notFound: 'There is nothing here.',
  choose: 'What would you like?',
  who: 'Who is it for?',
  name: 'Name',
  phone: 'Mobile number',
  email: 'E-mail',
  pay: 'Pay',
  payOn: 'Continue to payment',
  again: 'Try again',
  anew: 'Order something new',
  check: 'Check now',
  cancel: 'Cancel this order',
  product: 'Order',
  amount: 'Amount',
  refunded: 'Refunded',
  through: 'Paid through',
  reference: 'Reference',
  counter: 'For the shop',
  counterNote: 'In a real shop, only staff see this part.',
  refundAll: (amount: string) => `Refund ${amount}`,
  refundPart: 'Refund a part',
  part: (most: string) => `Part to refund, in rupiah (at most ${most})`,
  partByAgreement: (acquirer: string) => `Whether parts can be refunded is between you and ${acquirer}; it may refuse.`,
  noRefund: (acquirer: string) => `${acquirer} has no refund: do it by hand in its merchant page.`,
  noCancel: (acquirer: string, time: string) => `${acquirer} cannot cancel: left unpaid, the payment ends by itself at ${time}.`,
  paidLate: 'This was paid after its time had run out. The money has arrived: serve the order, or refund it.',
  notice: { pay: 'Not paid', cancel: 'Not cancelled', refund: 'Not refunded', check: 'No answer yet' },
  active: 'New payments go through',
  activeNote: 'Payments that are open stay with the acquirer they were made at.',
  save: 'Use this one',
  can: { refundPayment: 'refunds', cancelPayment: 'cancels' },
  cannot: { refundPayment: 'no refunds', cancelPayment: 'no cancelling' },
  orders: 'Orders',
  noOrders: 'None yet.',
  endpoints: 'Addresses the acquirers call',
  announced: { registered: 'register it in the merchant page', 'per-request': 'sent with each payment' },
  standing,
  refunds,
  products,
};

/** Everything the shop says. */
export type Text = typeof en;
