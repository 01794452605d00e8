import { reveal, type InboundMessage } from '@bayar/core';
import { describe, expect, it } from 'vitest';
import { danaDirect, danaSandboxPublicKey, verifyingKey } from '../src/index.ts';
import { config, vectors } from './account.ts';
import { original, paid, receive, signed } from './delivery.ts';

const nested = JSON.stringify({ cashier: JSON.stringify({ version: '"1"' }) });

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

  it.each<[string, object]>([
    ['strings of JSON within strings of JSON', { paymentInfo: { payRequestExtendInfo: nested, extendInfo: nested } }],
    ['an address longer than its limit', { shopInfo: { shopAddress: JSON.stringify({ a: 'x'.repeat(260) }) } }],
    ['words no guide lists', { paymentInfo: { payOptionInfos: [{ payMethod: 'NEW', payOption: 'NEWER' }] } }],
    ['a time of payment nobody can read', { paidTime: 'yesterday' }],
    ['a time of payment that is a number', { paidTime: 1_788_231_540_000 }],
    ['an extendInfo that is not text', { extendInfo: { closedReason: 'x' } }],
  ])('believes a delivery with %s', async (_, additionalInfo) => {
    const received = await receive(await signed({ ...paid, additionalInfo }));
    expect(received).toMatchObject({ kind: 'notification', notification: { status: 'paid' } });
  });

  it.each([
    ['no additionalInfo', { additionalInfo: undefined }],
    ['additionalInfo of null', { additionalInfo: null }],
    ['the description in another case', { transactionStatusDesc: 'success' }],
    ['a description that contradicts the code', { transactionStatusDesc: 'CLOSED' }],
    ['a finish that is a number', { finishedTime: 1_788_231_540_000 }],
    ['fields of tomorrow', { somethingNew: { deep: [1] } }],
  ])('believes a delivery with %s', async (_, change) => {
    const received = await receive(await signed({ ...paid, ...change }));
    expect(received).toMatchObject({ kind: 'notification', notification: { status: 'paid' } });
  });

  it('keeps the raw message beside the notification, not in it', async () => {
    const received = await receive(await signed({ ...paid, somethingNew: 1 }));
    if (received.kind !== 'notification') throw new Error(received.kind);
    expect(reveal(received.notification)).toEqual({ ...paid, somethingNew: 1 });
    expect(JSON.stringify(received.notification)).not.toContain('somethingNew');
  });

  it('says which of the keys verified it, so that the old one can go', async () => {
    const [old, current] = [danaSandboxPublicKey, vectors.keys.dana.publicSpkiPem];
    for (const danaPublicKeys of [[current], [old, current], [current, old]]) {
      const received = await receive(await signed(paid), { danaPublicKeys });
      if (received.kind !== 'notification') throw new Error(received.kind);
      expect(verifyingKey(received.notification)).toBe(danaPublicKeys.indexOf(current));
    }
    expect(verifyingKey({ id: '1', reference: 'R', status: 'paid', code: '00', amounts: [] })).toBeUndefined();
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
});

async function idOf(message: InboundMessage): Promise<string> {
  const received = await receive(message);
  return received.kind === 'notification' ? received.notification.id : received.kind;
}
