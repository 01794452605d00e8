import type { Context } from '../context.ts';
import type { SimulatedPayment } from '../payments.ts';
import type { Bill } from './bill.ts';
import type { Bills } from './bills.ts';
import { redirectUrl } from './redirect-url.ts';
import type { Registration } from './registration.ts';
import type { FaspayOptions } from './settings.ts';

/** A bill as a test or an operator sees it. Charges add up over every transaction of the bill number. */
export function snapshotOf(
  context: Context,
  options: FaspayOptions,
  bills: Bills,
  registration: Registration,
  bill: Bill,
): SimulatedPayment {
  const reversed = { reference: bill.trxId, amount: bill.amount, status: bill.status };
  return {
    acquirer: 'faspay',
    reference: bill.billNo,
    acquirerReference: bill.trxId,
    amount: bill.amount,
    status: bill.status,
    charges: bills.numbered(bill.billNo).reduce((sum, { charges }) => sum + charges, 0),
    refunds: bill.status === '4' ? [reversed] : [],
    pageUrl: redirectUrl(context.origin, bill, options),
    returnUrl: registration.current()?.returnUrl ?? '',
    createdAt: bill.createdAt,
    expiresAt: bill.expiresAt,
    deliveries: [...bill.deliveries],
  };
}
