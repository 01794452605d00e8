import { createHash, randomUUID, sign } from 'node:crypto';
import { createSimulator, virtualClock } from '../../src/index.ts';
import type { DanaSettings, Send, Simulator } from '../../src/index.ts';
import vectors from '../vectors/dana.json' with { type: 'json' };

/** The moment the recorded requests were signed at. */
export const start = Date.parse('2026-09-01T10:00:00+07:00');
export const clientId = '2026010112345678901234';
export const merchantId = '216620000000000000001';

export const paths = {
  create: '/payment-gateway/v1.0/debit/payment-host-to-host.htm',
  query: '/payment-gateway/v1.0/debit/status.htm',
  cancel: '/payment-gateway/v1.0/debit/cancel.htm',
  refund: '/payment-gateway/v1.0/debit/refund.htm',
  consult: '/v1.0/payment-gateway/consult-pay.htm',
  widgetPayment: '/rest/redirection/v1.0/debit/payment-host-to-host',
  widgetQuery: '/rest/v1.1/debit/status',
  widgetCancel: '/v1.0/debit/cancel.htm',
  widgetRefund: '/v1.0/debit/refund.htm',
};

export type Json = Record<string, unknown>;

/** What DANA answered. */
export interface Answered {
  readonly status: number;
  readonly code: unknown;
  readonly message: unknown;
  readonly body: Json;
  readonly headers: Headers;
}

/** How a test spoils or changes one request. */
export interface Spoil {
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly timestamp?: string;
  readonly sentBody?: string;
  readonly signedPath?: string;
  readonly key?: string;
  readonly signal?: AbortSignal;
  readonly encode?: (signature: Buffer) => string;
}

export function signRsa(text: string, key: string = vectors.keys.merchant.privatePkcs8Pem): Buffer {
  return sign('RSA-SHA256', Buffer.from(text), key);
}

/** Jakarta time, whole seconds, as a merchant writes it. */
export const jakarta = (ms: number) => `${new Date(ms + 25_200_000).toISOString().slice(0, 19)}+07:00`;

/** A merchant with the recorded keys in front of a simulator whose clock stands at the recorded moment. */
export function createMerchant(settings: DanaSettings = {}, deliver?: Send) {
  const received: { url: string; headers: Headers; body: string }[] = [];
  const inbox = {
    received,
    respond: () =>
      Response.json({ responseCode: '2005600', responseMessage: 'Successful' }) as Response | Promise<Response>,
  };
  const simulator = createSimulator({
    clock: virtualClock(start),
    seed: 'dana tests',
    async send(request) {
      received.push({ url: request.url, headers: request.headers, body: await request.clone().text() });
      return deliver ? deliver(request) : inbox.respond();
    },
    dana: {
      clientId,
      merchantId,
      merchantKeys: {
        privateKey: vectors.keys.merchant.privatePkcs8Pem,
        publicKey: vectors.keys.merchant.publicSpkiPem,
      },
      danaKeys: { privateKey: vectors.keys.fakeDana.privatePkcs8Pem, publicKey: vectors.keys.fakeDana.publicSpkiPem },
      ...settings,
    },
  });
  const call = (path: string, body: unknown, spoil: Spoil = {}) => send(simulator, path, body, spoil);
  return { simulator, dana: simulator.dana, clock: simulator.clock, inbox, call };
}

/** A request's headers and body, signed as DANA documents it and then spoiled. */
export function signRequest(path: string, body: unknown, now: number, spoil: Spoil = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const timestamp = spoil.timestamp ?? jakarta(now);
  const digest = createHash('sha256').update(text).digest('hex');
  const signature = signRsa(`POST:${spoil.signedPath ?? path}:${digest}:${timestamp}`, spoil.key);
  const headers = new Headers({
    'Content-Type': 'application/json',
    'X-TIMESTAMP': timestamp,
    'X-SIGNATURE': spoil.encode ? spoil.encode(signature) : signature.toString('base64'),
    'X-PARTNER-ID': clientId,
    'X-EXTERNAL-ID': randomUUID(),
    'CHANNEL-ID': '95221',
  });
  for (const [name, value] of Object.entries(spoil.headers ?? {})) {
    if (value === undefined) headers.delete(name);
    else headers.set(name, value);
  }
  return { headers, body: spoil.sentBody ?? text };
}

async function send(simulator: Simulator, path: string, body: unknown, spoil: Spoil): Promise<Answered> {
  const signed = signRequest(path, body, simulator.clock.now(), spoil);
  const { signal } = spoil;
  const init = { method: 'POST', ...signed, ...(signal && { signal }) };
  return readAnswer(await simulator.dana.fetch(`https://api.sandbox.dana.id${path}`, init));
}

export async function readAnswer(response: Response): Promise<Answered> {
  const body = JSON.parse(await response.text()) as Json;
  const { status, headers } = response;
  return { status, code: body['responseCode'], message: body['responseMessage'], body, headers };
}

export const idr = (value: string) => ({ value, currency: 'IDR' });

/** A REDIRECT order of Rp 15.000. */
export function orderOf(reference: string, overrides: Json = {}): Json {
  return {
    partnerReferenceNo: reference,
    merchantId,
    amount: idr('15000.00'),
    validUpTo: '2026-09-01T10:25:00+07:00',
    urlParams: [
      { url: 'https://merchant.example/return', type: 'PAY_RETURN', isDeeplink: 'Y' },
      { url: 'https://merchant.example/dana/notify', type: 'NOTIFICATION', isDeeplink: 'Y' },
    ],
    additionalInfo: {
      mcc: '5732',
      order: { orderTitle: 'Order 1', scenario: 'REDIRECT' },
      envInfo: { sourcePlatform: 'IPG', terminalType: 'SYSTEM' },
    },
    ...overrides,
  };
}

/** An API order with a chosen method. */
export function apiOrderOf(reference: string, payMethod: string, payOption: string, overrides: Json = {}): Json {
  return orderOf(reference, {
    payOptionDetails: [{ payMethod, payOption, transAmount: idr('15000.00') }],
    additionalInfo: {
      mcc: '5732',
      order: { orderTitle: 'Order 1', scenario: 'API' },
      envInfo: { sourcePlatform: 'IPG', terminalType: 'SYSTEM' },
    },
    ...overrides,
  });
}

export const queryOf = (reference: string, overrides: Json = {}): Json => ({
  originalPartnerReferenceNo: reference,
  serviceCode: '54',
  merchantId,
  ...overrides,
});

export const cancelOf = (reference: string, overrides: Json = {}): Json => ({
  originalPartnerReferenceNo: reference,
  merchantId,
  ...overrides,
});

export const refundOf = (reference: string, refundNo: string, value: string, overrides: Json = {}): Json => ({
  merchantId,
  originalPartnerReferenceNo: reference,
  partnerRefundNo: refundNo,
  refundAmount: idr(value),
  ...overrides,
});
