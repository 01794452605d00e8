import * as v from 'valibot';
import { commonCodes } from '@bayar/bi-snap';
import type { Payment, PaymentRef } from '@bayar/core';
import {
  doubtful,
  operation,
  refOf,
  refused,
  refusedForNow,
  type Cancellation,
  type CodeTable,
  type Operation,
} from '@bayar/core/kit';
import type { Settings } from '../../settings.ts';
import { checkOriginal, encodeOriginal, originalEntries } from '../original.ts';
import { checkReason } from '../reason.ts';

const codes: CodeTable = {
  ...commonCodes,
  '403/00': refused('expired', 'The order was paid more than 24 hours ago. Refund it instead.'),
  '403/05': refused(
    'customer-account',
    'DANA will not serve this customer or merchant account: its state is abnormal.',
  ),
  '403/14': refusedForNow(
    'insufficient-funds',
    'The merchant account holds too little to give the money back. Top it up.',
  ),
  '403/15': refused('not-permitted', 'The agreement with DANA does not allow cancelling this order.'),
  '404/00': refused('wrong-status', 'The order can no longer be cancelled; it may have been refunded. Inquire.'),
  '404/01': refused('not-found', 'DANA does not know the order. Check environment and merchant id.'),
  '404/08': refused('merchant-not-ready', 'DANA does not know the merchant, the division or the store.'),
  '429/00': doubtful('rate-limited'),
  '500/00': doubtful('acquirer-error'),
  '500/01': doubtful('acquirer-error'),
};

const response = v.object(originalEntries);

/**
 * Cancels an order that is unpaid, or was paid within the last 24 hours: DANA then gives all of it back. Sent once:
 * DANA does not say what it answers to a second cancellation.
 *
 * The answer does not say whether money had moved. A caller that hands in a payment it knows to be `paid` gets
 * `refunded`; otherwise `cancelled`, and an inquiry tells when the customer paid in between.
 *
 * Source: {@link https://dashboard.dana.id/api-docs-v2/api/payment-gateway/cancel-order | DANA reference: Cancel Order}.
 */
export function cancelOrder({ merchantId }: Settings): Operation<Cancellation, typeof response, Payment> {
  return operation({
    name: 'cancelOrder',
    path: '/payment-gateway/v1.0/debit/cancel.htm',
    kind: 'mutation',
    docs: 'https://dashboard.dana.id/api-docs-v2/api/payment-gateway/cancel-order',
    repeat: {},
    check: ({ reason }) => checkReason(reason),
    encode: ({ ref, reason }) => ({ ...encodeOriginal(merchantId, ref), reason }),
    codes,
    response,
    decode: (wire, { ref }) =>
      checkOriginal(wire, ref) ?? {
        ...refOf(ref, wire.originalReferenceNo),
        status: isKnownPaid(ref) ? 'refunded' : 'cancelled',
        next: { type: 'none' },
      },
  });
}

// A reference is often a whole payment, with the status it was last seen in.
function isKnownPaid(ref: PaymentRef): boolean {
  return 'status' in ref && ref.status === 'paid';
}
