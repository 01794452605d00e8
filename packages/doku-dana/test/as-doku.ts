import { createHash, createHmac, createPrivateKey, sign } from 'node:crypto';
import type { InboundMessage, Received } from '@bayar/core';
import type { DokuDana } from '../src/index.ts';
import { account } from './bench.ts';
import { routeOf } from './shop.ts';

/** When the messages of these tests are sent. */
export const NOW = '2026-01-02T10:05:01+07:00';
export const PATH = '/pay/doku/v1.0/debit/notify';

/** DOKU's notification as its libraries shape it. */
export const PAID = {
  originalPartnerReferenceNo: 'INV-0001',
  originalReferenceNo: '2020102977770000000009',
  originalExternalId: '1767323046000',
  latestTransactionStatus: '00',
  transactionStatusDesc: 'success',
  amount: { value: '10000.00', currency: 'IDR' },
  additionalInfo: {
    channelId: 'EMONEY_DANA_SNAP',
    acquirerId: 'DANA',
    custIdMerchant: 'CUST-1',
    accountType: 'EMONEY',
  },
};

/** What of a message a test replaces; `undefined` takes a header away. */
export interface Message {
  readonly path?: string;
  readonly query?: string;
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

function message(path: string, sent: Readonly<Record<string, string>>, text: string, changed: Message): InboundMessage {
  const headers = new Headers(sent);
  for (const [name, value] of Object.entries(changed.headers ?? {})) {
    if (value === undefined) headers.delete(name);
    else headers.set(name, value);
  }
  const body = changed.body ?? text;
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  return { method: 'POST', path: changed.path ?? path, query: changed.query ?? '', headers, body: bytes };
}

/** DOKU's token request. */
export function tokenRequest(changed: Message = {}, timestamp = NOW): InboundMessage {
  const text = `${account.clientId}|${timestamp}`;
  const key = createPrivateKey(account.dokuPrivateKeyPkcs8Pem);
  const signature = sign('RSA-SHA256', Buffer.from(text), key).toString('base64');
  const headers = { 'X-CLIENT-KEY': account.clientId, 'X-TIMESTAMP': timestamp, 'X-SIGNATURE': signature };
  return message('/pay/doku/token', headers, '{"grantType":"client_credentials"}', changed);
}

/** What DOKU signs with: the token it presents, and what it believes it sends. */
export interface Signed {
  readonly token: string;
  readonly text?: string;
  readonly signedText?: string;
  readonly timestamp?: string;
  readonly path?: string;
  readonly secret?: string;
}

/** DOKU's notification, signed and then changed on its way. */
export function notification(signed: Signed, changed: Message = {}): InboundMessage {
  const { token, text = JSON.stringify(PAID), timestamp = NOW, path = PATH } = signed;
  const digest = createHash('sha256')
    .update(signed.signedText ?? text)
    .digest('hex');
  const covered = `POST:${path}:${token}:${digest}:${timestamp}`;
  const signature = createHmac('sha512', signed.secret ?? account.clientSecret)
    .update(covered)
    .digest('base64');
  const headers = {
    authorization: `Bearer ${token}`,
    'X-PARTNER-ID': account.clientId,
    'X-TIMESTAMP': timestamp,
    'X-EXTERNAL-ID': '1767323101000',
    'X-SIGNATURE': signature,
  };
  return message(PATH, headers, text, changed);
}

/** Fetches a token from the merchant as DOKU does. */
export async function fetchToken(doku: DokuDana, timestamp = NOW): Promise<string> {
  const received = await routeOf(doku, 'token').receive(tokenRequest({}, timestamp));
  if (received.kind !== 'answered') throw new Error(received.kind);
  const { accessToken } = JSON.parse(received.reply.body) as { accessToken: string };
  return accessToken;
}

/** Hands a notification to the merchant. */
export function deliver(doku: DokuDana, sent: InboundMessage): Promise<Received> {
  return routeOf(doku, 'notification').receive(sent);
}
