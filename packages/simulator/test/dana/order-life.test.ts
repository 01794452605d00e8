import { describe, expect, it } from 'vitest';
import { apiOrderOf, cancelOf, createMerchant, idr, orderOf, paths, queryOf, refundOf } from './merchant.ts';
import type { Json } from './merchant.ts';

const minute = 60_000;
const hour = 60 * minute;

async function withOrder(settings = {}) {
  const merchant = createMerchant(settings);
  const { body } = await merchant.call(paths.create, orderOf('ORDER-1'));
  return { ...merchant, created: body };
}

async function withPaidOrder(settings = {}) {
  const merchant = await withOrder(settings);
  await merchant.dana.customer.pay('ORDER-1');
  await merchant.simulator.idle();
  return merchant;
}

describe('queryPayment', () => {
  it('answers an unpaid order as 01 INIT, in the shape DANA gives it', async () => {
    const { call, created } = await withOrder();
    const answer = await call(paths.query, queryOf('ORDER-1'));
    expect(answer.body).toEqual({
      responseCode: '2005500',
      responseMessage: 'Successful',
      originalPartnerReferenceNo: 'ORDER-1',
      originalReferenceNo: created['referenceNo'],
      serviceCode: '54',
      latestTransactionStatus: '01',
      transactionStatusDesc: 'INIT',
      transAmount: idr('15000.00'),
      amount: idr('15000.00'),
      title: 'Order 1',
      additionalInfo: {
        amountDetail: { orderAmount: idr('15000.00') },
        timeDetail: { createdTime: '2026-09-01T10:00:00+07:00', expiryTime: '2026-09-01T10:25:00+07:00' },
        statusDetail: { acquirementStatus: 'INIT' },
      },
    });
  });

  it('answers a paid order as 00 SUCCESS with the time it was paid', async () => {
    const { call, clock, dana } = await withOrder();
    await clock.advance(2 * minute);
    await dana.customer.pay('ORDER-1');
    const { body } = await call(paths.query, queryOf('ORDER-1'));
    expect(body).toMatchObject({
      latestTransactionStatus: '00',
      transactionStatusDesc: 'SUCCESS',
      paidTime: '2026-09-01T10:02:00+07:00',
      additionalInfo: { amountDetail: { payAmount: idr('15000.00') }, statusDetail: { acquirementStatus: 'SUCCESS' } },
    });
  });

  it('finds an order by the reference of DANA alone', async () => {
    const { call, created } = await withOrder();
    const byReference: Json = { originalReferenceNo: created['referenceNo'], originalPartnerReferenceNo: undefined };
    expect((await call(paths.query, queryOf('', byReference))).body).toMatchObject({
      originalPartnerReferenceNo: 'ORDER-1',
    });
  });

  it('finds nothing where the two references name different orders', async () => {
    const { call, created } = await withOrder();
    await call(paths.create, orderOf('ORDER-2'));
    const answer = await call(paths.query, queryOf('ORDER-2', { originalReferenceNo: created['referenceNo'] }));
    expect(answer).toMatchObject({ status: 404, code: '4045501', message: 'Transaction Not Found' });
  });

  it('answers 4045501 to an unknown reference and 5005501 to service code AZ', async () => {
    const { call } = createMerchant();
    expect(await call(paths.query, queryOf('NONE'))).toMatchObject({ status: 404, code: '4045501' });
    expect(await call(paths.query, queryOf('NONE', { serviceCode: 'AZ' }))).toMatchObject({
      status: 500,
      code: '5005501',
    });
  });

  it('refuses an inquiry that names no order', async () => {
    const { call } = createMerchant();
    const answer = await call(paths.query, queryOf('', { originalPartnerReferenceNo: undefined }));
    expect(answer).toMatchObject({ code: '4005502', message: 'Invalid Mandatory Field originalPartnerReferenceNo' });
  });
});

