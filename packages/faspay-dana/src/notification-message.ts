import { sameMoney, type Notification } from '@bayar/core';
import { parseJakarta } from '@bayar/core/kit';
import * as v from 'valibot';
import { totalSchema, type AmountUnit } from './amount.ts';
import { decodeStatus, tookMoney } from './status.ts';
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
export type Unsigned = v.InferOutput<ReturnType<typeof unsignedFields>>;

/** Reads the rest of a notification. */
export function unsignedFields(unit: AmountUnit) {
  return v.object({
    trx_id: v.pipe(wireText, v.regex(TRANSACTION_ID)),
    payment_date: wireMaybe,
    payment_channel_uid: wireMaybe,
    bill_total: totalSchema(unit),
    payment_total: totalSchema(unit),
  });
}

/** What a message says; `undefined` when it says that another sum was paid than was billed. */
export function decodeNotification(
  wire: Unsigned,
  signed: { readonly bill_no: string; readonly payment_status_code: string },
  reference: string,
): Notification | undefined {
  const code = signed.payment_status_code;
  const status = decodeStatus(code);
  const paid = tookMoney(status) ? wire.payment_total : [];
  const billed = wire.bill_total;
  const amounts =
    billed.length === 0 || paid.length === 0
      ? [...billed, ...paid]
      : billed.filter((a) => paid.some((b) => sameMoney(a, b)));
  if (amounts.length === 0 && paid.length > 0) return undefined;
  const paidAt = tookMoney(status) ? parseJakarta(wire.payment_date)?.toISOString() : undefined;
  return {
    // All that is claimed is in it: an altered message is another claim, and cannot pass for the true one's duplicate.
    id: [signed.bill_no, code, wire.trx_id, ...amounts.map((amount) => String(amount.minor))].join(':'),
    reference,
    acquirerReference: wire.trx_id,
    status,
    code,
    amounts,
    ...(paidAt === undefined ? {} : { paidAt }),
  };
}
