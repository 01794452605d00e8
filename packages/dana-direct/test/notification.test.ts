import type { InboundMessage, Received } from '@bayar/core';
import { encodeText, readRsaKey, rsaSha256 } from '@bayar/core/kit';
import { asymmetricStringToSign } from '@bayar/bi-snap';
import { describe, expect, it } from 'vitest';
import { danaDirect, danaSandboxPublicKey, type DanaDirectConfig } from '../src/index.ts';
import { config, now, vectors } from './account.ts';
import { standingClock } from './clocks.ts';

const path = '/pay/dana/v1.0/debit/notify';
const original = '20260901111212800110166722302205418';

const paid = {
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

describe('finishNotify', () => {
  it('believes what DANA signed', async () => {
    expect(await receive(await signed(paid))).toMatchObject({
      kind: 'notification',
      notification: {
        id: `${original}:00`,
        reference: 'ORDER-2026-0001',
        acquirerReference: original,
        status: 'paid',
        code: '00',
        amounts: [{ currency: 'IDR', minor: 1_500_000 }],
        paidAt: '2026-09-01T02:58:59.000Z',
      },
    });
  });

  it('tells payments where to announce it', () => {
    const [route] = danaDirect(config).inbound;
    expect(route).toMatchObject({ kind: 'notification', path: 'v1.0/debit/notify', announced: 'per-request' });
  });

  it('gives a second delivery of the same fact the same id, and another fact another', async () => {
    const ids = await Promise.all([
      idOf(await signed(paid)),
      idOf(await signed({ ...paid, finishedTime: '1788231540000' }, { timestamp: '2026-09-01T10:04:30+07:00' })),
      idOf(await signed({ ...paid, latestTransactionStatus: '05' })),
      idOf(await signed({ ...paid, originalReferenceNo: `${original}9` })),
    ]);
    expect(ids[1]).toBe(ids[0]);
    expect(new Set(ids).size).toBe(3);
  });

  it('reads times written as milliseconds, and takes the finish where no payment time is given', async () => {
    const { additionalInfo: _, ...bare } = paid;
    const received = await receive(
      await signed({ ...bare, createdTime: '1788231300000', finishedTime: '1788231540000' }),
    );
    expect(received).toMatchObject({ notification: { status: 'paid', paidAt: '2026-09-01T02:59:00.000Z' } });
  });

  it("believes a QRIS delivery with DANA's own spelling of the store, and fields that are no money", async () => {
    const tipsAmount = { amount: '0.0', cent: '0', centFactor: '100', currency: 'IDR', currencyValue: '360' };
    const message = { ...paid, externalStoreID: 'S1', additionalInfo: { ...paid.additionalInfo, tipsAmount } };
    expect(await receive(await signed(message))).toMatchObject({ kind: 'notification' });
  });

  it.each([
    ['00', undefined, 'paid'],
    ['01', undefined, 'awaiting-customer'],
    ['02', undefined, 'processing'],
    ['05', undefined, 'expired'],
    ['05', '{"closedReason":"ORDER_EXPIRED"}', 'expired'],
    ['05', '{"closedReason":"CANCELLED_BY_USER"}', 'cancelled'],
    ['05', 'not JSON', 'expired'],
    ['99', undefined, 'unknown'],
  ])('status %s with extendInfo %s is %s', async (latestTransactionStatus, extendInfo, status) => {
    const message = { ...paid, latestTransactionStatus, additionalInfo: { extendInfo } };
    expect(await receive(await signed(message))).toMatchObject({
      notification: { status, code: latestTransactionStatus },
    });
  });

  it('status 02 is paid where the merchant says so', async () => {
    const message = await signed({ ...paid, latestTransactionStatus: '02' });
    expect(await receive(message, { payingMeans: 'paid' })).toMatchObject({ notification: { status: 'paid' } });
  });

  it.each([
    ['accepted', 200, '2005600', 'Successful'],
    ['unknown-payment', 500, '5005601', 'Internal Server Error'],
    ['mismatch', 500, '5005601', 'Internal Server Error'],
    ['retry-later', 500, '5005601', 'Internal Server Error'],
  ] as const)('%s is acknowledged by %d and %s', async (verdict, status, responseCode, responseMessage) => {
    const received = await receive(await signed(paid));
    if (received.kind !== 'notification') throw new Error(received.kind);
    expect(received.acknowledge(verdict)).toEqual({
      status,
      headers: { 'content-type': 'application/json', 'x-timestamp': '2026-09-01T10:00:00+07:00' },
      body: JSON.stringify({ responseCode, responseMessage }),
    });
  });

  it.each(['x-signature', 'x-timestamp'])('refuses a message without %s', async (header) => {
    const message = await signed(paid);
    message.headers.delete(header);
    expect(await refusal(message)).toEqual(['missing-credential', '4005602']);
  });

  it.each([
    ['five minutes and a second old', '2026-09-01T09:54:59+07:00', /301 seconds in the past/],
    ['five minutes and a second ahead', '2026-09-01T10:05:01+07:00', /301 seconds in the future/],
  ])('refuses a message %s, and says how far the clocks are apart', async (_, timestamp, hint) => {
    const received = await receive(await signed(paid, { timestamp }));
    expect(received).toMatchObject({ kind: 'refused', refusal: 'stale', hint: expect.stringMatching(hint) as string });
    expect(codeOf(received)).toBe('4015600');
  });

  it('believes a message as old as the setting allows, however old the payment', async () => {
    const message = await signed(
      { ...paid, finishedTime: '2026-08-28T09:59:00+07:00' },
      { timestamp: '2026-09-01T09:45:00+07:00' },
    );
    expect(await receive(message, { notificationToleranceMs: 900_000 })).toMatchObject({ kind: 'notification' });
  });

  it('refuses a time that is none', async () => {
    expect(await refusal(await signed(paid, { timestamp: '1788231600000' }))).toEqual(['malformed', '4005600']);
  });

  it('refuses a forged message', async () => {
    const forged = {
      ...(await signed(paid)),
      body: encodeText(JSON.stringify({ ...paid, originalPartnerReferenceNo: 'X' })),
    };
    expect(await refusal(forged)).toEqual(['bad-signature', '4015600']);
  });

  it.each([
    ['written again with blanks', encodeText(JSON.stringify(paid, null, 2))],
    ['read by somebody before', new Uint8Array()],
    ['turned into text by somebody', encodeText('[object Object]')],
  ])('refuses a body that was %s, and says so', async (_, body) => {
    const received = await receive({ ...(await signed(paid)), body });
    expect(received).toMatchObject({ refusal: 'body-was-parsed', hint: expect.stringContaining('bytes') as string });
    expect(codeOf(received)).toBe('4015600');
  });

  it('names the path it checked, for the merchant behind a proxy', async () => {
    const received = await receive({ ...(await signed(paid)), path: '/v1.0/debit/notify' });
    expect(received).toMatchObject({
      refusal: 'bad-signature',
      hint: expect.stringContaining('/v1.0/debit/notify') as string,
    });
  });

  it('notices a message made for another client, and another environment', async () => {
    const message = await signed(paid);
    message.headers.set('X-Partner-Id', 'someone-else');
    const received = await receive(message, { danaPublicKeys: danaSandboxPublicKey });
    expect(received).toMatchObject({
      refusal: 'bad-signature',
      hint: expect.stringMatching(/another client.*another environment/) as string,
    });
  });

  it("refuses another merchant's message, rightly signed", async () => {
    const message = await signed({ ...paid, merchantId: '216620000000000000002' });
    expect(await refusal(message)).toEqual(['other-merchant', '4045608']);
  });

  it('refuses bytes that are not UTF-8', async () => {
    const message = { ...(await signed(paid)), body: new Uint8Array([0x7b, 0xff, 0x7d]) };
    expect(await refusal(message)).toEqual(['malformed', '4005600']);
  });

  it.each([
    ['two readers could understand differently', JSON.stringify(paid).replace('{', '{"latestTransactionStatus":"05",')],
    ['is not JSON', 'paid!'],
    ['is a list', '[]'],
    ['is null', 'null'],
    ['names no order', JSON.stringify({ ...paid, originalPartnerReferenceNo: '' })],
    ['has an amount that is no money', JSON.stringify({ ...paid, amount: { value: 15000, currency: 'IDR' } })],
  ])('refuses a signed body that %s', async (_, body) => {
    expect(await refusal(await signed(body))).toEqual(['malformed', '4005600']);
  });

  it('never says a byte of a key', async () => {
    const received = await receive({ ...(await signed(paid)), path: '/other' });
    expect(JSON.stringify(received)).not.toContain('MIIB');
  });
});

async function signed(payload: object | string, { timestamp = now } = {}): Promise<InboundMessage> {
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

async function receive(message: InboundMessage, change: Partial<DanaDirectConfig> = {}): Promise<Received> {
  const [route] = danaDirect({ ...config, ...change }, { clock: standingClock(now) }).inbound;
  if (route === undefined) throw new Error('There is no route.');
  return route.receive(message);
}

async function idOf(message: InboundMessage): Promise<string> {
  const received = await receive(message);
  return received.kind === 'notification' ? received.notification.id : received.kind;
}

async function refusal(message: InboundMessage): Promise<readonly (string | undefined)[]> {
  const received = await receive(message);
  return received.kind === 'refused' ? [received.refusal, codeOf(received)] : [received.kind];
}

/** The code of the answer, once it is seen to have DANA's shape and to carry its own HTTP status. */
function codeOf(received: Received): string | undefined {
  if (received.kind !== 'refused') return undefined;
  const { responseCode, responseMessage } = JSON.parse(received.reply.body) as Record<string, string>;
  expect(responseMessage).toBeTruthy();
  expect(received.reply.headers['x-timestamp']).toBe(now);
  expect(responseCode?.slice(0, 3)).toBe(String(received.reply.status));
  return responseCode;
}
