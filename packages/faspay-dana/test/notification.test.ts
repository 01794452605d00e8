import { rupiah } from '@bayar/core';
import { describe, expect, it } from 'vitest';
import { BILL_NO, config, notificationOf, offline, posting, receive, signatureOf, TRX_ID } from './merchant.ts';

const gateway = offline();

async function believed(fields: Record<string, unknown>, settings = {}) {
  const received = await receive(offline({ ...config, ...settings }), posting(fields));
  if (received.kind !== 'notification') throw new Error(JSON.stringify(received));
  return received;
}

describe('a notification', () => {
  it('is read', async () => {
    const { notification } = await believed(notificationOf());
    expect(notification).toEqual({
      id: `${BILL_NO}:2:${TRX_ID}:200000:2000`,
      reference: 'INV20260102A001',
      acquirerReference: TRX_ID,
      status: 'paid',
      code: '2',
      amounts: [rupiah(2_000), rupiah(20)],
      paidAt: '2026-01-02T11:11:35.000Z',
    });
  });

  it.each([
    ['0', 'awaiting-customer'],
    ['1', 'processing'],
    ['2', 'paid'],
    ['3', 'failed'],
    ['4', 'refunded'],
    ['5', 'unknown'],
    ['6', 'unknown'],
    ['7', 'expired'],
    ['8', 'cancelled'],
    ['9', 'unknown'],
  ])('with status %s is %s', async (code, status) => {
    const { notification } = await believed(notificationOf({ payment_status_code: code }));
    expect([notification.code, notification.status]).toEqual([code, status]);
  });

  it.each([
    ['its signature in capitals', notificationOf({ signature: signatureOf(BILL_NO, '2').toUpperCase() })],
    [
      'its numbers as numbers',
      {
        ...notificationOf({ bill_total: 2000, payment_total: 2000 }),
        payment_status_code: 2,
        payment_channel_uid: 819,
        merchant_id: 12345,
      },
    ],
    ['members nobody documented', notificationOf({ bank_user_name: 'Sari', nested: { a: [1] } })],
    ['no totals, as older ones', notificationOf({ bill_total: undefined, payment_total: undefined })],
    [
      'nothing but "null" to say',
      notificationOf({ payment_reff: 'null', payment_date: 'null', payment_total: 'null' }),
    ],
    ['no channel', notificationOf({ payment_channel_uid: undefined })],
  ])('is read with %s', async (_, fields) => {
    expect((await believed(fields)).notification).toMatchObject({ reference: 'INV20260102A001', status: 'paid' });
  });

  it('is read when something has parsed and serialised it: the signature covers values, not bytes', async () => {
    const text = JSON.stringify(notificationOf(), undefined, 2);
    expect((await receive(gateway, posting(`\ufeff${text}\n`))).kind).toBe('notification');
  });

  it('has one id for all deliveries of one fact', async () => {
    const first = await believed(notificationOf());
    const again = await believed({ ...notificationOf({ request: 'Notifikasi' }), extra: '1' });
    expect(again.notification.id).toBe(first.notification.id);
  });

  it.each([
    { payment_status_code: '4' },
    { bill_no: 'OTHERZ' },
    { trx_id: '1234581900000008' },
    { bill_total: '2001', payment_total: '2001' },
  ])('has another id for another fact: %j', async (changes) => {
    const first = await believed(notificationOf());
    expect((await believed(notificationOf(changes))).notification.id).not.toBe(first.notification.id);
  });
});

describe('the amounts of a notification', () => {
  it.each([
    ['rupiah', ['2000', '2000'], [200_000]],
    ['x100', ['200000', '200000'], [200_000]],
    ['either', ['2000', '2000'], [200_000, 2_000]],
    ['either', ['2000', '200000'], [200_000]],
    ['either', ['2000.00', '2000'], [200_000, 2_000]],
    ['rupiah', ['', '2000'], [200_000]],
    ['rupiah', ['2000', ''], [200_000]],
    ['rupiah', ['null', null], []],
  ] as const)('in %s, of %j, are %j', async (notificationAmountUnit, [bill_total, payment_total], minors) => {
    const { notification } = await believed(notificationOf({ bill_total, payment_total }), { notificationAmountUnit });
    expect(notification.amounts.map(({ minor }) => minor)).toEqual(minors);
  });

  it('are what was billed while nothing is paid', async () => {
    const { notification } = await believed(notificationOf({ payment_status_code: '3', payment_total: '0' }), {
      notificationAmountUnit: 'rupiah',
    });
    expect(notification.amounts).toEqual([rupiah(2_000)]);
  });
});

describe('an acknowledgement', () => {
  it.each([
    ['accepted', 200, '00', 'Success'],
    ['unknown-payment', 200, '14', 'Invalid Order'],
    ['mismatch', 200, '99', 'Order Mismatch'],
    ['retry-later', 500, '96', 'System Malfunction'],
  ] as const)('of %s is HTTP %i and %s', async (verdict, status, response_code, response_desc) => {
    const reply = (await believed(notificationOf())).acknowledge(verdict);
    expect({ ...reply, body: JSON.parse(reply.body) as unknown }).toEqual({
      status,
      headers: { 'content-type': 'application/json' },
      body: {
        response: 'Payment Notification',
        trx_id: TRX_ID,
        merchant_id: '12345',
        merchant: 'Example Store',
        bill_no: BILL_NO,
        response_code,
        response_desc,
        response_date: '2026-01-02 18:00:00',
      },
    });
  });
});
