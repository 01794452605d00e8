import { sameMoney, type Payment } from '@bayar/core';
import {
  absent,
  mismatch,
  operation,
  parseJakarta,
  refOf,
  refused,
  type CodeTable,
  type Mismatch,
  type Operation,
  type PaymentQuestion,
} from '@bayar/core/kit';
import * as v from 'valibot';
import { decodeTotal } from '../amount.ts';
import { commonCodes, DOCS } from '../codes.ts';
import { checkLocator, differing, readLocator } from '../locator.ts';
import type { Settings } from '../settings.ts';
import { decodeStatus } from '../status.ts';
import { wireMaybe, wireText } from '../wire-text.ts';

const STATE =
  'Faspay answered with the state of the order instead of the inquiry. Ask again; it has not been read from the code.';

const codes: CodeTable = {
  ...commonCodes,
  '14': absent(false),
  '17': refused('wrong-status', STATE),
  '54': refused('wrong-status', STATE),
  '80': refused('wrong-status', STATE),
  '81': refused('wrong-status', STATE),
};

const response = v.object({
  merchant_id: wireText,
  trx_id: wireText,
  bill_no: wireText,
  payment_status_code: wireMaybe,
  payment_date: wireMaybe,
  payment_total: wireMaybe,
});

/** Asks how a payment stands (Faspay reference: Inquiry Payment Status). */
export function inquireStatus(settings: Settings): Operation<PaymentQuestion, typeof response, Payment> {
  return operation({
    name: 'Inquiry Payment Status',
    path: '/cvr/100004/10',
    kind: 'read',
    docs: `${DOCS}/inquiry-payment-status`,
    repeat: {},
    check: checkLocator,
    encode: ({ ref }) => {
      const { trxId, billNo } = readLocator(ref);
      return { request: 'Inquiry Payment Status', trx_id: trxId, merchant_id: settings.merchantId, bill_no: billNo };
    },
    codes,
    response,
    decode: (wire, { ref }) => decode(wire, ref, settings),
  });
}

function decode(
  wire: v.InferOutput<typeof response>,
  ref: PaymentQuestion['ref'],
  settings: Settings,
): Payment | Mismatch {
  const differs = differing(wire, settings.merchantId, readLocator(ref));
  if (differs !== undefined) return differs;
  const status = decodeStatus(wire.payment_status_code);
  const found = { ...refOf(ref, wire.trx_id), status, next: { type: 'none' } } as const;
  if (status !== 'paid') return found;
  const totals = decodeTotal(wire.payment_total, settings.notificationAmountUnit);
  if (wire.payment_total !== '' && !totals.some((total) => sameMoney(total, ref.amount))) {
    return mismatch('payment_total');
  }
  const paidAt = parseJakarta(wire.payment_date)?.toISOString();
  return paidAt === undefined ? found : { ...found, paidAt };
}
