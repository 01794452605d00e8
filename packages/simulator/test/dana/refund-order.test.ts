import { describe, expect, it } from 'vitest';
import { createMerchant, idr, paths, queryOf, refundOf } from './merchant.ts';
import { withOrder, withPaidOrder } from './with-order.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('refundOrder', () => {
  it('DANA 9.11/refund: gives back parts until nothing is left', async () => {
    const { call, dana } = await withPaidOrder();
    const first = await call(paths.refund, refundOf('ORDER-1', 'RF-1', '5000.00'));
    expect(first.body).toMatchObject({
      responseCode: '2005800',
      originalPartnerReferenceNo: 'ORDER-1',
      partnerRefundNo: 'RF-1',
      refundAmount: idr('5000.00'),
      refundNo: expect.stringMatching(/^\d{35}$/),
      refundTime: '2026-09-01T10:00:00+07:00',
    });
    const tooMuch = await call(paths.refund, refundOf('ORDER-1', 'RF-2', '10000.01'));
    expect(tooMuch).toMatchObject({ status: 403, code: '4035802', message: 'Exceeds Transaction Amount Limit' });
    expect(await call(paths.refund, refundOf('ORDER-1', 'RF-3', '10000.00'))).toMatchObject({ code: '2005800' });
    expect(await call(paths.refund, refundOf('ORDER-1', 'RF-4', '0.01'))).toMatchObject({ code: '4035802' });
    expect((await call(paths.query, queryOf('ORDER-1'))).body).toMatchObject({
      latestTransactionStatus: '00',
      additionalInfo: { amountDetail: { refundAmount: idr('15000.00') } },
    });
    expect(dana.payment('ORDER-1')?.refunds.map(({ amount }) => amount)).toEqual([500_000, 1_000_000]);
  });

  it('DANA 9.10/refund: answers the same refund again without giving back twice', async () => {
    const { call, dana } = await withPaidOrder();
    const refund = refundOf('ORDER-1', 'RF-1', '5000.00');
    const first = await call(paths.refund, refund);
    expect((await call(paths.refund, refund)).body).toEqual(first.body);
    expect(dana.payment('ORDER-1')?.refunds).toHaveLength(1);
  });

  it('DANA 9.10/refund: refuses the same refund number for another amount', async () => {
    const { call } = await withPaidOrder();
    await call(paths.refund, refundOf('ORDER-1', 'RF-1', '1.00'));
    const answer = await call(paths.refund, refundOf('ORDER-1', 'RF-1', '10000.00'));
    expect(answer).toMatchObject({ status: 404, code: '4045818', message: 'Inconsistent Request' });
  });

  it('DANA 9.11/refund-unpaid: refuses an order that is not paid, is unknown, or is asked for nothing', async () => {
    const { call, dana } = await withOrder();
    expect(await call(paths.refund, refundOf('ORDER-1', 'RF-1', '1.00'))).toMatchObject({
      status: 404,
      code: '4045800',
    });
    expect(await call(paths.refund, refundOf('NONE', 'RF-1', '1.00'))).toMatchObject({ status: 404, code: '4045801' });
    await dana.customer.pay('ORDER-1');
    expect(await call(paths.refund, refundOf('ORDER-1', 'RF-1', '0.00'))).toMatchObject({ code: '4045813' });
  });

  it('DANA 9.7/money: names the parent object of a malformed amount, and the empty header', async () => {
    const { call } = await withPaidOrder();
    const malformed = await call(paths.refund, refundOf('ORDER-1', 'RF-1', '10000'));
    expect(malformed).toMatchObject({ code: '4005801', message: 'Invalid Field Format refundAmount' });
    const unsigned = await call(paths.refund, refundOf('ORDER-1', 'RF-1', '1.00'), { headers: { 'X-SIGNATURE': '' } });
    expect(unsigned).toMatchObject({ code: '4005802', message: 'Invalid Mandatory Field X-SIGNATURE' });
  });

  it('keeps an asynchronous refund in progress until the clock finishes it', async () => {
    const { call, clock } = await withPaidOrder();
    const refund = refundOf('ORDER-1', 'RF-1', '5000.00', { additionalInfo: { asyncRefund: 'true' } });
    expect(await call(paths.refund, refund)).toMatchObject({
      status: 202,
      code: '2025800',
      message: 'Request In Progress',
    });
    expect(await call(paths.refund, refund)).toMatchObject({ code: '2025800' });
    await clock.advance(minute);
    expect(await call(paths.refund, refund)).toMatchObject({ status: 200, code: '2005800' });
  });

  it('follows the agreement on windows and repeated refunds', async () => {
    const { call, clock } = await withPaidOrder({ refundWindowMs: hour, multipleRefunds: false });
    await call(paths.refund, refundOf('ORDER-1', 'RF-1', '1.00'));
    expect(await call(paths.refund, refundOf('ORDER-1', 'RF-2', '1.00'))).toMatchObject({
      status: 403,
      code: '4035815',
    });
    const late = await withPaidOrder({ refundWindowMs: hour });
    await late.clock.advance(2 * hour);
    expect(await late.call(paths.refund, refundOf('ORDER-1', 'RF-2', '1.00'))).toMatchObject({ code: '4035815' });
    await clock.advance(0);
  });

  it.each([
    ['435814.00', '4035814'],
    ['435815.00', '4035815'],
    ['445808.00', '4045808'],
    ['505801.00', '5005801'],
    ['225800.00', '2025800'],
    ['21000000.00', '4035802'],
  ])('DANA 9.8/refund: answers the magic amount %s with %s before it looks for the order', async (value, code) => {
    const { call } = createMerchant();
    expect(await call(paths.refund, refundOf('NONE', 'RF-1', value))).toMatchObject({ code });
  });

  it('DANA 9.8/first: lets a magic amount win over a repeated refund number', async () => {
    const { call } = await withPaidOrder();
    await call(paths.refund, refundOf('ORDER-1', 'RF-1', '1.00'));
    expect(await call(paths.refund, refundOf('ORDER-1', 'RF-1', '225800.00'))).toMatchObject({ code: '2025800' });
  });
});
