import { describe, expect, it } from 'vitest';
import { rupiah, type Outcome, type Payment, type Reading, type Refund } from '@bayar/core';
import { coded, openBench, refundRequest, stored } from '../bench.ts';

const money = (value: string): object => ({ value, currency: 'IDR' });

/** A payment as somebody last saw it: of that, nothing stands in what is known of its refund. */
const whole: Payment = { ...stored(), status: 'paid', next: { type: 'none' }, paidAt: '2026-01-01T00:00:00.000Z' };

describe('a refund request', () => {
  it('carries the reference, the amount, the reason and the channel, and the device of the payment', async () => {
    const { doku, sent } = openBench(() => coded('2000700'));
    await doku.refundPayment(stored(), refundRequest);
    expect(sent[0]?.url).toBe('https://api-sandbox.doku.com/direct-debit/core/v1/debit/refund');
    expect(await sent[0]?.text()).toBe(
      '{"originalPartnerReferenceNo":"INV-0001","refundAmount":{"value":"10000.00","currency":"IDR"},"reason":"Request by Customer",' +
        '"partnerRefundNo":"INV-REF-0001","additionalInfo":{"channel":"EMONEY_DANA_SNAP"}}',
    );
    expect(sent[0]?.headers.get('x-device-id')).toBe('device123');
  });

  it.each([{}, { deviceId: 'a\r\nX-EVIL: 1' }])(
    'names the device it made from the reference when the locator has none: %j',
    async (locator) => {
      const { doku, sent } = openBench(() => coded('2000700'));
      await doku.refundPayment(stored({ locator }), refundRequest);
      expect(sent[0]?.headers.get('x-device-id')).toBe('orderINV0001');
    },
  );

  it.each([
    ['amount', { amount: rupiah(10_001) }],
    ['amount', { amount: rupiah(0) }],
    ['refundReference', { refundReference: 'RF 1' }],
    ['refundReference', { refundReference: 'x'.repeat(65) }],
    ['reason', { reason: 'x'.repeat(256) }],
  ])('is not sent when %s breaks a rule', async (field, more) => {
    const { doku, sent } = openBench(() => coded('2000700'));
    const outcome = await doku.refundPayment(stored(), { ...refundRequest, ...more });
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: { why: 'invalid', issues: [{ field }] } });
    expect(sent).toHaveLength(0);
  });
});

describe('the answer to a refund request', () => {
  const answered = (more: object): Promise<Outcome<Refund>> =>
    openBench(() => coded('2000700', more)).doku.refundPayment(whole, refundRequest);

  it.each([
    ['2024-01-01T09:09:00.123', '2024-01-01T02:09:00.123Z'],
    ['2024-01-01T09:09:00', '2024-01-01T02:09:00.000Z'],
    ['2024-01-01T09:09:00+07:00', '2024-01-01T02:09:00.000Z'],
    ['2024-01-01T02:09:00Z', '2024-01-01T02:09:00.000Z'],
  ])('reads refundTime %s as %s', async (refundTime, refundedAt) => {
    expect(await answered({ refundAmount: money('10000.00'), refundTime, refundNo: 'D-R' })).toEqual({
      kind: 'done',
      value: {
        refundReference: 'INV-REF-0001',
        acquirerReference: 'D-R',
        amount: rupiah(10_000),
        status: 'succeeded',
        refundedAt,
        payment: stored(),
      },
    });
  });

  it('is a refund even when DOKU adds nothing, or nonsense beside it', async () => {
    for (const more of [{}, { refundTime: 'now', refundNo: 5 }, { refundAmount: null, partnerRefundNo: null }]) {
      expect(await answered(more)).toMatchObject({ kind: 'done', value: { status: 'succeeded' } });
    }
  });

  it.each([
    ['mismatch', { refundAmount: money('9999.00') }],
    ['mismatch', { partnerRefundNo: 'INV-REF-0002' }],
    ['mismatch', { originalPartnerReferenceNo: 'INV-0002' }],
    ['unreadable-answer', { refundAmount: money('1e4') }],
  ])('is in doubt (%s) when it carries %j', async (doubt, more) => {
    expect(await answered(more)).toMatchObject({
      kind: 'unknown',
      inquiry: { operation: 'refundPayment', refund: refundRequest, doubt },
    });
  });
});

describe('the refund in a status answer', () => {
  const read = (refundHistory: unknown, more: object = {}): Promise<Reading<Refund>> =>
    openBench(() =>
      coded('2005500', {
        originalPartnerReferenceNo: 'INV-0001',
        latestTransactionStatus: '04',
        refundHistory,
        ...more,
      }),
    ).doku.getRefund(whole, refundRequest);
  const entry = {
    refundAmount: money('10000.00'),
    refundStatus: '00',
    refundNo: 'D-R',
    refundDate: '2026-01-02T11:00:00+07:00',
  };

  it.each(['partnerRefundNo', 'partnerReferenceNo'])('is found by %s', async (name) => {
    expect(
      await read([
        { ...entry, [name]: 'OTHER' },
        { ...entry, [name]: 'INV-REF-0001' },
      ]),
    ).toEqual({
      kind: 'found',
      value: {
        refundReference: 'INV-REF-0001',
        acquirerReference: 'D-R',
        amount: rupiah(10_000),
        status: 'succeeded',
        refundedAt: '2026-01-02T04:00:00.000Z',
        payment: stored(),
      },
    });
  });

  it.each([
    ['00', 'succeeded'],
    ['03', 'processing'],
    ['06', 'failed'],
    ['9', 'unknown'],
    [undefined, 'unknown'],
  ])('with status %s is %s', async (refundStatus, status) => {
    const reading = await read([{ ...entry, partnerRefundNo: 'INV-REF-0001', refundStatus }]);
    expect(reading).toMatchObject({ kind: 'found', value: { status } });
  });

  it('counts as succeeded when one of several entries did', async () => {
    const own = { ...entry, partnerRefundNo: 'INV-REF-0001' };
    const reading = await read([{ ...own, refundStatus: '06' }, own, { ...own, refundStatus: '03' }]);
    expect(reading).toMatchObject({ kind: 'found', value: { status: 'succeeded' } });
  });

  it.each([[[]], [undefined], [null], [[{ ...entry, partnerRefundNo: 'OTHER' }]]])(
    'is absent, not finally, from %j',
    async (history) => {
      expect(await read(history)).toEqual({ kind: 'absent', final: false });
    },
  );

  it('is absent, not finally, when DOKU does not find the payment', async () => {
    const { doku } = openBench(() => coded('4045501'), { at: '2027-01-01T00:00:00Z' });
    expect(await doku.getRefund(stored(), refundRequest)).toEqual({ kind: 'absent', final: false });
  });

  it('is unavailable when it is another refund or another payment', async () => {
    const other = [{ ...entry, partnerRefundNo: 'INV-REF-0001', refundAmount: money('1.00') }];
    expect(await read(other)).toMatchObject({ kind: 'unavailable', because: 'mismatch' });
    expect(await read([], { originalPartnerReferenceNo: 'INV-0002' })).toMatchObject({
      kind: 'unavailable',
      because: 'mismatch',
    });
  });
});
