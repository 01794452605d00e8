import type { Bill } from './bill.ts';
import type { Bills } from './bills.ts';
import { notificationOf, notificationRequest } from './notification.ts';
import type { NotificationMembers } from './notification.ts';
import type { Registration } from './registration.ts';
import type { FaspayOptions } from './settings.ts';
import { sign } from './signature.ts';

/**
 * Notifications a merchant must survive. The first group is false and must change nothing; the second is signed by
 * Faspay and true in itself, but comes twice, late, out of order, or in an unusual form.
 */
export type Forgery =
  | 'delimiter-collision'
  | 'altered-amount'
  | 'altered-transaction'
  | 'altered-merchant'
  | 'altered-channel'
  | 'altered-status'
  | 'post-signature'
  | 'wrong-password'
  | 'paid'
  | 'failed'
  | 'unprocessed'
  | 'in-process'
  | 'reversed'
  | 'expired'
  | 'cancelled'
  | 'unknown-status'
  | 'upper-case-signature'
  | 'numeric-values'
  | 'extra-members'
  | 'without-payment-total';

/** Builds a forgery about a bill; `changes` replace members afterwards. Nothing is sent and no bill changes. */
export type Forge = (forgery: Forgery, reference: string, changes?: NotificationMembers) => Request;

/** A forger who knows a bill as its customer does, and for the genuine ones, as Faspay does. */
export function createForge(options: FaspayOptions, bills: Bills, registration: Registration): Forge {
  return (forgery, reference, changes = {}) => {
    const bill = bills.known(reference);
    const registered = registration.current();
    if (!registered) throw new RangeError('No notification URL is registered');
    const members = { ...forgeries[forgery](bill, options, bills), ...changes };
    return notificationRequest(registered.notificationUrl, registered.format, members);
  };
}

/** Writes a forgery about a bill, among all the bills there are. */
export type ForgeryRecipe = (bill: Bill, options: FaspayOptions, bills: Bills) => NotificationMembers;

const paymentOf = (bill: Bill) => bill.payment ?? { reference: '57910067322', at: bill.createdAt };
const paid = (bill: Bill, options: FaspayOptions): Record<string, string> =>
  notificationOf({ ...bill, payment: paymentOf(bill) }, '2', options);

const altered =
  (changes: NotificationMembers): ForgeryRecipe =>
  (bill, options) => ({ ...paid(bill, options), ...changes });

/** How each forgery comes about. */
export const forgeries: Readonly<Record<Forgery, ForgeryRecipe>> = {
  'delimiter-collision': collide,
  'altered-amount': altered({ bill_total: '1', payment_total: '1' }),
  'altered-transaction': (bill, options) => ({ ...paid(bill, options), trx_id: otherDigit(bill.trxId) }),
  'altered-merchant': (bill, options) => ({ ...paid(bill, options), merchant_id: otherDigit(options.merchantId) }),
  'altered-channel': altered({ payment_channel_uid: '402', payment_channel: 'Permata Virtual Account' }),
  'altered-status': (bill, options) => ({ ...paid(bill, options), signature: sign(options, bill.billNo, '3') }),
  'post-signature': (bill, options) => ({ ...paid(bill, options), signature: bill.signature }),
  'wrong-password': (bill, options) => paid(bill, { ...options, password: `${options.password}x` }),
  paid,
  failed: (bill, options) => notificationOf(bill, '3', options),
  unprocessed: (bill, options) => notificationOf(bill, '0', options),
  'in-process': (bill, options) => notificationOf(bill, '1', options),
  reversed: (bill, options) => notificationOf(bill, '4', options),
  expired: (bill, options) => notificationOf(bill, '7', options),
  cancelled: (bill, options) => notificationOf(bill, '8', options),
  'unknown-status': (bill, options) => notificationOf(bill, '9', options),
  'upper-case-signature': (bill, options) => ({
    ...paid(bill, options),
    signature: sign(options, bill.billNo, '2').toUpperCase(),
  }),
  'numeric-values': (bill, options) => {
    const members = paid(bill, options);
    const numbers = ['payment_status_code', 'bill_total', 'payment_total', 'payment_channel_uid'];
    return { ...members, ...Object.fromEntries(numbers.map((name) => [name, Number(members[name])])) };
  },
  'extra-members': altered({ bank_user_name: 'Simulated Customer', amount: '1' }),
  'without-payment-total': (bill, options) => {
    const members = Object.entries(paid(bill, options));
    return Object.fromEntries(members.filter(([name]) => name !== 'payment_total'));
  },
};

/**
 * The post signature of bill 10012 is the paid signature of bill 1001, and its customer reads it in the redirect URL
 * (Faspay reference §4.2). Forged from the disclosed bill: its last character becomes the status of the bill before it.
 */
function collide(disclosed: Bill, options: FaspayOptions, bills: Bills): NotificationMembers {
  const billNo = disclosed.billNo.slice(0, -1);
  // A victim that is the forger's own bill is known to the last member; otherwise the forger has only this bill to copy.
  const victim = bills.latest(billNo) ?? disclosed;
  return {
    ...paid(victim, options),
    bill_no: billNo,
    payment_status_code: disclosed.billNo.slice(-1),
    signature: disclosed.signature,
  };
}

/** The same digits but for the last. */
function otherDigit(digits: string): string {
  return digits.slice(0, -1) + String((Number(digits.slice(-1)) + 1) % 10);
}
