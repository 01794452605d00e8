import type { Issue, PaymentRef } from '@bayar/core';
import { mismatch, type Mismatch } from '@bayar/core/kit';
import * as v from 'valibot';

const schema = v.object({ trxId: v.pipe(v.string(), v.nonEmpty()), billNo: v.pipe(v.string(), v.nonEmpty()) });

/** What finds a payment again: the bill number as it was sent, since how it is made is a setting, and Faspay's transaction id. */
export type Locator = v.InferOutput<typeof schema>;

/** What the transaction is found by. A reference without it has failed {@link checkLocator}. */
export function readLocator(ref: PaymentRef): Locator {
  return v.parse(schema, ref.locator);
}

/**
 * Why Faspay cannot be asked about a payment. It is asked by its own transaction id, which only the answer to the creation
 * carries in a form that can be trusted; when that answer was lost, there is nothing to ask by.
 */
export function checkLocator({ ref }: { readonly ref: PaymentRef }): readonly Issue[] {
  if (v.is(schema, ref.locator)) return [];
  return [
    {
      field: 'locator',
      rule: "must hold Faspay's transaction id, which is not known when the answer to the creation was lost.",
      fix: 'Look the reference up on the Faspay merchant page, or let the bill expire. To be paid before that, use another reference.',
    },
  ];
}

/** The first field in which an answer is about another transaction than the one asked about. */
export function differing(
  wire: { readonly merchant_id: string; readonly trx_id: string; readonly bill_no: string },
  merchantId: string,
  { trxId, billNo }: Locator,
): Mismatch | undefined {
  if (wire.merchant_id !== merchantId) return mismatch('merchant_id');
  if (wire.trx_id !== trxId) return mismatch('trx_id');
  return wire.bill_no === billNo ? undefined : mismatch('bill_no');
}
