import { headerText, origin, rule, secretText } from '@bayar/core/kit';
import * as v from 'valibot';
import type { AmountUnit } from './amount.ts';
import { MAX_BILL_NUMBER, type BillNumberStyle } from './bill-number.ts';

/** One merchant account at Faspay, as Faspay hands it out. Plain JSON. */
export interface FaspayDanaConfig {
  /** Chooses the host, unless `baseUrl` names one. */
  readonly environment: 'sandbox' | 'production';
  /** Merchant id: digits, five as a rule. A text, so that no leading zero is lost. */
  readonly merchantId: string;
  /** Merchant name as registered; at most 32 characters. */
  readonly merchantName: string;
  /** User id; by convention `bot` and the merchant id. */
  readonly userId: string;
  /** Password of that user. It signs, and is never sent. */
  readonly password: string;
  /**
   * What the totals of notifications and inquiries count: Faspay does not say. Default `either`: both readings are compared
   * with the amount of the payment. Set it once a real notification has shown which it is.
   */
  readonly notificationAmountUnit?: AmountUnit;
  /**
   * How bill numbers are made. Default `suffixed`: the reference followed by `Z`, so that the signature one customer sees
   * can never say that another's bill is paid. `verbatim-fixed-length` sends the reference as it is and refuses every
   * other length; it is as safe only when all bills of the account, from any other system too, have that length.
   */
  readonly billNumber?: BillNumberStyle;
  /**
   * Addresses notifications may come from, in addition to their signature. Default: any. Faspay's sandbox posts from
   * 149.129.213.81; its integration team names those of production.
   */
  readonly notificationSources?: NotificationSources;
  /** The production origin, where the merchant page ("Endpoint URL Production") shows another than web.faspay.co.id; or a simulator. */
  readonly baseUrl?: string;
}

/** Which callers may notify, and how they are told. */
export interface NotificationSources {
  /** IPv4 and IPv6 addresses, or networks in CIDR notation. */
  readonly networks: readonly string[];
  /** The header in which your own proxy says who called it: `x-forwarded-for`. Nothing is trusted unless it is named here. */
  readonly header: string;
  /** How many proxies of yours add to that header, one address each. Default 1. */
  readonly proxies?: number;
}

const HOSTS = { sandbox: 'https://debit-sandbox.faspay.co.id', production: 'https://web.faspay.co.id' } as const;
const LENGTH = rule('must be a whole number from 1 to 32.', 'Count the characters of your order numbers.');

const NETWORK = rule('must be an address or a network: 149.129.213.81, 203.0.113.0/24.', 'Copy what Faspay names.');
const PROXIES = rule('must be a whole number from 1 to 8.', 'Count your own proxies, or leave it out.');

const notificationSources = v.strictObject({
  networks: v.pipe(
    v.array(v.pipe(v.string(), v.check(isNetwork, NETWORK), v.transform(withPrefix))),
    v.minLength(1, rule('must name at least one address.', 'Leave notificationSources out to accept any.')),
  ),
  header: v.pipe(
    v.string(),
    v.regex(/^[A-Za-z0-9-]{1,64}$/, rule('must be the name of a header.', 'Write x-forwarded-for.')),
  ),
  proxies: v.optional(v.pipe(v.number(), v.integer(PROXIES), v.minValue(1, PROXIES), v.maxValue(8, PROXIES)), 1),
});

/** The settings' schema. */
export const faspayDanaConfig = v.pipe(
  v.strictObject({
    environment: v.picklist(['sandbox', 'production']),
    merchantId: v.pipe(
      v.string(),
      v.regex(/^\d{5,15}$/, rule('must be 5 to 15 digits.', 'Copy it again from the merchant page.')),
    ),
    merchantName: v.pipe(
      v.string(),
      v.regex(/^\S.{0,31}$/u, rule('must be 1 to 32 characters.', 'Copy it again from the merchant page.')),
    ),
    userId: headerText(64),
    password: secretText(),
    notificationAmountUnit: v.optional(v.picklist(['rupiah', 'x100', 'either']), 'either'),
    billNumber: v.optional(
      v.variant('style', [
        v.strictObject({ style: v.literal('suffixed') }),
        v.strictObject({
          style: v.literal('verbatim-fixed-length'),
          length: v.pipe(v.number(), v.integer(LENGTH), v.minValue(1, LENGTH), v.maxValue(MAX_BILL_NUMBER, LENGTH)),
        }),
      ]),
      { style: 'suffixed' },
    ),
    notificationSources: v.optional(notificationSources),
    baseUrl: v.optional(origin()),
  }),
  v.transform((config) => ({ ...config, baseUrl: config.baseUrl ?? HOSTS[config.environment] })),
);

/** The settings with every default filled in. */
export type Settings = v.InferOutput<typeof faspayDanaConfig>;

function isNetwork(text: string): boolean {
  const [address, bits, ...more] = text.split('/');
  const most = v.is(v.pipe(v.string(), v.ipv4()), address) ? 32 : 128;
  // IPv4 in IPv6's clothes is compared as IPv4, and would never be met.
  const isAddress = v.is(v.pipe(v.string(), v.ip()), address) && !(text.includes(':') && text.includes('.'));
  return isAddress && more.length === 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
}

function withPrefix(network: string): string {
  if (network.includes('/')) return network;
  return `${network}/${network.includes(':') ? '128' : '32'}`;
}
