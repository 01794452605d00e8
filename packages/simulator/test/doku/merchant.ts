import { createHash, createHmac, createPrivateKey, sign } from 'node:crypto';
import { createSimulator, virtualClock } from '../../src/index.ts';
import type { DokuSettings, Send, Simulator } from '../../src/index.ts';

/** 2 January 2026, 10:04:05 in Jakarta. */
export const start = Date.parse('2026-01-02T10:04:05+07:00');

export const tokenPath = '/authorization/v1/access-token/b2b';
export const paymentPath = '/direct-debit/core/v1/debit/payment-host-to-host';
export const refundPath = '/direct-debit/core/v1/debit/refund';
export const statusPath = '/orders/v1.0/debit/status';

/** An answer, read. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Headers;
}

/** What a test may change about a correct call. */
export interface Changes {
  readonly token?: string;
  readonly timestamp?: string;
  /** Replaces or, with undefined, removes headers after signing. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** The bytes sent, when they differ from those signed. */
  readonly sentBody?: string;
  /** Turns the string to sign or the signature into something else. */
  readonly stringToSign?: (text: string) => string;
  readonly encoding?: 'base64' | 'hex';
  readonly signature?: (text: string) => string;
  readonly secretKey?: string;
  readonly externalId?: string;
}

/** A merchant with signing code of its own. */
export interface Merchant {
  readonly requestToken: (headers?: Readonly<Record<string, string | undefined>>, body?: string) => Promise<Answer>;
  readonly token: () => Promise<string>;
  readonly call: (path: string, body: unknown, changes?: Changes) => Promise<Answer>;
  readonly pay: (fields?: Readonly<Record<string, unknown>>, changes?: Changes) => Promise<Answer>;
  readonly refund: (fields?: Readonly<Record<string, unknown>>, changes?: Changes) => Promise<Answer>;
  readonly status: (fields?: Readonly<Record<string, unknown>>, changes?: Changes) => Promise<Answer>;
}

/** A simulator on a clock that stands still, and its merchant. */
export function openShop(
  settings: DokuSettings = {},
  send: Send = () => Promise.reject(new Error('The merchant is not there')),
): { simulator: Simulator; merchant: Merchant } {
  const simulator = createSimulator({ clock: virtualClock(start), send, doku: settings });
  return { simulator, merchant: createMerchant(simulator) };
}

/** `2026-01-02T10:04:05+07:00` */
export function jakarta(ms: number): string {
  return `${new Date(ms + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
}

export const paymentFields = {
  partnerReferenceNo: 'INV-0001',
  validUpTo: '2026-01-02T11:04:06+07:00',
  pointOfInitiation: 'app',
  urlParam: [{ url: 'https://www.merchant.co.id/return?order=INV-0001', type: 'PAY_RETURN', isDeepLink: 'N' }],
  amount: { value: '10000.00', currency: 'IDR' },
  additionalInfo: { channel: 'EMONEY_DANA_SNAP', orderTitle: 'Shoes', supportDeepLinkCheckoutUrl: 'false' },
};

export const refundFields = {
  originalPartnerReferenceNo: 'INV-0001',
  refundAmount: { value: '10000.00', currency: 'IDR' },
  reason: 'Request by Customer',
  partnerRefundNo: 'INV-REF-0001',
  additionalInfo: { channel: 'EMONEY_DANA_SNAP' },
};

export const statusFields = {
  originalPartnerReferenceNo: 'INV-0001',
  serviceCode: '55',
  additionalInfo: { channel: 'EMONEY_DANA_SNAP' },
};

/** The merchant of a simulator. */
export function createMerchant({ doku, clock }: Pick<Simulator, 'doku' | 'clock'>): Merchant {
  const { clientId, secretKey, merchantPrivateKey } = doku.credentials;
  let lastExternalId = 1_767_323_046_000;

  async function send(path: string, body: string, headers: Readonly<Record<string, string | undefined>>) {
    const present = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const url = `https://api-sandbox.doku.com${path}`;
    return read(await doku.fetch(url, { method: 'POST', headers: Object.fromEntries(present), body }));
  }

  function requestToken(headers = {}, body = '{"grantType":"client_credentials"}'): Promise<Answer> {
    const timestamp = jakarta(clock.now());
    const signature = sign('RSA-SHA256', Buffer.from(`${clientId}|${timestamp}`), createPrivateKey(merchantPrivateKey));
    return send(tokenPath, body, {
      'Content-Type': 'application/json',
      'X-CLIENT-KEY': clientId,
      'X-TIMESTAMP': timestamp,
      'X-SIGNATURE': signature.toString('base64'),
      ...headers,
    });
  }

  async function token(): Promise<string> {
    const { body } = await requestToken();
    if (typeof body['accessToken'] !== 'string') throw new Error(JSON.stringify(body));
    return body['accessToken'];
  }

  async function call(path: string, fields: unknown, changes: Changes = {}): Promise<Answer> {
    const body = typeof fields === 'string' ? fields : JSON.stringify(fields);
    const bearer = changes.token ?? (await token());
    const timestamp = changes.timestamp ?? jakarta(clock.now());
    const hash = createHash('sha256').update(body).digest('hex');
    const text = `POST:${path}:${bearer}:${hash}:${timestamp}`;
    const signed = changes.stringToSign?.(text) ?? text;
    const mac = createHmac('sha512', changes.secretKey ?? secretKey)
      .update(signed)
      .digest(changes.encoding ?? 'base64');
    return send(path, changes.sentBody ?? body, {
      'Content-Type': 'application/json',
      Authorization: `Bearer ${bearer}`,
      'X-PARTNER-ID': clientId,
      'X-TIMESTAMP': timestamp,
      'X-EXTERNAL-ID': changes.externalId ?? String(lastExternalId++),
      'X-DEVICE-ID': 'device123',
      'X-IP-ADDRESS': '203.0.113.10',
      'X-SIGNATURE': changes.signature?.(mac) ?? mac,
      ...changes.headers,
    });
  }

  return {
    requestToken,
    token,
    call,
    pay: (fields = {}, changes = {}) => call(paymentPath, { ...paymentFields, ...fields }, changes),
    refund: (fields = {}, changes = {}) => call(refundPath, { ...refundFields, ...fields }, changes),
    status: (fields = {}, changes = {}) => call(statusPath, { ...statusFields, ...fields }, changes),
  };
}

/** Reads an answer whole. */
export async function read(response: Response): Promise<Answer> {
  const body: Readonly<Record<string, unknown>> = await response.json();
  return { status: response.status, body, headers: response.headers };
}
