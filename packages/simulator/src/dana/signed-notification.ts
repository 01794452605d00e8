import { formatJakarta } from './jakarta-time.ts';
import { requestToSign, signText } from './signature.ts';

/** One attempt to notify the merchant, not signed yet. */
export interface UnsignedNotification {
  readonly url: string;
  readonly body: string;
  /** Milliseconds since the epoch: when it is sent. */
  readonly now: number;
  readonly clientId: string;
  readonly externalId: string;
}

/** The signature over method, path, body and time of sending (DANA reference §2.6). */
export function notificationSignature(
  { url, body, now }: Pick<UnsignedNotification, 'url' | 'body' | 'now'>,
  privateKey: string,
): string {
  return signText(requestToSign('POST', new URL(url).pathname, Buffer.from(body), formatJakarta(now)), privateKey);
}

/** The POST that carries a notification, with the headers DANA was seen to send. */
export function notificationRequest(unsigned: UnsignedNotification, signature: string | undefined): Request {
  return new Request(unsigned.url, {
    method: 'POST',
    body: unsigned.body,
    headers: {
      'Channel-Id': 'DANA',
      Charset: 'UTF-8',
      'Content-Type': 'application/json',
      'User-Agent': 'Jakarta Commons-HttpClient/3.1',
      'X-External-Id': unsigned.externalId,
      'X-Partner-Id': unsigned.clientId,
      ...(signature !== undefined && { 'X-Signature': signature }),
      'X-Timestamp': formatJakarta(unsigned.now),
    },
  });
}
