import { createHash, createHmac } from 'node:crypto';
import type { DokuAccount } from './credentials.ts';
import type { NotificationOptions } from './notification-options.ts';
import type { PaymentRecord } from './payment-record.ts';
import { encodeSignature, signingKey, signingPath } from './spoiled-signature.ts';
import type { TransactionStatus } from './transaction-status.ts';

/** One attempt, without its signature. */
export interface UnsignedJokulNotification {
  readonly url: string;
  readonly requestId: string;
  readonly body: string;
  readonly now: number;
}

const words: Readonly<Record<TransactionStatus, string>> = {
  '00': 'SUCCESS',
  '01': 'PENDING',
  '02': 'PENDING',
  '03': 'PENDING',
  '04': 'REFUNDED',
  '05': 'EXPIRED',
  '06': 'FAILED',
  '07': 'PENDING',
};

/** What the notification says in the older family's words (DOKU reference §6.9). */
export function jokulBody(record: PaymentRecord, options: NotificationOptions, now: number): string {
  return JSON.stringify({
    service: { id: 'EMONEY' },
    acquirer: { id: 'DANA' },
    channel: { id: 'EMONEY_DANA' },
    transaction: {
      status: words[options.status ?? record.status],
      date: utcSeconds(now),
      original_request_id: record.externalId,
    },
    // The one place where DOKU writes money as a JSON number, in rupiah.
    order: { invoice_number: record.request.reference, amount: (options.amount ?? record.request.amount) / 100 },
    ...options.extraFields,
  });
}

/** HMAC-SHA256 under the Secret Key over five labelled lines; the digest covers the raw body. */
export function jokulRequest(
  account: DokuAccount,
  unsigned: UnsignedJokulNotification,
  options: NotificationOptions,
): Request {
  const { clientId, secretKey } = account.credentials;
  const how = options.signature ?? 'valid';
  const timestamp = utcSeconds(unsigned.now);
  const component = [
    `Client-Id:${clientId}`,
    `Request-Id:${unsigned.requestId}`,
    `Request-Timestamp:${timestamp}`,
    `Request-Target:${signingPath(unsigned.url, how)}`,
    `Digest:${createHash('sha256').update(unsigned.body).digest('base64')}`,
  ].join('\n');
  const mac = createHmac('sha256', signingKey(secretKey, how)).update(component).digest();
  const signature = encodeSignature(mac, how);
  const headers = new Headers({
    'content-type': 'application/json',
    'client-id': clientId,
    'request-id': unsigned.requestId,
    'request-timestamp': timestamp,
  });
  if (signature !== undefined) headers.set('signature', `HMACSHA256=${signature}`);
  return new Request(unsigned.url, { method: 'POST', headers, body: unsigned.body });
}

function utcSeconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
