import type { PaymentRef } from '@bayar/core';
import type { DanaDirectExtra } from '../extra.ts';

/** A payment through DANA's Widget: for customers who are bound, or who log in on the page, and choose there how to pay. */
export interface DanaWidgetExtra extends Omit<DanaDirectExtra, 'method' | 'disabledMethods'> {
  readonly product: 'widget';
}

/** What a payment's locator says of its product. Payments of the Payment Gateway say nothing. */
export const WIDGET = Object.freeze({ product: 'widget' } as const);

/** Whether the payment is the Widget's. */
export function isWidgetPayment({ locator }: PaymentRef): boolean {
  return locator['product'] === WIDGET.product;
}

/** The reference of a payment that is known to be the Widget's. */
export function located<Ref extends PaymentRef>(ref: Ref): Ref {
  return { ...ref, locator: { ...ref.locator, ...WIDGET } };
}