describe('expiry', () => {
  it('closes an unpaid order at validUpTo and not a second earlier', async () => {
    const { call, clock, dana, inbox } = await withOrder();
    await clock.advance(25 * minute - 1000);
    expect(dana.payment('ORDER-1')?.status).toBe('INIT');
    await clock.advance(1000);
    const { body } = await call(paths.query, queryOf('ORDER-1'));
    expect(body).toMatchObject({
      latestTransactionStatus: '05',
      transactionStatusDesc: 'CLOSED',
      additionalInfo: { statusDetail: { acquirementStatus: 'CLOSED' } },
    });
    expect(inbox.received).toHaveLength(1);
  });

  it('takes no money for an expired order', async () => {
    const { clock, dana } = await withOrder();
    await clock.advance(25 * minute);
    const { returnTo } = await dana.customer.pay('ORDER-1');
    expect(new URL(returnTo).searchParams.get('status')).toBe('CLOSED');
    expect(dana.payment('ORDER-1')).toMatchObject({ status: 'CLOSED', charges: 0 });
  });

  it('leaves a paid order alone', async () => {
    const { clock, dana } = await withPaidOrder();
    await clock.advance(48 * hour);
    expect(dana.payment('ORDER-1')).toMatchObject({ status: 'SUCCESS', charges: 1 });
  });

  it('charges a customer who pays twice once', async () => {
    const { dana } = await withPaidOrder();
    await dana.customer.pay('ORDER-1');
    expect(dana.payment('ORDER-1')?.charges).toBe(1);
  });
});

describe('cancelOrder', () => {
  it("cancels an unpaid order with the Payment Gateway's own message", async () => {
    const { call, dana, created } = await withOrder();
    const { body } = await call(paths.cancel, cancelOf('ORDER-1'));
    expect(body).toEqual({
      responseCode: '2005700',
      responseMessage: 'Success',
      originalPartnerReferenceNo: 'ORDER-1',
      originalReferenceNo: created['referenceNo'],
      cancelTime: '2026-09-01T10:00:00+07:00',
    });
    await dana.customer.pay('ORDER-1');
    expect(dana.payment('ORDER-1')).toMatchObject({ status: 'CANCELLED', charges: 0 });
    expect((await call(paths.query, queryOf('ORDER-1'))).body).toMatchObject({
      latestTransactionStatus: '05',
      transactionStatusDesc: 'CANCELLED',
    });
  });

  it('gives a payment back in full within 24 hours', async () => {
    const { call, clock } = await withPaidOrder();
    await clock.advance(24 * hour);
    expect(await call(paths.cancel, cancelOf('ORDER-1'))).toMatchObject({ code: '2005700' });
    expect((await call(paths.query, queryOf('ORDER-1'))).body).toMatchObject({
      transactionStatusDesc: 'CANCELLED',
      additionalInfo: { amountDetail: { voidAmount: idr('15000.00') } },
    });
  });

  it('answers 4035700 after 24 hours', async () => {
    const { call, clock, dana } = await withPaidOrder();
    await clock.advance(24 * hour + 1000);
    const answer = await call(paths.cancel, cancelOf('ORDER-1'));
    expect(answer).toMatchObject({ status: 403, code: '4035700', message: 'Transaction Expired' });
    expect(dana.payment('ORDER-1')?.status).toBe('SUCCESS');
  });

  it('answers 4045700 after a refund', async () => {
    const { call } = await withPaidOrder();
    await call(paths.refund, refundOf('ORDER-1', 'RF-1', '15000.00'));
    const answer = await call(paths.cancel, cancelOf('ORDER-1'));
    expect(answer).toMatchObject({ status: 404, code: '4045700', message: 'Invalid Transaction Status' });
  });

  it('answers a second cancellation as it is told', async () => {
    const lenient = await withOrder();
    await lenient.call(paths.cancel, cancelOf('ORDER-1'));
    expect(await lenient.call(paths.cancel, cancelOf('ORDER-1'))).toMatchObject({ code: '2005700' });
    const strict = await withOrder({ repeatedCancel: 'invalid-status' });
    await strict.call(paths.cancel, cancelOf('ORDER-1'));
    expect(await strict.call(paths.cancel, cancelOf('ORDER-1'))).toMatchObject({ code: '4045700' });
  });

  it('refuses an unknown order, an unknown merchant and a body without a reference', async () => {
    const { call } = await withOrder();
    expect(await call(paths.cancel, cancelOf('NONE'))).toMatchObject({ status: 404, code: '4045701' });
    expect(await call(paths.cancel, cancelOf('ORDER-1', { merchantId: '1' }))).toMatchObject({ code: '4045708' });
    expect(await call(paths.cancel, { merchantId: '1' })).toMatchObject({
      code: '4005702',
      message: 'Invalid Mandatory Field originalPartnerReferenceNo',
    });
  });

  it.each([
    ['2025700', 202],
    ['4035700', 403],
    ['4035705', 403],
    ['4035714', 403],
    ['4035715', 403],
    ['4045700', 404],
    ['4045701', 404],
    ['4045708', 404],
    ['5005701', 500],
  ])('answers the magic reference %s with that code', async (code, status) => {
    const { call } = createMerchant();
    expect(await call(paths.cancel, cancelOf(code))).toMatchObject({ status, code });
  });
});

