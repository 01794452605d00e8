import { money, type Money, type PaymentStatus } from '@bayar/core';
import type { Payments } from '@bayar/payments';
import type { Order } from './orders.ts';

/** Where an order stands for its customer: its payment's status, or what is known before there is one. */
export type Standing = PaymentStatus | 'opening' | 'checking' | 'refused';

/** What can be done about an order now. What its acquirer has no call for is said, not offered. */
export interface Offer {
  readonly standing: Standing;
  /** Ask for the payment's page: for the first time, or again. */
  readonly pay: 'payOn' | 'again' | undefined;
  readonly check: boolean;
  readonly anew: boolean;
  readonly cancel: 'possible' | 'unsupported' | undefined;
  readonly refund: 'possible' | 'unsupported' | undefined;
  readonly parts: 'yes' | 'by-agreement' | 'no';
  /** What is not refunded, and not being refunded. */
  readonly left: Money<'IDR'>;
}

/** Looks at an order, and at what the acquirer of its payment supports: no acquirer is known by name. */
export function offerFor(payments: Payments, order: Order): Offer {
  const standing = standingOf(order);
  const open = standing === 'awaiting-customer';
  const left = leftOf(order);
  const refundable = (standing === 'paid' || standing === 'partially-refunded') && left.minor > 0;
  const offered = (capability: 'cancelPayment' | 'refundPayment'): 'possible' | 'unsupported' =>
    order.payment !== undefined && payments.supports(order.payment, capability) ? 'possible' : 'unsupported';
  return {
    standing,
    pay: open ? 'payOn' : standing === 'refused' ? 'again' : undefined,
    check: order.doubt !== undefined || open || isUnderWay(order, standing),
    anew: ['refused', 'cancelled', 'expired', 'failed', 'refunded'].includes(standing),
    cancel: open ? offered('cancelPayment') : undefined,
    refund: refundable && order.doubt === undefined ? offered('refundPayment') : undefined,
    parts: partsOf(payments, order),
    left,
  };
}

/** Where an order stands for its customer. */
export function standingOf({ payment, doubt, notice }: Order): Standing {
  if (doubt !== undefined && doubt.operation !== 'refundPayment') return 'checking';
  return payment?.status ?? (notice === undefined ? 'opening' : 'refused');
}

function isUnderWay({ refunds }: Order, standing: Standing): boolean {
  return standing === 'processing' || standing === 'unknown' || refunds.some(({ status }) => status === 'processing');
}

function leftOf({ request, refunds }: Order): Money<'IDR'> {
  const taken = refunds.filter(({ status }) => status !== 'failed');
  return money(
    taken.reduce<number>((left, { amount }) => left - amount.minor, request.amount.minor),
    'IDR',
  );
}

function partsOf(payments: Payments, { payment }: Order): Offer['parts'] {
  const parts = payment && payments.acquirers[payment.acquirer]?.traits.partialRefunds;
  return parts === 'yes' || parts === 'no' ? parts : 'by-agreement';
}
