import type { Origin } from '../context.ts';
import type { Bill } from './bill.ts';
import type { FaspayOptions } from './settings.ts';

/** The redirect page of the development environment; production's middle segment begins with a 2. */
export const redirectPath = '/pws/100003/0830000010100000';

/** Where the customer's browser goes. It discloses the post's signature (Faspay reference §2.4). */
export function redirectUrl(origin: Origin, bill: Bill, { merchantId }: FaspayOptions): string {
  const query = `trx_id=${bill.trxId}&merchant_id=${merchantId}&bill_no=${bill.billNo}`;
  return `${origin.web}${redirectPath}/${bill.signature}?${query}`;
}
