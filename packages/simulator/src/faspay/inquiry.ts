import { formatAmount } from './amount.ts';
import type { Bill } from './bill.ts';
import type { Bills } from './bills.ts';
import { mandatory, optional } from './fields.ts';
import { formatJakarta } from './jakarta-time.ts';
import type { Lifecycle } from './lifecycle.ts';
import { textAt } from './message.ts';
import type { Operation } from './operation.ts';
import { statusMembers } from './payment-status.ts';
import { Refusal } from './refusal.ts';
import { success } from './reply.ts';
import type { FaspayOptions } from './settings.ts';

const title = 'Inquiry Status Payment';

/** Tells the status of one bill. `trx_id` is not signed, but it must be the bill's. */
export function inquiry(options: FaspayOptions, bills: Bills, lifecycle: Lifecycle): Operation {
  return {
    name: 'inquiry',
    path: '/cvr/100004/10',
    title,
    fields: {
      request: optional(50),
      trx_id: mandatory(16, 'digits'),
      merchant_id: mandatory(5, 'digits'),
      merchant: optional(32),
      bill_no: mandatory(options.inquiryBillNumberLength, 'bill-number'),
      signature: mandatory(40, 'signature'),
    },
    signed: ['bill_no'],
    run(message) {
      const trxId = textAt(message, 'trx_id');
      const billNo = textAt(message, 'bill_no');
      const bill = bills.find(trxId, billNo);
      if (!bill && options.unknownBill === 'refused') throw new Refusal('14');
      if (bill) lifecycle.expireIfDue(bill);
      return {
        response: title,
        trx_id: trxId,
        merchant_id: options.merchantId,
        merchant: options.merchantName,
        bill_no: billNo,
        ...paymentMembers(bill, options),
        ...statusMembers(bill?.status ?? '5', options.language),
        ...success(options),
      };
    },
  };
}

/** Empty as long as no money was taken. */
function paymentMembers(bill: Bill | undefined, options: FaspayOptions) {
  if (!bill?.payment) return { payment_reff: '', payment_date: '', payment_total: '' };
  return {
    payment_reff: bill.payment.reference,
    payment_date: formatJakarta(bill.payment.at),
    payment_total: formatAmount(bill.amount, options.inquiryAmountUnit),
  };
}
