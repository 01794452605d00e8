import * as v from 'valibot';
import type { PaymentRef } from '@bayar/core';
import { defined, mismatch, type Mismatch } from '@bayar/core/kit';
import type { Outlet } from '../outlet.ts';

/** Where the payment belongs: later requests must name the same store and division. */
export function encodeLocator({ storeId, divisionId }: Outlet): PaymentRef['locator'] {
  return defined({ storeId, divisionId });
}

/** The fields by which every later request names its order. */
export function encodeOriginal(merchantId: string, { reference, locator }: PaymentRef): object {
  return {
    originalPartnerReferenceNo: reference,
    merchantId,
    subMerchantId: locator['divisionId'],
    externalStoreId: locator['storeId'],
  };
}

/** The fields by which every later answer names its order. */
export const originalEntries = {
  originalPartnerReferenceNo: v.string(),
  originalReferenceNo: v.nullish(v.string()),
};

type Original = v.InferOutput<v.ObjectSchema<typeof originalEntries, undefined>>;

/** Which field says that the answer is about another order. */
export function checkOriginal(wire: Original, ref: PaymentRef): Mismatch | undefined {
  if (wire.originalPartnerReferenceNo !== ref.reference) return mismatch('originalPartnerReferenceNo');
  const theirs = wire.originalReferenceNo ?? undefined;
  const differs = theirs !== undefined && ref.acquirerReference !== undefined && theirs !== ref.acquirerReference;
  return differs ? mismatch('originalReferenceNo') : undefined;
}