describe('refundOrder', () => {
  it('gives back parts until nothing is left', async () => {
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

  it('answers the same refund again without giving back twice', async () => {
    const { call, dana } = await withPaidOrder();
    const refund = refundOf('ORDER-1', 'RF-1', '5000.00');
    const first = await call(paths.refund, refund);
    expect((await call(paths.refund, refund)).body).toEqual(first.body);
    expect(dana.payment('ORDER-1')?.refunds).toHaveLength(1);
  });

  it('refuses the same refund number for another amount', async () => {
    const { call } = await withPaidOrder();
    await call(paths.refund, refundOf('ORDER-1', 'RF-1', '1.00'));
    const answer = await call(paths.refund, refundOf('ORDER-1', 'RF-1', '10000.00'));
    expect(answer).toMatchObject({ status: 404, code: '4045818', message: 'Inconsistent Request' });
  });

  it('refuses an order that is not paid, is unknown, or is asked for nothing', async () => {
    const { call, dana } = await withOrder();
    expect(await call(paths.refund, refundOf('ORDER-1', 'RF-1', '1.00'))).toMatchObject({
      status: 404,
      code: '4045800',
    });
    expect(await call(paths.refund, refundOf('NONE', 'RF-1', '1.00'))).toMatchObject({ status: 404, code: '4045801' });
    await dana.customer.pay('ORDER-1');
    expect(await call(paths.refund, refundOf('ORDER-1', 'RF-1', '0.00'))).toMatchObject({ code: '4045813' });
  });

  it('names the parent object of a malformed amount, and the empty header', async () => {
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
  ])('answers the magic amount %s with %s before it looks for the order', async (value, code) => {
    const { call } = createMerchant();
    expect(await call(paths.refund, refundOf('NONE', 'RF-1', value))).toMatchObject({ code });
  });

  it('lets a magic amount win over a repeated refund number', async () => {
    const { call } = await withPaidOrder();
    await call(paths.refund, refundOf('ORDER-1', 'RF-1', '1.00'));
    expect(await call(paths.refund, refundOf('ORDER-1', 'RF-1', '225800.00'))).toMatchObject({ code: '2025800' });
  });
});

describe('consultPay', () => {
  const consult = (overrides: Json = {}) => ({
    merchantId: '216620000000000000001',
    amount: idr('15000.00'),
    additionalInfo: { envInfo: { sourcePlatform: 'IPG', terminalType: 'SYSTEM' } },
    ...overrides,
  });

  it('succeeds with service 57 and refuses with service 00', async () => {
    const { call } = createMerchant();
    const answer = await call(paths.consult, consult());
    expect(answer).toMatchObject({ status: 200, code: '2005700' });
    expect(answer.body['paymentInfos']).toContainEqual({ payMethod: 'BALANCE' });
    expect(await call(paths.consult, consult({ merchantId: '' }))).toMatchObject({ code: '4000001' });
    const unstamped = await call(paths.consult, consult(), { headers: { 'X-TIMESTAMP': '' } });
    expect(unstamped).toMatchObject({ code: '4000002', message: 'Invalid Mandatory Field X-TIMESTAMP' });
  });

  it('lists QRIS only for a shop', async () => {
    const { call } = createMerchant();
    const qris = { payMethod: 'NETWORK_PAY', payOption: 'NETWORK_PAY_PG_QRIS' };
    expect((await call(paths.consult, consult())).body['paymentInfos']).not.toContainEqual(qris);
    expect((await call(paths.consult, consult({ externalStoreId: 'S' }))).body['paymentInfos']).toContainEqual(qris);
  });
});

describe('the sandbox tool for virtual accounts', () => {
  it('pays the order a virtual account belongs to', async () => {
    const { call, dana } = createMerchant();
    const { body } = await call(paths.create, apiOrderOf('ORDER-1', 'VIRTUAL_ACCOUNT', 'VIRTUAL_ACCOUNT_CIMB'));
    const virtualAccountNo = (body['additionalInfo'] as Json)['paymentCode'];
    const tool = 'https://dashboard-sandbox.dana.id/merchant-portal-app/api/sandbox-tools/execute';
    const pay = (requestBody: Json) =>
      dana.fetch(tool, {
        method: 'POST',
        body: JSON.stringify({ urlEndpoint: '/v1.0/transfer-va/payment.htm', requestBody }),
      });
    expect((await pay({ virtualAccountNo: '0000' })).status).toBe(404);
    expect((await pay({ virtualAccountNo })).ok).toBe(true);
    expect(dana.payment('ORDER-1')).toMatchObject({ status: 'SUCCESS', charges: 1 });
  });
});
