import type { RsaKeyPair } from '../key-pair.ts';
import type { NotificationOptions } from './notification-options.ts';

/** The merchant's account at DOKU. What is left out is made up and thrown away with the process. */
export interface DokuAccountSettings {
  readonly clientId?: string;
  readonly secretKey?: string;
  /** The merchant's pair. Only its public half is used; the private one is echoed in `credentials`. */
  readonly merchantKeys?: RsaKeyPair;
  /** The pair DOKU signs with. */
  readonly dokuKeys?: RsaKeyPair;
}

/** How refunds behave. */
export interface DokuRefundSettings {
  /** Whether less than the whole amount, or a second refund, is permitted. On by default. */
  readonly partial?: boolean;
  /** Answer 202 and settle after this long on the clock. Settled at once unless told. */
  readonly processingMs?: number;
  /** How a refund that was answered with 202 ends. */
  readonly processingEndsIn?: 'succeeded' | 'failed';
  /** Sen the merchant's balance can refund before 403/14; without limit unless told. */
  readonly merchantBalance?: number;
  /** Whether `refundTime` carries `+07:00`. DOKU's sample does not. */
  readonly timeOffset?: boolean;
  /** What `refundHistory` calls the merchant's refund reference: the libraries and the SNAP standard disagree. */
  readonly historyField?: 'partnerReferenceNo' | 'partnerRefundNo';
}

/** What DOKU leaves open, or is seen to do in more than one way. Every default is the documented or the lenient reading. */
export interface DokuSettings {
  readonly account?: DokuAccountSettings;
  /** Digits 4 and 5 of a response code: 05 and 07 as DOKU's DANA page has them, or the SNAP standard's 54 and 58. */
  readonly serviceCodes?: 'documented' | 'standard';
  /** `strict` also insists on `X-DEVICE-ID`, `orderTitle`, `validUpTo` without fraction, and an absolute return URL. */
  readonly fields?: 'lenient' | 'strict';
  /** Which bytes a signature may cover: the raw, the minified or the re-serialised body, or the minified one alone. */
  readonly signedBody?: 'lenient' | 'minified';
  readonly urlParam?: 'either' | 'array' | 'object';
  readonly expiryField?: 'either' | 'validUpTo' | 'validUpto';
  /** Accept fractions of a second in `X-TIMESTAMP`. Off by default: DOKU was seen to refuse them. */
  readonly fractionalTimestamps?: boolean;
  /** How far `X-TIMESTAMP` may be from the simulator's clock, either way. Unchecked unless told. */
  readonly timestampWindowMs?: number;
  /** 900 unless told. */
  readonly tokenLifetimeSeconds?: number;
  /** DOKU was seen to send `expiresIn` both ways. */
  readonly expiresInAs?: 'number' | 'string';
  /** Only the newest access token is honoured. On by default. */
  readonly latestTokenOnly?: boolean;
  /** Also answer with the members DOKU's samples lack: `referenceNo`, `refundNo`, `partnerRefundNo`, … */
  readonly optionalFields?: 'absent' | 'present';
  /** How long a paid payment is "not found" for the status call; 60_000 is DOKU's 60-second rule. 0 unless told. */
  readonly statusBlackoutMs?: number;
  /** How long the customer has when the request names no expiry. One hour unless told. */
  readonly paymentLifetimeMs?: number;
  readonly refunds?: DokuRefundSettings;
  /** Applied to every notification; `notify` can override it for one. */
  readonly notifications?: NotificationOptions;
}

const defaults = {
  serviceCodes: 'documented',
  fields: 'lenient',
  signedBody: 'lenient',
  urlParam: 'either',
  expiryField: 'either',
  fractionalTimestamps: false,
  timestampWindowMs: Number.POSITIVE_INFINITY,
  tokenLifetimeSeconds: 900,
  expiresInAs: 'number',
  latestTokenOnly: true,
  optionalFields: 'absent',
  statusBlackoutMs: 0,
  paymentLifetimeMs: 3_600_000,
  refunds: {},
  notifications: {},
} as const satisfies DokuSettings;

/** Settings with every default filled in. */
export type ResolvedDokuSettings = Required<Omit<DokuSettings, 'account'>>;

/** Fills in the defaults. */
export function resolveSettings(settings: DokuSettings): ResolvedDokuSettings {
  return { ...defaults, ...settings };
}
