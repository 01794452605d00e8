import type { InboundMessage, Received } from '@bayar/core';
import { encodeText, readRsaKey, rsaSha256 } from '@bayar/core/kit';
import { asymmetricStringToSign } from '@bayar/bi-snap';
import { danaDirect, type DanaDirectConfig } from '../src/index.ts';
import { config, now, vectors } from './account.ts';
import { standingClock } from './clocks.ts';

const path = '/pay/dana/v1.0/debit/notify';
/** DANA's reference of the payment. */
export const original = '20260901111212800110166722302205418';

/** A notification of a payment, as DANA documents it. */
export const paid = {
  originalPartnerReferenceNo: 'ORDER-2026-0001',
  originalReferenceNo: original,
  merchantId: config.merchantId,
  amount: { value: '15000.00', currency: 'IDR' },
  latestTransactionStatus: '00',
  transactionStatusDesc: 'SUCCESS',
  createdTime: '2026-09-01T09:55:00+07:00',
  finishedTime: '2026-09-01T09:59:00+07:00',
  additionalInfo: {
    paidTime: '2026-09-01T09:58:59+07:00',
    paymentInfo: { payOptionInfos: [{ payMethod: 'BALANCE' }], extendInfo: '{"externalPromoInfos":[]}' },
  },
};

/** A message signed as DANA signs, with the key the suite gives it. */
export async function signed(payload: object | string, { timestamp = now } = {}): Promise<InboundMessage> {
  const key = readRsaKey(vectors.keys.dana.privatePkcs8Pem);
  if (typeof key === 'string') throw new Error(key);
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const signature = await rsaSha256(key)(await asymmetricStringToSign({ method: 'POST', path, body, timestamp }));
  const headers = new Headers({
    'Channel-Id': 'DANA',
    Charset: 'UTF-8',
    'X-External-Id': 'cFQ0PK5yS9wkMTMOVem4fIoUuyuA28jg',
    'X-Partner-Id': config.clientId,
    'X-Timestamp': timestamp,
    'X-Signature': signature,
  });
  return { method: 'POST', path, query: '', headers, body: encodeText(body) };
}

/** What the gateway makes of a message. */
export async function receive(message: InboundMessage, change: Partial<DanaDirectConfig> = {}): Promise<Received> {
  const [route] = danaDirect({ ...config, ...change }, { clock: standingClock(now) }).inbound;
  if (route === undefined) throw new Error('There is no route.');
  return route.receive(message);
}

/** A message as it was recorded. */
export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly xTimestamp: string;
  readonly body: string;
  readonly xSignature: string;
}

/** What the gateway makes of a recorded message at the time it was sent. */
export async function deliver(recorded: Recorded, change: Partial<DanaDirectConfig> = {}): Promise<Received> {
  const [route] = danaDirect({ ...config, ...change }, { clock: standingClock(recorded.xTimestamp) }).inbound;
  if (route === undefined) throw new Error('There is no route.');
  const headers = new Headers({ 'X-Timestamp': recorded.xTimestamp, 'X-Signature': recorded.xSignature });
  const { method, path, body } = recorded;
  return route.receive({ method, path, query: '', headers, body: encodeText(body) });
}
