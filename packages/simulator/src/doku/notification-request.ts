import type { DokuAccount } from './credentials.ts';
import type { NotificationOptions } from './notification-options.ts';
import { hmac, stringToSign } from './signature.ts';
import { encodeSignature, signingKey, signingPath } from './spoiled-signature.ts';
import type { SignatureSpoiling } from './spoiled-signature.ts';
import { formatWib, formatWibWithFraction } from './timestamp.ts';

/** One attempt at the second step: everything but the signature. */
export interface UnsignedNotification {
  readonly url: string;
  readonly merchantToken: string;
  readonly externalId: string;
  readonly deviceId: string;
  readonly body: string;
  readonly now: number;
}

/** What a notification says besides its body. */
export interface NotificationHeaders {
  readonly clientId: string;
  readonly timestamp: string;
  readonly externalId: string;
  readonly deviceId: string;
  readonly bearer: string | undefined;
  readonly signature: string | undefined;
}

/** The headers DOKU documents (DOKU reference §6.4). */
export function notificationHeaders(said: NotificationHeaders): Headers {
  return new Headers({
    'content-type': 'application/json',
    ...(said.bearer !== undefined && { authorization: `Bearer ${said.bearer}` }),
    'x-timestamp': said.timestamp,
    'x-partner-id': said.clientId,
    'x-external-id': said.externalId,
    'x-device-id': said.deviceId,
    ...(said.signature !== undefined && { 'x-signature': said.signature }),
  });
}

/** Signs the notification as the options say, which may be wrongly. */
export function notificationRequest(
  account: DokuAccount,
  unsigned: UnsignedNotification,
  options: NotificationOptions,
): Request {
  const timestamp = options.fractionalTimestamp ? formatWibWithFraction(unsigned.now) : formatWib(unsigned.now);
  const signature = sign(account, unsigned, timestamp, options.signature ?? 'valid');
  const headers = notificationHeaders({
    ...unsigned,
    clientId: account.credentials.clientId,
    timestamp,
    bearer: unsigned.merchantToken,
    signature,
  });
  return new Request(unsigned.url, { method: 'POST', headers, body: unsigned.body });
}

function sign(
  account: DokuAccount,
  unsigned: UnsignedNotification,
  timestamp: string,
  how: SignatureSpoiling,
): string | undefined {
  const path = signingPath(unsigned.url, how);
  const call = { method: 'POST', path, accessToken: unsigned.merchantToken, timestamp };
  const key = signingKey(account.credentials.secretKey, how);
  return encodeSignature(hmac(key, stringToSign(call, unsigned.body)), how);
}
