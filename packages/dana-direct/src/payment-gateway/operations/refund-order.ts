import * as v from 'valibot';
import { amountSchema, commonCodes, encodeAmount } from '@bayar/bi-snap';
import { sameMoney, type Refund } from '@bayar/core';
import {
  doubtful,
  mismatch,
  operation,
  refOf,
  refused,
  refusedForNow,
  type CodeTable,
  type Operation,
  type RefundIntent,
} from '@bayar/core/kit';
import { decodeTime } from '../../order-time.ts';
import type { Settings } from '../../settings.ts';
import { checkOriginal, encodeOriginal, originalEntries } from '../original.ts';
import { checkReason } from '../reason.ts';
import { checkRefundOptions, encodeRefundOptions, type DanaRefund } from '../refund-options.ts';

const codes: CodeTable = {
  ...commonCodes,
  '403/02': refused('amount-limit', 'The refund is more than what is left of the payment.'),
  '403/05': refused(
    'customer-account',
    'DANA will not serve this customer or merchant account: its state is abnormal.',
  ),
  '403/14': refusedForNow(
    'insufficient-funds',
    'The merchant account holds too little to give the money back. Top it up.',
  ),
  '403/15': refused(
    'not-permitted',
    'Not by the agreement with DANA: no refunds, no second refund of one order, or the time for refunds is over.',
  ),
  '404/00': refused('wrong-status', 'The order is not paid, so there is nothing to give back.'),
  '404/01': refused('not-found', 'DANA does not know the order. Check environment and merchant id.'),
  '404/08': refused('merchant-not-ready', 'DANA does not know the merchant, the division or the store.'),
  '404/12': refused('not-found', 'DANA does not know the order. Check environment and merchant id.'),
  '404/13': refused('invalid-request', 'DANA does not accept this amount for this order.'),
  // The refund reference is taken, by other content: what it was first used for may have given money back.
  '404/18': doubtful('already-exists'),
  '429/00': doubtful('rate-limited'),
  '500/00': doubtful('acquirer-error'),
  '500/01': doubtful('acquirer-error'),
};

const response = v.object({
  ...originalEntries,
  partnerRefundNo: v.string(),
  refundNo: v.nullish(v.string()),
  refundAmount: amountSchema,
  refundTime: v.nullish(v.string()),
});

/**
 * Refunds a paid order, wholly or in part. DANA recognises a repeat by merchant and refund reference, so the same bytes
 * may be sent three times. There is no way to ask about a refund: a refund in doubt is settled by repeating it unchanged.
 *
 * Source: {@link https://dashboard.dana.id/api-docs-v2/api/payment-gateway/refund-order | DANA reference: Refund Order}.
 */
export function refundOrder({ merchantId }: Settings): Operation<RefundIntent<DanaRefund>, typeof response, Refund> {
  return operation({
    name: 'refundOrder',
    path: '/payment-gateway/v1.0/debit/refund.htm',
    kind: 'mutation',
    docs: 'https://dashboard.dana.id/api-docs-v2/api/payment-gateway/refund-order',
    repeat: { samePayload: 3 },
    check: ({ refund }) => [...checkReason(refund.reason), ...checkRefundOptions(refund)],
    encode: ({ ref, refund }) => ({
      ...encodeOriginal(merchantId, ref),
      partnerRefundNo: refund.refundReference,
      refundAmount: encodeAmount(refund.amount),
      reason: refund.reason,
      additionalInfo: encodeRefundOptions(refund),
    }),
    codes,
    response,
    decode: (wire, { ref, refund }) => {
      const other = checkOriginal(wire, ref);
      if (other !== undefined) return other;
      if (wire.partnerRefundNo !== refund.refundReference) return mismatch('partnerRefundNo');
      if (!sameMoney(wire.refundAmount, refund.amount)) return mismatch('refundAmount');
      const refundedAt = decodeTime(wire.refundTime);
      return {
        refundReference: refund.refundReference,
        ...(typeof wire.refundNo === 'string' ? { acquirerReference: wire.refundNo } : {}),
        amount: wire.refundAmount,
        status: 'succeeded',
        ...(refundedAt === undefined ? {} : { refundedAt }),
        payment: refOf(ref, wire.originalReferenceNo),
      };
    },
  });
}
