import { sameMoney, type Refund } from '@bayar/core';
import { decodeRefundStatus } from '@bayar/bi-snap';
import {
  defined,
  missing,
  mismatch,
  operation,
  parseJakarta,
  refOf,
  type Operation,
  type RefundIntent,
} from '@bayar/core/kit';
import type { Settings } from '../settings.ts';
import {
  differsFrom,
  encodeStatusQuestion,
  STATUS_DOCS,
  STATUS_PATH,
  statusAnswer,
  statusCodes,
  type StatusAnswer,
} from './payment-status.ts';

/**
 * Reads how a refund stands from the history in its payment's status. DOKU does not say when a refund is listed, so one
 * that is not listed is absent, and that is never final.
 */
export function getRefund(settings: Settings): Operation<RefundIntent, typeof statusAnswer, Refund> {
  return operation({
    name: 'getRefund',
    path: STATUS_PATH,
    kind: 'read',
    docs: STATUS_DOCS,
    repeat: { after401: true },
    encode: ({ ref }) => encodeStatusQuestion(ref, settings),
    codes: statusCodes(false),
    response: statusAnswer,
    decode: (wire, { ref, refund }) => {
      const differs = differsFrom(wire, ref);
      if (differs !== undefined) return differs;
      const entry = entryOf(wire, refund.refundReference);
      if (entry === undefined) return missing(false);
      if (!sameMoney(entry.refundAmount, refund.amount)) return mismatch('refundAmount');
      return {
        refundReference: refund.refundReference,
        ...defined({ acquirerReference: entry.refundNo }),
        amount: refund.amount,
        status: decodeRefundStatus(entry.refundStatus),
        ...defined({ refundedAt: parseJakarta(entry.refundDate ?? '')?.toISOString() }),
        payment: refOf(ref),
      };
    },
  });
}

/** The entry of this refund; the one that succeeded, should there be several. */
function entryOf(
  { refundHistory }: StatusAnswer,
  reference: string,
): NonNullable<StatusAnswer['refundHistory']>[number] | undefined {
  const entries = (refundHistory ?? []).filter(
    (entry) => (entry.partnerRefundNo ?? entry.partnerReferenceNo) === reference,
  );
  return entries.find((entry) => decodeRefundStatus(entry.refundStatus) === 'succeeded') ?? entries.at(-1);
}
