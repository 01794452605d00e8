import type { Bill } from './bill.ts';
import type { Bills } from './bills.ts';
import { mandatory, optional } from './fields.ts';
import { formatJakarta } from './jakarta-time.ts';
import type { Lifecycle } from './lifecycle.ts';
import { textAt } from './message.ts';
import type { Operation } from './operation.ts';
import { describeStatus, statusMembers } from './payment-status.ts';
import { Refusal } from './refusal.ts';
import type { RefusalCode } from './refusal.ts';
import { success } from './reply.ts';
import type { Reply } from './reply.ts';
import type { FaspayOptions } from './settings.ts';

const title = 'Canceling Payment';

/** Cancels a bill nobody paid yet. */
export function cancel(options: FaspayOptions, bills: Bills, lifecycle: Lifecycle): Operation {
  return {
    name: 'cancel',
    path: '/cvr/100005/10',
    title,
    fields: {
      request: optional(50),
      trx_id: mandatory(16, 'digits'),
      merchant_id: mandatory(5, 'digits'),
      merchant: optional(32),
      bill_no: mandatory(32, 'bill-number'),
      payment_cancel: mandatory(50),
      signature: mandatory(40, 'signature'),
    },
    signed: ['bill_no'],
    run(message) {
      const bill = bills.find(textAt(message, 'trx_id'), textAt(message, 'bill_no'));
      if (!bill) throw new Refusal('14');
      lifecycle.expireIfDue(bill);
      const repeated = bill.status === '8' && options.repeatedCancel === 'repeated';
      const closed = refusals[bill.status];
      if (closed !== undefined && !repeated) throw new Refusal(closed);
      if (!repeated) lifecycle.cancel(bill, textAt(message, 'payment_cancel'));
      return cancelled(bill, options);
    },
  };
}

/** Why a bill that is no longer open cannot be cancelled; only its meaning is documented, not its code. */
const refusals: Readonly<Partial<Record<Bill['status'], RefusalCode>>> = {
  '2': '81',
  '3': '14',
  '4': '80',
  '7': '54',
  '8': '17',
};

function cancelled(bill: Bill, options: FaspayOptions): Reply {
  return {
    response: title,
    trx_id: bill.trxId,
    merchant_id: options.merchantId,
    merchant: options.merchantName,
    bill_no: bill.billNo,
    trx_status_code: bill.status,
    trx_status_desc: describeStatus(bill.status, options.language),
    ...statusMembers(bill.status, options.language),
    payment_cancel_date: bill.cancellation ? formatJakarta(bill.cancellation.at) : '',
    payment_cancel: bill.cancellation?.reason ?? '',
    ...success(options),
  };
}
