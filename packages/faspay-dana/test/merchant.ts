import { createHash } from 'node:crypto';
import { rupiah, type CreatePayment, type InboundMessage, type PaymentRef } from '@bayar/core';
import type { Clock } from '@bayar/core/kit';
import { faspayDana, type FaspayDana, type FaspayDanaConfig } from '../src/index.ts';

/** The account of the synthetic vectors. */
export const config = {
  environment: 'sandbox',
  merchantId: '12345',
  merchantName: 'Example Store',
  userId: 'bot12345',
  password: 's1mul@tor-Secret',
} as const satisfies FaspayDanaConfig;

export const NOW = new Date('2026-01-02T11:00:00.250Z');
export const clock: Clock = {
  now: () => NOW,
  sleep: (_, signal) => new Promise((wake) => signal?.addEventListener('abort', () => wake())),
};

export const customer = { id: 'C-1', name: 'Sari', email: 'sari@example.com', phone: '+6281234567890' };
export const request = {
  reference: 'INV20260102A001',
  amount: rupiah(2_000),
  title: 'Kopi susu',
  returnUrl: 'https://shop.example/thanks',
  customer,
} as const satisfies CreatePayment;

export const TRX_ID = '1234581900000007';
export const BILL_NO = 'INV20260102A001Z';

/** The payment the request made, as it is stored. */
export const ref: PaymentRef<'faspay-dana'> = {
  acquirer: 'faspay-dana',
  adapter: 'faspay-dana',
  reference: request.reference,
  acquirerReference: TRX_ID,
  amount: request.amount,
  createdAt: NOW.toISOString(),
  locator: { trxId: TRX_ID, billNo: BILL_NO },
};

/** The documented signature, computed apart from the adapter. */
export function signatureOf(
  billNo: string,
  status = '',
  { userId, password } = { userId: 'bot12345', password: 's1mul@tor-Secret' },
): string {
  const md5 = createHash('md5')
    .update(userId + password + billNo + status)
    .digest('hex');
  return createHash('sha1').update(md5).digest('hex');
}

/** What Faspay answers to post data. */
export const posted = {
  response: 'Transmisi Info Detil Pembelian',
  trx_id: TRX_ID,
  merchant_id: '12345',
  merchant: 'Example Store',
  bill_no: BILL_NO,
  external_id: '',
  bill_items: [],
  response_code: '00',
  response_desc: 'Sukses',
  redirect_url: `https://dev.faspay.co.id/pws/100003/0830000010100000/${signatureOf(BILL_NO)}?trx_id=${TRX_ID}&merchant_id=12345&bill_no=${BILL_NO}`,
};

/** What Faspay answers to an inquiry about an unpaid bill. */
export const inquired = {
  response: 'Inquiry Status Payment',
  trx_id: TRX_ID,
  merchant_id: '12345',
  merchant: 'Example Store',
  bill_no: BILL_NO,
  payment_reff: '',
  payment_date: '',
  payment_status_desc: 'Belum diproses',
  payment_status_code: '0',
  payment_total: '',
  response_code: '00',
  response_desc: 'Sukses',
};

/** A gateway whose every request gets this answer, and the bodies it sent. */
export function gatewayAnswering(
  answer: unknown,
  { status = 200, settings = config }: { readonly status?: number; readonly settings?: FaspayDanaConfig } = {},
): { readonly gateway: FaspayDana; readonly sent: { readonly url: string; readonly body: Record<string, unknown> }[] } {
  const sent: { url: string; body: Record<string, unknown> }[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const received = new Request(input, init);
    sent.push({ url: received.url, body: JSON.parse(await received.text()) as Record<string, unknown> });
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
    return new Response(text, { status, headers: { 'content-type': 'application/json' } });
  };
  return { gateway: faspayDana(settings, { fetch, clock }), sent };
}

/** A gateway that must not send anything. */
export function offline(settings: FaspayDanaConfig = config): FaspayDana {
  return faspayDana(settings, { clock, fetch: () => Promise.reject(new Error('Nothing may be sent here.')) });
}

/** A notification of the bill, signed unless the changes say otherwise. */
export function notificationOf(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const fields: Record<string, unknown> = {
    request: 'Payment Notification',
    trx_id: TRX_ID,
    merchant_id: '12345',
    merchant: 'Example Store',
    bill_no: BILL_NO,
    payment_reff: '57910067322',
    payment_date: '2026-01-02 18:11:35',
    payment_status_code: '2',
    payment_status_desc: 'Payment Sukses',
    bill_total: '2000',
    payment_total: '2000',
    payment_channel_uid: '819',
    payment_channel: 'DANA',
    ...changes,
  };
  return {
    ...fields,
    signature: signatureOf(String(fields['bill_no']), String(fields['payment_status_code'])),
    ...changes,
  };
}

/** A message as it reaches the merchant. */
export function posting(body: unknown, changes: Partial<InboundMessage> = {}): InboundMessage {
  const bytes =
    body instanceof Uint8Array
      ? body
      : new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
  const headers = new Headers({ 'content-type': 'application/json' });
  return { method: 'POST', path: '/pay/faspay/notification', query: '', headers, body: bytes, ...changes };
}

/** What the gateway makes of a notification. */
export function receive(gateway: FaspayDana, message: InboundMessage) {
  return routeOf(gateway, 'notification').receive(message);
}

/** What the gateway makes of a browser that comes back. */
export function comeBack(gateway: FaspayDana, query: string, method = 'GET') {
  return routeOf(gateway, 'return').receive(posting('', { method, query, path: '/pay/faspay/return' }));
}

function routeOf({ inbound }: FaspayDana, kind: 'notification' | 'return') {
  const route = inbound.find((candidate) => candidate.kind === kind);
  if (route === undefined) throw new Error(`There is no ${kind} route.`);
  return route;
}
