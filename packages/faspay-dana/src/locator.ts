import type { Issue, PaymentRef } from '@bayar/core';
import { mismatch, type Mismatch } from '@bayar/core/kit';
import * as v from 'valibot';
import { isBillOf } from './bill-number.ts';

const schema = v.object({ trxId: v.pipe(v.string(), v.nonEmpty()), billNo: v.pipe(v.string(), v.nonEmpty()) });

/** What finds a payment again: the bill number as it was sent, since how it is made is a setting, and Faspay's transaction id. */
export type Locator = v.InferOutput<typeof schema>;

/** What the transaction is found by. A reference without it has failed {@link checkLocator}. */
export function readLocator(ref: PaymentRef): Locator {
  return v.parse(schema, ref.locator);
}

const LOST: Issue = {
  field: 'locator',
  rule: "must hold Faspay's transaction id, which is not known when the answer to the creation was lost.",
  fix: 'Look the reference up on the Faspay merchant page, or let the bill expire. To be paid before that, use another reference.',
};

const FOREIGN: Issue = {
  field: 'locator',
  rule: 'must be the one of this payment; its bill number belongs to another reference.',
  fix: 'Pass the payment as createPayment answered it, reference and locator together.',
};

/**
 * Why Faspay cannot be asked about a payment. It is asked by its own transaction id, which only the answer to the creation
 * carries in a form that can be trusted; when that answer was lost, there is nothing to ask by. Faspay's answers name the
 * bill and never the reference: with the locator of another payment, what is paid or cancelled would be the other one.
 */
export function checkLocator({ ref }: { readonly ref: PaymentRef }): readonly Issue[] {
  if (!v.is(schema, ref.locator)) return [LOST];
  return isBillOf(ref.reference, ref.locator.billNo) ? [] : [FOREIGN];
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
