import type { Issue } from '@bayar/core';
import { checkTexts } from './text-limits.ts';

/** Where a payment belongs inside the merchant: what one payment may set differently from the settings. */
export interface OutletExtra {
  /** Merchant category code; 1 to 64 characters. Default: the one of the settings. */
  readonly mcc?: string;
  /** The store, as DANA knows it: its `externalShopId`; 1 to 64 characters. Default: the one of the settings. */
  readonly storeId?: string;
  /** The division, as DANA knows it: its `externalDivisionId`; 1 to 32 characters. Default: the one of the settings. */
  readonly divisionId?: string;
}

/** Where one payment belongs, once decided. */
export interface Outlet {
  readonly mcc: string;
  readonly storeId?: string | undefined;
  readonly divisionId?: string | undefined;
}

/** What the payment says, and the settings where it says nothing. */
export function outletOf(settings: Outlet, extra: OutletExtra = {}): Outlet {
  return {
    mcc: extra.mcc ?? settings.mcc,
    storeId: extra.storeId ?? settings.storeId,
    divisionId: extra.divisionId ?? settings.divisionId,
  };
}

/** Longest values DANA takes. */
export const outletLengths = Object.freeze({ mcc: 64, storeId: 64, divisionId: 32 });

/** Every part that DANA would refuse for its length. */
export function checkOutlet(extra: OutletExtra): readonly Issue[] {
  return checkTexts('extra', extra, outletLengths);
}
