import { realClock } from '../clock.ts';
import { throwawayKeyPair } from '../key-pair.ts';
import { snapVariants, tamperingOf, untouched } from '../tampering.ts';
import type { SnapVariant, Tampering } from '../tampering.ts';
import { checkName, readTestPayment } from '../test-payment.ts';
import type { TestPayment, ToldPayment } from '../test-payment.ts';
import type { DokuCredentials } from './credentials.ts';
import { tokenRequest } from './merchant-tokens.ts';
import { notificationBody } from './notification-body.ts';
import { notificationHeaders } from './notification-request.ts';
import type { PaymentRecord } from './payment-record.ts';
import { hmac, stringToSign } from './signature.ts';
import { signingKey, swapCase } from './spoiled-signature.ts';
import { bearers } from './test-bearer.ts';
import type { BearerVariant } from './test-bearer.ts';
import { formatWib } from './timestamp.ts';
import { statusWord } from './transaction-status.ts';
import type { TransactionStatus } from './transaction-status.ts';

/** What may be wrong with a test notification of DOKU. */
export type DokuVariant =
  | SnapVariant
  | BearerVariant
  /** Hexadecimal, where base64 belongs. */
  | 'hex-signature'
  /** Every letter of the signature in the other case. */
  | 'case-swapped';

const otherClientId = 'BRN-9999-9999999999999';
const spelt = ['hex-signature', 'case-swapped'];
const variants = [...snapVariants, ...spelt, ...Object.keys(bearers)];
const tokenVariants = ['valid', 'bad-signature', 'no-signature', 'other-key', 'stale', 'future', 'other-merchant'];

/** How DOKU asks the merchant for a token: the first of the two steps. */
export interface DokuTestTokenRequest {
  /** The merchant's token endpoint. */
  readonly url: string;
  readonly credentials: Pick<DokuCredentials, 'clientId'>;
  /** Milliseconds since the epoch; now unless told. */
  readonly at?: number;
  /** PKCS#8 PEM: what DOKU signs with. The key of `dokuPublicKey` in every simulator's credentials unless told. */
  readonly dokuPrivateKey?: string;
  readonly variant?: 'valid' | 'bad-signature' | 'no-signature' | 'other-key' | 'stale' | 'future' | 'other-merchant';
}

/** What a test notification of DOKU says. */
export interface DokuTestNotification {
  /** Where the merchant listens. DOKU signs its path. */
  readonly url: string;
  readonly credentials: DokuCredentials;
  /** What the merchant's token endpoint answered: `accessToken`. */
  readonly accessToken: string;
  /** What it is about. */
  readonly payment: TestPayment;
  /** `00` success, unless told. */
  readonly status?: TransactionStatus;
  /** Milliseconds since the epoch; now unless told. */
  readonly at?: number;
  /** What is wrong with it; nothing unless told. */
  readonly variant?: DokuVariant;
}

/** DOKU's request for a token, without a running simulator. Throws where it is told what there is not. */
export function signDokuTokenRequest(given: DokuTestTokenRequest): Request {
  const { url, credentials, variant = 'valid', at = realClock().now() } = given;
  checkName('variant', variant, tokenVariants);
  const { key, merchant, later, signature } = tamperingOf(variant);
  const own = given.dokuPrivateKey ?? throwawayKeyPair('doku').privateKey;
  const request = tokenRequest(
    key === 'own' ? own : throwawayKeyPair('stranger').privateKey,
    merchant === 'own' ? credentials.clientId : otherClientId,
    url,
    at + later,
  );
  const { headers } = request;
  const sent = signature(headers.get('x-signature') ?? '');
  if (sent === undefined) headers.delete('x-signature');
  else headers.set('x-signature', sent);
  return request;
}

/** A notification as DOKU sends it, without a running simulator. Throws where it is told what there is not. */
export function signDokuNotification(given: DokuTestNotification): Request {
  const { credentials, url, variant = 'valid', at = realClock().now() } = given;
  checkNotification(given, variant);
  const tampering = tamperingIn(variant);
  const now = at + tampering.later;
  const body = tampering.signedBody(
    notificationBody(recordOf(given, readTestPayment(given.payment), tampering, now), {}),
  );
  const bearer = isBearerVariant(variant) ? bearers[variant](given.accessToken, credentials, now) : given.accessToken;
  const signature = signatureOf(given, tampering, body, bearer ?? given.accessToken, now);
  const headers = notificationHeaders({
    clientId: tampering.merchant === 'own' ? credentials.clientId : otherClientId,
    timestamp: formatWib(now),
    externalId: String(now),
    deviceId: 'device123',
    bearer,
    signature,
  });
  return new Request(url, { method: 'POST', headers, body: tampering.sentBody(body) });
}

function checkNotification({ accessToken, status = '00' }: DokuTestNotification, variant: string): void {
  checkName('variant', variant, variants);
  checkName('status', status, Object.keys(statusWord));
  if (typeof accessToken !== 'string' || accessToken === '') {
    throw new TypeError(
      'accessToken must be the token that your token endpoint answered: send it signTestNotification.dokuToken first',
    );
  }
}

function isBearerVariant(variant: DokuVariant): variant is BearerVariant {
  return Object.hasOwn(bearers, variant);
}

function tamperingIn(variant: DokuVariant): Tampering {
  if (isBearerVariant(variant)) return untouched;
  if (variant === 'case-swapped') return { ...untouched, signature: swapCase };
  if (variant !== 'hex-signature') return tamperingOf(variant);
  return { ...untouched, signature: (signature) => Buffer.from(signature, 'base64').toString('hex') };
}

function signatureOf(
  { url, credentials }: DokuTestNotification,
  { signedPath, key, signature }: Tampering,
  body: string,
  accessToken: string,
  now: number,
): string | undefined {
  const { pathname, search } = new URL(url);
  const call = { method: 'POST', path: `${signedPath(pathname)}${search}`, accessToken, timestamp: formatWib(now) };
  const secret = signingKey(credentials.secretKey, key === 'own' ? 'valid' : 'other-key');
  return signature(hmac(secret, stringToSign(call, body)).toString('base64'));
}

function recordOf(
  { status = '00' }: DokuTestNotification,
  { reference, amount, acquirerReference }: ToldPayment,
  { more }: Tampering,
  now: number,
): PaymentRecord {
  return {
    request: {
      reference,
      amount: amount + more,
      returnUrl: '',
      isDeepLink: 'N',
      orderTitle: undefined,
      expiresAt: undefined,
    },
    externalId: String(now),
    deviceId: undefined,
    acquirerReference: acquirerReference ?? '2020102977770000000009',
    linkId: '1',
    createdAt: now,
    expiresAt: now,
    status,
    charges: 1,
    paidAt: now,
    approvalCode: undefined,
    refunds: [],
    deliveries: [],
  };
}
