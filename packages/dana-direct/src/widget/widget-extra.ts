import type { PaymentRef } from '@bayar/core';
import { defined } from '@bayar/core/kit';
import type { DanaDirectExtra } from '../outlet.ts';

/** A payment through DANA's Widget: for customers who are bound, or who log in on the page. */
export interface DanaWidgetExtra {
  readonly product: 'widget';
  /** Merchant category code; 1 to 64 characters. Default: the one of the settings. */
  readonly mcc?: string;
  /** The store, as DANA knows it: its `externalShopId`; 1 to 64 characters. Default: the one of the settings. */
  readonly storeId?: string;
  /** The division, as DANA knows it: its `externalDivisionId`; 1 to 32 characters. Default: the one of the settings. */
  readonly divisionId?: string;
}

/** What a payment's locator says of its product. Payments of the Payment Gateway say nothing. */
export const WIDGET = Object.freeze({ product: 'widget' } as const);

/** Whether the payment is the Widget's. */
export function isWidgetPayment({ locator }: PaymentRef): boolean {
  return locator['product'] === WIDGET.product;
}

/** The reference of a payment that is known to be the Widget's. */
export function located(ref: PaymentRef): PaymentRef {
  return { ...ref, locator: { ...ref.locator, ...WIDGET } };
}

/** Where a Widget payment belongs inside the merchant. */
export function outletExtra({ mcc, storeId, divisionId }: Partial<DanaWidgetExtra> = {}): DanaDirectExtra {
  return defined({ mcc, storeId, divisionId });
}
