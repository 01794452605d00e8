import type { Issue, Payment } from '@bayar/core';
import type { Secret } from './secret.ts';
import { isWidgetPayment } from './widget-extra.ts';

/** A checkout page that knows the customer. */
export interface BoundCheckout {
  /** Send this customer there, and nobody else: it logs them in. Not for logs or stores. */
  readonly url: string;
  /** ISO 8601. Afterwards, and after one use, the page asks the customer to log in; ask for a fresh one. */
  readonly expiresAt: string;
}

const LIFE_MS = 10 * 60_000;

/** Why the payment has no page that a bound customer could be let in to. */
export function checkBoundPayment(payment: Payment): readonly Issue[] {
  if (!isWidgetPayment(payment)) {
    const fix = "Create it with extra: { product: 'widget' }.";
    return [{ field: 'payment', rule: 'must be a payment through the Widget.', fix }];
  }
  if (payment.status !== 'awaiting-customer') {
    return [
      { field: 'payment.status', rule: 'must be awaiting-customer.', fix: 'Look at the payment: it has moved on.' },
    ];
  }
  if (payment.next.type === 'redirect') return [];
  const fix = 'Call createPayment with the same request again: DANA answers with the payment it has, and its page.';
  return [{ field: 'payment.next', rule: 'must be the checkout page.', fix }];
}

/** The page with the token in its address. The address is DANA's: nothing else in it is touched. */
export function completeCheckout({ next }: Payment, token: Secret, now: Date): BoundCheckout {
  const [page = '', ...fragment] = (next.type === 'redirect' ? next.url : '').split('#');
  const complete = `${page}${page.includes('?') ? '&' : '?'}ott=${encodeURIComponent(token.expose())}`;
  return { url: [complete, ...fragment].join('#'), expiresAt: new Date(now.getTime() + LIFE_MS).toISOString() };
}
