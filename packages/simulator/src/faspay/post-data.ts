import type { Context } from '../context.ts';
import { isPaid } from './bill.ts';
import type { Bill } from './bill.ts';
import type { Bills } from './bills.ts';
import type { Lifecycle } from './lifecycle.ts';
import { textAt } from './message.ts';
import type { Message } from './message.ts';
import type { Operation } from './operation.ts';
import { postDataFields } from './post-data-fields.ts';
import { checkChannel, readExpiry, readItems, readTotal } from './post-data-rules.ts';
import { redirectUrl } from './redirect-url.ts';
import { Refusal } from './refusal.ts';
import { success } from './reply.ts';
import type { Reply } from './reply.ts';
import type { FaspayOptions } from './settings.ts';

/** Opens a bill and answers with the page the customer is sent to. */
export function postData(context: Context, options: FaspayOptions, bills: Bills, lifecycle: Lifecycle): Operation {
  const title = options.language === 'id' ? 'Transmisi Info Detil Pembelian' : 'Transmission of Purchase Detail Info';
  return {
    name: 'postData',
    path: '/cvr/300011/10',
    title,
    fields: postDataFields,
    signed: ['bill_no'],
    run(message) {
      checkChannel(message, options);
      const items = readItems(message);
      const amount = readTotal(message);
      const expiresAt = readExpiry(message, context.clock.now());
      checkDuplicate(bills.numbered(textAt(message, 'bill_no')), options);

      const trxId = nextTrxId(bills, textAt(message, 'payment_channel'), options);
      const bill = newBill(message, { trxId, items, amount, expiresAt, createdAt: context.clock.now() });
      bills.add(bill, lifecycle.open(bill));
      return accepted(bill, title, redirectUrl(context.origin, bill, options), options);
    },
  };
}

/** A transaction id is merchant, channel and an eight-digit sequence: 16 digits, more than a number can hold. */
function nextTrxId(bills: Bills, channel: string, { merchantId }: FaspayOptions): string {
  return `${merchantId}${channel}${String(bills.nextSequence()).padStart(8, '0')}`;
}

/** Faspay does not document what a second post of one bill number does. */
function checkDuplicate(earlier: readonly Bill[], { duplicateBill }: FaspayOptions): void {
  if (duplicateBill === 'refused' && earlier.length > 0) throw new Refusal('14');
  if (duplicateBill === 'refused-if-paid' && earlier.some(isPaid)) throw new Refusal('81');
}

function newBill(
  message: Message,
  decided: Pick<Bill, 'trxId' | 'items' | 'amount' | 'expiresAt' | 'createdAt'>,
): Bill {
  const billNo = textAt(message, 'bill_no');
  return {
    ...decided,
    billNo,
    billReference: textAt(message, 'bill_reff') || billNo,
    channel: textAt(message, 'payment_channel'),
    description: textAt(message, 'bill_desc'),
    customerName: textAt(message, 'cust_name'),
    signature: textAt(message, 'signature'),
    status: '0',
    charges: 0,
    deliveries: [],
  };
}

function accepted(bill: Bill, title: string, url: string, options: FaspayOptions): Reply {
  return {
    response: title,
    trx_id: bill.trxId,
    merchant_id: options.merchantId,
    merchant: options.merchantName,
    bill_no: bill.billNo,
    ...(options.externalId && { external_id: '' }),
    ...(options.billItems === 'array' && { bill_items: bill.items }),
    ...(options.billItems === 'object' && { bill_items: bill.items[0] }),
    ...success(options),
    redirect_url: url,
  };
}
