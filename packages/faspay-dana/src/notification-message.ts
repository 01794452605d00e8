import { sameMoney, type Notification } from '@bayar/core';
import { parseJakarta } from '@bayar/core/kit';
import * as v from 'valibot';
import { decodeTotal, type AmountUnit } from './amount.ts';
import { decodeStatus } from './status.ts';
import { wireMaybe, wireText } from './wire-text.ts';

const BILL_NUMBER = /^[\x21-\x7e]{1,32}$/;
const TRANSACTION_ID = /^[A-Za-z0-9-]{1,32}$/;
const DIGIT = /^\d$/;

/**
 * What a signature check needs. The status is one digit: of any other, the same signature could be read as that of another
 * bill.
 */
export const signedFields = v.object({
  merchant_id: wireText,
  bill_no: v.pipe(wireText, v.regex(BILL_NUMBER)),
  payment_status_code: v.pipe(wireText, v.regex(DIGIT)),
  signature: v.pipe(v.string(), v.nonEmpty()),
});

/** The rest of a notification, which no signature covers. */
export const unsignedFields = v.object({
  trx_id: v.pipe(wireText, v.regex(TRANSACTION_ID)),
  payment_date: wireMaybe,
  payment_channel_uid: wireMaybe,
  bill_total: wireMaybe,
  payment_total: wireMaybe,
});

/** The fields of a notification that is authenticated. */
export type Signed = v.InferOutput<typeof signedFields>;
type Unsigned = v.InferOutput<typeof unsignedFields>;

/** What a message says about the payment; `undefined` when its totals cannot both be true. */
export function decodeNotification(
  wire: Signed & Unsigned,
  reference: string,
  unit: AmountUnit,
): Notification | undefined {
  const code = wire.payment_status_code;
  const status = decodeStatus(code);
  // Before the payment nothing is paid, and after a reversal it may be nothing again.
  const totals = status === 'paid' ? [wire.bill_total, wire.payment_total] : [wire.bill_total];
  const amounts = commonAmounts(
    totals.filter((total) => total !== ''),
    unit,
  );
  if (amounts === undefined) return undefined;
  const paidAt = status === 'paid' ? parseJakarta(wire.payment_date)?.toISOString() : undefined;
  return {
    // All that is claimed is in it: an altered message is another claim, and cannot pass for the true one's duplicate.
    id: [wire.bill_no, code, wire.trx_id, ...amounts.map((amount) => String(amount.minor))].join(':'),
    reference,
    acquirerReference: wire.trx_id,
    status,
    code,
    amounts,
    ...(paidAt === undefined ? {} : { paidAt }),
  };
}

// The amounts that every total can mean.
function commonAmounts(totals: readonly string[], unit: AmountUnit): Notification['amounts'] | undefined {
  const [first, ...others] = totals.map((total) => decodeTotal(total, unit));
  if (first === undefined) return [];
  const common = first.filter((amount) => others.every((other) => other.some((same) => sameMoney(amount, same))));
  return common.length === 0 ? undefined : common;
}
