import type { Payment } from '@bayar/core';
import {
  asked,
  doubtful,
  mismatch,
  operation,
  type CodeTable,
  type Intent,
  type Mismatch,
  type Operation,
} from '@bayar/core/kit';
import * as v from 'valibot';
import type { BillNumbers } from '../bill-number.ts';
import { commonCodes, DOCS } from '../codes.ts';
import { CHANNEL, ID } from '../id.ts';
import { decodeRedirectUrl } from '../redirect-url.ts';
import type { Settings } from '../settings.ts';
import { wireText } from '../wire-text.ts';
import { checkBill, encodeBill, encodeItems } from './bill.ts';
import { checkExtra, encodeExtra, type FaspayDanaExtra } from './extra.ts';
import { checkAddresses, encodeAddresses, encodeCustomer, terminalOf } from './parties.ts';

const response = v.object({
  trx_id: v.pipe(wireText, v.nonEmpty()),
  merchant_id: wireText,
  bill_no: wireText,
  redirect_url: v.string(),
});

// Each of these says that there is such an order already: a payment may exist.
const codes: CodeTable = {
  ...commonCodes,
  '14': doubtful('already-exists'),
  '17': doubtful('already-exists'),
  '54': doubtful('already-exists'),
  '80': doubtful('already-exists'),
  '81': doubtful('already-exists'),
};

/** Asks for a payment (Faspay reference: Post Data Transaction, channel 819). */
export function postData(
  settings: Settings,
  bills: BillNumbers,
): Operation<Intent<FaspayDanaExtra>, typeof response, Payment> {
  return operation({
    name: 'Post Data Transaction',
    path: '/cvr/300011/10',
    kind: 'mutation',
    docs: `${DOCS}/post-data-transaction`,
    // A second post can be a second transaction, and nothing finds the first one by its bill number.
    repeat: {},
    check: ({ request, extra = {} }) => [...checkBill(request), ...checkAddresses(request), ...checkExtra(extra)],
    encode: ({ extra = {}, ...intent }) => ({
      request: 'Post Data Transaction',
      merchant_id: settings.merchantId,
      merchant: settings.merchantName,
      bill_no: bills.encode(intent.request.reference),
      ...encodeBill(intent),
      payment_channel: CHANNEL,
      // Paid in one sum: DANA has no instalments.
      pay_type: '01',
      ...encodeCustomer(intent.request.customer),
      terminal: extra.terminal ?? terminalOf(intent.request.device),
      ...encodeAddresses(intent.request.billing, intent.request.shipping),
      ...encodeExtra(extra),
      item: encodeItems(intent.request, settings.merchantId),
    }),
    codes,
    response,
    decode: (wire, intent) => decode(wire, intent, settings, bills.encode(intent.request.reference)),
  });
}

function decode(
  wire: v.InferOutput<typeof response>,
  intent: Intent<FaspayDanaExtra>,
  settings: Settings,
  billNo: string,
): Payment | Mismatch {
  if (wire.merchant_id !== settings.merchantId) return mismatch('merchant_id');
  if (wire.bill_no !== billNo) return mismatch('bill_no');
  const url = decodeRedirectUrl(wire.redirect_url, settings.baseUrl);
  if (url === undefined) return mismatch('redirect_url');
  return {
    ...asked(ID, intent),
    acquirerReference: wire.trx_id,
    locator: { trxId: wire.trx_id, billNo },
    status: 'awaiting-customer',
    next: { type: 'redirect', url },
    expiresAt: intent.expiresAt.toISOString(),
  };
}
