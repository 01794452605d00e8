import type { Issue } from '@bayar/core';

/** Where a payment belongs inside the merchant: what one payment may set differently from the settings. */
export interface DanaDirectExtra {
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
export function outletOf(settings: Outlet, extra: DanaDirectExtra = {}): Outlet {
  return {
    mcc: extra.mcc ?? settings.mcc,
    storeId: extra.storeId ?? settings.storeId,
    divisionId: extra.divisionId ?? settings.divisionId,
  };
}

/** Longest values DANA takes. */
export const outletLengths = Object.freeze({ mcc: 64, storeId: 64, divisionId: 32 });

/** Every part that DANA would refuse for its length. */
export function checkOutlet(extra: DanaDirectExtra): readonly Issue[] {
  const parts = ['mcc', 'storeId', 'divisionId'] as const;
  return parts
    .filter((part) => !fits(extra[part], outletLengths[part]))
    .map((part) => ({
      field: `extra.${part}`,
      rule: `must be text of 1 to ${String(outletLengths[part])} characters.`,
      fix: 'Leave it out for the one of the settings.',
    }));
}

function fits(value: string | undefined, maxLength: number): boolean {
  return value === undefined || (value !== '' && value.length <= maxLength);
}
