import * as v from 'valibot';
import { sameMoney, type PaymentRef } from '@bayar/core';
import { amountSchema } from '@bayar/bi-snap';
import { absent, doubtful, mismatch, refused, type CodeTable, type Mismatch } from '@bayar/core/kit';
import { moneyCodes } from '../codes.ts';
import { CHANNEL } from '../identity.ts';
import type { Settings } from '../settings.ts';

/** Where DOKU says how a payment and its refunds stand. */
export const STATUS_PATH = '/orders/v1.0/debit/status';

/** DOKU's page on it. */
export const STATUS_DOCS = 'https://developers.doku.com/get-started-with-doku-api/check-status-api/snap';

const optionalText = v.fallback(v.optional(v.string()), undefined);

/** One refund in a status answer. DOKU's libraries and SNAP disagree on what our refund number is called. */
const refundEntry = v.object({
  partnerRefundNo: optionalText,
  partnerReferenceNo: optionalText,
  refundNo: optionalText,
  refundAmount: amountSchema,
  refundStatus: v.fallback(v.string(), ''),
  refundDate: optionalText,
});

/** What of a status answer we rely on. */
export const statusAnswer = v.object({
  originalPartnerReferenceNo: v.nullish(v.string()),
  originalReferenceNo: optionalText,
  latestTransactionStatus: v.string(),
  transAmount: v.nullish(amountSchema),
  paidTime: optionalText,
  refundHistory: v.nullish(v.array(refundEntry)),
});

/** A status answer, read. */
export type StatusAnswer = v.InferOutput<typeof statusAnswer>;

/** The question about one payment. */
export function encodeStatusQuestion({ reference }: PaymentRef, { serviceCode }: Settings): object {
  return { originalPartnerReferenceNo: reference, serviceCode, additionalInfo: { channel: CHANNEL } };
}

/** Whether the answer is about another payment, or another amount, than the one asked about. */
export function differsFrom(wire: StatusAnswer, ref: PaymentRef): Mismatch | undefined {
  if ((wire.originalPartnerReferenceNo ?? ref.reference) !== ref.reference)
    return mismatch('originalPartnerReferenceNo');
  return sameMoney(wire.transAmount ?? ref.amount, ref.amount) ? undefined : mismatch('transAmount');
}

/**
 * What a status question is answered with. `final` says whether "not found" is the last word.
 *
 * DOKU reference: Check Status API, SNAP.
 */
export function statusCodes(final: boolean): CodeTable {
  return {
    ...moneyCodes,
    '404/01': absent(final),
    '404/12': absent(final),
    '404/18': refused('inconsistent', 'DOKU found the payment with other data than asked about.'),
    '429/00': doubtful('rate-limited'),
  };
}
