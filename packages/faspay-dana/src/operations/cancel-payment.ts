import type { Payment } from '@bayar/core';
import {
  doubtful,
  mismatch,
  operation,
  refOf,
  refused,
  type Cancellation,
  type CodeTable,
  type Mismatch,
  type Operation,
} from '@bayar/core/kit';
import * as v from 'valibot';
import { commonCodes, DOCS } from '../codes.ts';
import { checkLocator, differing, readLocator } from '../locator.ts';
import type { Settings } from '../settings.ts';
import { decodeStatus } from '../status.ts';
import { wireMaybe, wireText } from '../wire-text.ts';

const MAX_REASON = 50;

const codes: CodeTable = {
  ...commonCodes,
  '14': refused(
    'not-found',
    'Faspay knows no such bill. Inquire before trusting that: its table gives the code to any invalid order.',
  ),
  // Cancelled, but by whom and when it does not say.
  '17': doubtful('already-exists'),
  '54': refused('expired', 'The bill has expired: there is nothing left to cancel.'),
  '80': refused('wrong-status', 'The payment has been reversed already.'),
  '81': refused(
    'wrong-status',
    'The bill has been paid, and Faspay cancels unpaid bills only. Give the money back through Faspay support.',
  ),
};

const response = v.object({
  merchant_id: wireText,
  trx_id: wireText,
  bill_no: wireText,
  payment_status_code: wireMaybe,
});

/** Cancels a payment nobody has paid (Faspay reference: Cancel Transaction). A customer already at DANA may still pay. */
export function cancelTransaction(settings: Settings): Operation<Cancellation, typeof response, Payment> {
  return operation({
    name: 'Cancel Transaction',
    path: '/cvr/100005/10',
    kind: 'mutation',
    docs: `${DOCS}/cancel-transaction`,
    repeat: {},
    check: checkLocator,
    encode: ({ ref, reason }: Cancellation) => {
      const { trxId, billNo } = readLocator(ref);
      return {
        request: 'Canceling Payment',
        trx_id: trxId,
        merchant_id: settings.merchantId,
        merchant: settings.merchantName,
        bill_no: billNo,
        payment_cancel: encodeReason(reason?.trim()),
      };
    },
    codes,
    response,
    decode: (wire, { ref }): Payment | Mismatch => {
      const differs = differing(wire, settings.merchantId, readLocator(ref));
      if (differs !== undefined) return differs;
      const status = decodeStatus(wire.payment_status_code);
      // The code says that the request was understood; only the status says that the bill is cancelled.
      if (status !== 'cancelled') return mismatch('payment_status_code');
      return { ...refOf(ref, wire.trx_id), status, next: { type: 'none' } };
    },
  });
}

// Faspay insists on a reason.
function encodeReason(reason = ''): string {
  return reason === '' ? 'Cancelled by merchant' : Array.from(reason).slice(0, MAX_REASON).join('');
}
