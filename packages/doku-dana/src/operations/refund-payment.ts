import * as v from 'valibot';
import { sameMoney, type Refund } from '@bayar/core';
import { amountSchema, encodeAmount } from '@bayar/bi-snap';
import { defined, doubtful, mismatch, operation, parseJakarta, refOf, type RefundIntent } from '@bayar/core/kit';
import { moneyCodes } from '../codes.ts';
import { deviceHeaders } from '../device-headers.ts';
import { CHANNEL } from '../identity.ts';
import { locatedDevice } from '../locator.ts';

const MAX_REASON = 255;

const response = v.object({
  originalPartnerReferenceNo: v.nullish(v.string()),
  partnerRefundNo: v.nullish(v.string()),
  refundAmount: v.nullish(amountSchema),
  refundNo: v.fallback(v.optional(v.string()), undefined),
  refundTime: v.fallback(v.optional(v.string()), undefined),
});

/**
 * Gives money back. Sent once: DOKU does not document what it does with a repeated refund number.
 *
 * DOKU reference: e-Wallet DANA, Online Refund. `originalExternalId` is optional there and left out: the payment is
 * found by its reference.
 */
export const refundPayment = operation<RefundIntent, typeof response, Refund>({
  name: 'refundPayment',
  path: '/direct-debit/core/v1/debit/refund',
  kind: 'mutation',
  docs: 'https://developers.doku.com/accept-payments/direct-api/snap/integration-guide/e-wallet/dana',
  repeat: { after401: true },
  check: ({ refund }) =>
    (refund.reason ?? '').length <= MAX_REASON
      ? []
      : [{ field: 'reason', rule: `must have at most ${String(MAX_REASON)} characters.`, fix: 'Shorten it.' }],
  encode: ({ ref, refund }) => ({
    originalPartnerReferenceNo: ref.reference,
    refundAmount: encodeAmount(refund.amount),
    reason: refund.reason,
    partnerRefundNo: refund.refundReference,
    additionalInfo: { channel: CHANNEL },
  }),
  headers: ({ ref }) => deviceHeaders(ref.reference, locatedDevice(ref)),
  // SNAP counts the same refund number with other data as success, DANA as failure: it may have been refunded before.
  codes: { ...moneyCodes, '404/18': doubtful('already-exists') },
  response,
  decode: (wire, { ref, refund }) => {
    if ((wire.originalPartnerReferenceNo ?? ref.reference) !== ref.reference)
      return mismatch('originalPartnerReferenceNo');
    if ((wire.partnerRefundNo ?? refund.refundReference) !== refund.refundReference) return mismatch('partnerRefundNo');
    if (!sameMoney(wire.refundAmount ?? refund.amount, refund.amount)) return mismatch('refundAmount');
    return {
      refundReference: refund.refundReference,
      ...defined({ acquirerReference: wire.refundNo }),
      amount: refund.amount,
      status: 'succeeded',
      // The sample carries no zone: Jakarta's, where DOKU is.
      ...defined({ refundedAt: parseJakarta(wire.refundTime ?? '')?.toISOString() }),
      payment: refOf(ref),
    };
  },
});
