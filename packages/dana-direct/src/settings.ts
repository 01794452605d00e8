import * as v from 'valibot';
import { equalBytes, headerText, origin, privateKey, publicHalf, publicKey, rule, tolerance } from '@bayar/core/kit';
import { isNotificationUrl, notificationUrlRule } from './notification-url.ts';
import { outletLengths } from './outlet.ts';
import { danaWidgetConfig, type DanaWidgetConfig } from './widget/settings.ts';

/** One merchant account at DANA. Plain data: it can come out of a JSON file once its secrets are filled in. */
export interface DanaDirectConfig {
  /** Which of DANA's worlds the credentials belong to. */
  readonly environment: 'sandbox' | 'production';
  /** The client id, also called partner id: what travels as `X-PARTNER-ID`. At most 36 characters. */
  readonly clientId: string;
  /** The merchant id. Notifications for another one are refused. */
  readonly merchantId: string;
  /** The merchant's RSA private key, 2048 bits or more: PEM or bare base64, PKCS#8 or PKCS#1. Its public half is registered at DANA. */
  readonly privateKey: string;
  /** DANA's own public key, which verifies its notifications; up to three while DANA rotates them. Never the merchant's. */
  readonly danaPublicKeys: string | readonly string[];
  /** Merchant category code of what is sold, as agreed with DANA: `5732`. */
  readonly mcc: string;
  /** What travels as `CHANNEL-ID`. Default `95221`, the value of DANA's samples. */
  readonly channelId?: string;
  /** What travels as `ORIGIN`: the merchant's domain. Default: the header is left out. */
  readonly origin?: string;
  /** The store payments belong to: its `externalShopId`. */
  readonly storeId?: string;
  /** The division payments belong to: its `externalDivisionId`. DANA requires it of aggregators. */
  readonly divisionId?: string;
  /** Where DANA posts notifications when a payment does not say: https, without a query. */
  readonly notificationUrl?: string;
  /** How far the time of a notification may be from ours, either way, in milliseconds. Default 300,000; at most 900,000. */
  readonly notificationToleranceMs?: number;
  /**
   * What status `02` says about the money. DANA writes both that the payment succeeded and that it is not final.
   * Default `processing`: nothing is shipped until DANA says `00`.
   */
  readonly payingMeans?: 'processing' | 'paid';
  /**
   * Asks the sandbox to say in words what it refuses (`X-Debug-Mode`): which of merchant, division and store it does not
   * know, for one. Read it in the raw answer. Default `false`; sandbox only.
   */
  readonly debug?: boolean;
  /** Origin of DANA's interface. Default: the one of the environment. Plain http only on this machine, for a simulator. */
  readonly baseUrl?: string;
  /** What DANA's Widget needs besides: all of it has a default, but for `queryUserProfile`. */
  readonly widget?: DanaWidgetConfig;
}

const ORIGINS = { sandbox: 'https://api.sandbox.dana.id', production: 'https://api.saas.dana.id' } as const;

const danaKeys = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((keys) => (typeof keys === 'string' ? [keys] : keys)),
  v.minLength(1, rule('must hold a key.', 'Add the public key DANA gave you.')),
  v.maxLength(3, rule('must hold at most three keys.', 'Remove those DANA no longer signs with.')),
  v.array(publicKey()),
);

const entries = v.strictObject({
  environment: v.picklist(['sandbox', 'production']),
  clientId: headerText(36),
  merchantId: headerText(64),
  privateKey: privateKey(),
  danaPublicKeys: danaKeys,
  mcc: headerText(outletLengths.mcc),
  channelId: v.optional(headerText(5), '95221'),
  origin: v.optional(headerText(255)),
  storeId: v.optional(headerText(outletLengths.storeId)),
  divisionId: v.optional(headerText(outletLengths.divisionId)),
  notificationUrl: v.optional(
    v.pipe(v.string(), v.check(isNotificationUrl, rule(notificationUrlRule.rule, notificationUrlRule.fix))),
  ),
  notificationToleranceMs: tolerance(),
  payingMeans: v.optional(v.picklist(['processing', 'paid']), 'processing'),
  debug: v.optional(v.boolean(), false),
  baseUrl: v.optional(origin()),
  widget: v.optional(danaWidgetConfig, {}),
});

/** Schema of {@link DanaDirectConfig}: strict, and its output has every default filled in and every key read. */
export const danaDirectConfig = v.pipe(
  entries,
  // With one's own key as DANA's, every genuine notification would be refused, and no test with self-made ones would show it.
  v.forward(
    v.partialCheck(
      [['privateKey'], ['danaPublicKeys']],
      (keys) => !keys.danaPublicKeys.some((key) => equalBytes(key.der, publicHalf(keys.privateKey).der)),
      rule("must be DANA's key; this is your own.", 'Copy the public key DANA shows or sends you.'),
    ),
    ['danaPublicKeys'],
  ),
  v.forward(
    v.partialCheck(
      [['environment'], ['debug']],
      ({ environment, debug }) => environment === 'sandbox' || !debug,
      rule('is for the sandbox only.', 'Leave it out in production.'),
    ),
    ['debug'],
  ),
  v.transform((read) => ({ ...read, baseUrl: read.baseUrl ?? ORIGINS[read.environment] })),
);

/** What the adapter works with. */
export type Settings = v.InferOutput<typeof danaDirectConfig>;
