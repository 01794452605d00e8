import { realClock } from '../clock.ts';
import { checkName, readTestPayment } from '../test-payment.ts';
import type { TestPayment } from '../test-payment.ts';
import type { Bill } from './bill.ts';
import { createBills } from './bills.ts';
import { forgeries } from './forgery.ts';
import type { Forgery } from './forgery.ts';
import { notificationOf, notificationRequest } from './notification.ts';
import type { NotificationFormat, NotificationMembers } from './notification.ts';
import { statusCodes } from './payment-status.ts';
import type { PaymentStatusCode } from './payment-status.ts';
import { chooseOptions } from './settings.ts';
import type { FaspayCredentials } from './settings.ts';
import { sign } from './signature.ts';

/**
 * What may be wrong with a test notification of Faspay. Its signature covers bill number and status alone: under most
 * of these it verifies, and only an inquiry tells.
 */
export type FaspayVariant =
  | 'valid'
  /** One digit of the signature differs. */
  | 'bad-signature'
  | 'no-signature'
  /** Signed with another password. */
  | 'other-key'
  /** Paid a day ago; verifies. */
  | 'stale'
  /** Paid tomorrow; verifies. */
  | 'future'
  /** The bill is the forger's own; without its last digit it becomes the paid notification of another bill; verifies. */
  | 'collision'
  /** About another merchant's bill; verifies. */
  | 'other-merchant'
  /** Written again with its members in another order; verifies, rightly. */
  | 're-serialised'
  /** The second half of the body never came. */
  | 'truncated'
  /** The amount stands there twice and differs; verifies. */
  | 'duplicate-key'
  | Extract<
      Forgery,
      | 'altered-amount'
      | 'altered-transaction'
      | 'altered-channel'
      | 'altered-status'
      | 'post-signature'
      | 'upper-case-signature'
      | 'numeric-values'
      | 'extra-members'
      | 'without-payment-total'
    >;

/** What a test notification of Faspay says. */
export interface FaspayTestNotification {
  /** Where the merchant listens. */
  readonly url: string;
  readonly credentials: FaspayCredentials;
  /** What it is about; its `acquirerReference` is the `trx_id`. */
  readonly payment: TestPayment;
  /** `2` paid, unless told. */
  readonly status?: PaymentStatusCode;
  /** JSON unless told. */
  readonly format?: NotificationFormat;
  /** Milliseconds since the epoch: when it was paid; now unless told. */
  readonly at?: number;
  /** What is wrong with it; nothing unless told. */
  readonly variant?: FaspayVariant;
}

/** How a variant comes about. */
interface Recipe {
  readonly forgery?: Forgery;
  /** Milliseconds later than told. */
  readonly later?: number;
  readonly members?: (members: NotificationMembers) => NotificationMembers;
  readonly body?: (text: string) => string;
}

const day = 86_400_000;

const recipes: Readonly<Record<FaspayVariant, Recipe>> = {
  valid: {},
  'bad-signature': { members: (members) => ({ ...members, signature: changeDigit(String(members['signature'])) }) },
  'no-signature': { members: ({ signature: _, ...members }) => members },
  'other-key': { forgery: 'wrong-password' },
  stale: { later: -day },
  future: { later: day },
  collision: { forgery: 'delimiter-collision' },
  'other-merchant': { forgery: 'altered-merchant' },
  're-serialised': { members: (members) => Object.fromEntries(Object.entries(members).reverse()) },
  truncated: { body: (text) => text.slice(0, text.length / 2) },
  'duplicate-key': {
    body: (text) => text.replace(/^\{/, '{"bill_total":"1",').replace('<faspay>', '<faspay><bill_total>1</bill_total>'),
  },
  'altered-amount': { forgery: 'altered-amount' },
  'altered-transaction': { forgery: 'altered-transaction' },
  'altered-channel': { forgery: 'altered-channel' },
  'altered-status': { forgery: 'altered-status' },
  'post-signature': { forgery: 'post-signature' },
  'upper-case-signature': { forgery: 'upper-case-signature' },
  'numeric-values': { forgery: 'numeric-values' },
  'extra-members': { forgery: 'extra-members' },
  'without-payment-total': { forgery: 'without-payment-total' },
};

/** A notification as Faspay sends it, without a running simulator. Throws where it is told what there is not. */
export function signFaspayNotification(given: FaspayTestNotification): Request {
  const { url, credentials, status = '2', format = 'json', variant = 'valid' } = given;
  checkName('variant', variant, Object.keys(recipes));
  checkName('status', status, statusCodes);
  const recipe = recipes[variant];
  const options = chooseOptions(credentials);
  const bill = billOf(given, (given.at ?? realClock().now()) + (recipe.later ?? 0));
  const said = recipe.forgery
    ? forgeries[recipe.forgery](bill, options, createBills(0))
    : notificationOf(bill, status, options);
  return notificationRequest(url, format, recipe.members?.(said) ?? said, recipe.body);
}

const changeDigit = (hex: string): string => (hex.startsWith('0') ? '1' : '0') + hex.slice(1);

function billOf({ payment, credentials }: FaspayTestNotification, now: number): Bill {
  const { billNo, amount, acquirerReference } = readTestPayment(payment);
  return {
    trxId: acquirerReference ?? `${credentials.merchantId}81900000001`,
    billNo,
    billReference: billNo,
    amount,
    channel: '819',
    description: '',
    customerName: '',
    items: [],
    signature: sign(credentials, billNo),
    createdAt: now,
    expiresAt: now,
    status: '2',
    charges: 1,
    payment: { reference: '57910067322', at: now },
    deliveries: [],
  };
}
