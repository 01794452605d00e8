import { formatAmount } from './amount.ts';
import type { Bill } from './bill.ts';
import { formatJakarta } from './jakarta-time.ts';
import type { PaymentStatusCode } from './payment-status.ts';
import type { FaspayOptions } from './settings.ts';
import { sign } from './signature.ts';

/** A status written over the one Faspay signed. */
export interface ToldStatus {
  readonly status: PaymentStatusCode;
  readonly signedStatus: PaymentStatusCode;
}

/** The registered return URL with Faspay's signed query, form-encoded. It proves nothing: the status may still change. */
export function returnUrlOf(registered: string, bill: Bill, options: FaspayOptions, told?: ToldStatus): string {
  const status = told?.status ?? (options.returnStatus === 'unprocessed' ? '0' : bill.status);
  const query = {
    trx_id: bill.trxId,
    merchant_id: options.merchantId,
    merchant: options.merchantName,
    bill_no: bill.billNo,
    [options.returnBillReference]: bill.billReference,
    bill_total: formatAmount(bill.amount, options.returnAmountUnit),
    ...(bill.payment &&
      status !== '0' && {
        payment_reff: bill.payment.reference,
        payment_date: formatJakarta(bill.payment.at),
      }),
    bank_user_name: bill.customerName,
    status,
    signature: sign(options, bill.billNo, told?.signedStatus ?? status),
  };
  const url = new URL(registered);
  for (const [name, value] of Object.entries(query)) url.searchParams.append(name, value);
  return url.href;
}
