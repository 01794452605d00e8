import { createHmac, sign } from 'node:crypto';
import { throwawayKeyPair } from '../key-pair.ts';
import type { DokuCredentials } from './credentials.ts';
import { parseJsonObject } from './json.ts';
import type { JsonObject } from './json.ts';

/** What may be wrong with the bearer token of a notification: the merchant gave it, and must know it again. */
export type BearerVariant =
  | 'no-bearer'
  /** Signed by somebody else, with the same claims. */
  | 'foreign-bearer'
  /** The merchant's own, an hour past its end. */
  | 'expired-bearer'
  /** HS256, keyed with the merchant's public key. */
  | 'alg-confused-bearer'
  /** Not signed at all, and saying so. */
  | 'alg-none-bearer';

/** What each variant makes of the merchant's own token. */
export const bearers: Readonly<
  Record<BearerVariant, (token: string, credentials: DokuCredentials, now: number) => string | undefined>
> = {
  'no-bearer': () => undefined,
  'foreign-bearer': (token) => jwt('RS256', claimsOf(token), rs256(throwawayKeyPair('stranger').privateKey)),
  'expired-bearer': (token, { merchantPrivateKey }, now) =>
    jwt('RS256', { ...claimsOf(token), exp: Math.floor(now / 1000) - 3600 }, rs256(merchantPrivateKey)),
  'alg-confused-bearer': (token, { merchantPublicKey }) =>
    jwt('HS256', claimsOf(token), (text) => createHmac('sha256', merchantPublicKey).update(text).digest('base64url')),
  'alg-none-bearer': (token) => jwt('none', claimsOf(token), () => ''),
};

/** The claims of a JWT; none where the merchant's tokens are something else. */
function claimsOf(token: string): JsonObject {
  return parseJsonObject(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) ?? {};
}

const rs256 = (privateKey: string) => (text: string) =>
  sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64url');

function jwt(alg: string, claims: JsonObject, signed: (text: string) => string): string {
  const parts = [{ alg, typ: 'JWT' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  return `${parts.join('.')}.${signed(parts.join('.'))}`;
}
