import type { DokuAccount } from './credentials.ts';
import type { NotificationOptions } from './notification-options.ts';
import { hmac, stringToSign } from './signature.ts';
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

/** Signs the notification as the options say, which may be wrongly. */
export function notificationRequest(
  account: DokuAccount,
  unsigned: UnsignedNotification,
  options: NotificationOptions,
): Request {
  const timestamp = options.fractionalTimestamp ? formatWibWithFraction(unsigned.now) : formatWib(unsigned.now);
  const headers = new Headers({
    'content-type': 'application/json',
    authorization: `Bearer ${unsigned.merchantToken}`,
    'x-timestamp': timestamp,
    'x-partner-id': account.credentials.clientId,
    'x-external-id': unsigned.externalId,
    'x-device-id': unsigned.deviceId,
  });
  const signature = sign(account, unsigned, timestamp, options.signature ?? 'valid');
  if (signature !== undefined) headers.set('x-signature', signature);
  return new Request(unsigned.url, { method: 'POST', headers, body: unsigned.body });
}

function sign(
  account: DokuAccount,
  unsigned: UnsignedNotification,
  timestamp: string,
  how: NonNullable<NotificationOptions['signature']>,
): string | undefined {
  const { pathname, search } = new URL(unsigned.url);
  const { secretKey } = account.credentials;
  const path = how === 'other-path' ? `/proxy${pathname}${search}` : `${pathname}${search}`;
  const call = { method: 'POST', path, accessToken: unsigned.merchantToken, timestamp };
  const mac = hmac(how === 'other-key' ? `${secretKey}x` : secretKey, stringToSign(call, unsigned.body));
  if (how === 'absent') return undefined;
  if (how === 'hex') return mac.toString('hex');
  return how === 'case-swapped' ? swapCase(mac.toString('base64')) : mac.toString('base64');
}

function swapCase(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()));
}
