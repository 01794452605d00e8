import { describe, expect, it } from 'vitest';
import { cancelOf, createMerchant, idr, orderOf, paths, queryOf, refundOf } from './merchant.ts';
import type { Json } from './merchant.ts';
import { withOrder, withPaidOrder } from './with-order.ts';

const minute = 60_000;
const hour = 60 * minute;

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

  it('DANA 9.8/query: answers 4045501 to an unknown reference and 5005501 to service code AZ', async () => {
    const { call } = createMerchant();
    expect(await call(paths.query, queryOf('NONE'))).toMatchObject({ status: 404, code: '4045501' });
    expect(await call(paths.query, queryOf('NONE', { serviceCode: 'AZ' }))).toMatchObject({
      status: 500,
      code: '5005501',
    });
  });

  it('finds nothing for another merchant', async () => {
    const { call } = await withOrder();
    expect(await call(paths.query, queryOf('ORDER-1', { merchantId: '1' }))).toMatchObject({ code: '4045501' });
  });

  it('refuses an inquiry that names no order', async () => {
    const { call } = createMerchant();
    const answer = await call(paths.query, queryOf('', { originalPartnerReferenceNo: undefined }));
    expect(answer).toMatchObject({ code: '4005502', message: 'Invalid Mandatory Field originalPartnerReferenceNo' });
  });
});

describe('expiry', () => {
  it('DANA 9.11/expiry: closes an unpaid order at validUpTo and not a second earlier', async () => {
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

  it('DANA 9.11/expiry: takes no money for an expired order', async () => {
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

  it('DANA 9.11/paying: charges a customer who pays twice once, and says so once', async () => {
    const { dana, simulator, inbox } = await withPaidOrder();
    await dana.customer.pay('ORDER-1');
    await simulator.idle();
    expect(dana.payment('ORDER-1')?.charges).toBe(1);
    expect(inbox.received).toHaveLength(1);
  });
});

describe('cancelOrder', () => {
  it("DANA 9.12/message: cancels an unpaid order with the Payment Gateway's own message", async () => {
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

  it('DANA 9.11/cancel: gives a payment back in full within 24 hours', async () => {
    const { call, clock } = await withPaidOrder();
    await clock.advance(24 * hour);
    expect(await call(paths.cancel, cancelOf('ORDER-1'))).toMatchObject({ code: '2005700' });
    expect((await call(paths.query, queryOf('ORDER-1'))).body).toMatchObject({
      transactionStatusDesc: 'CANCELLED',
      additionalInfo: { amountDetail: { voidAmount: idr('15000.00') } },
    });
  });

  it('DANA 9.11/cancel-window: answers 4035700 after 24 hours', async () => {
    const { call, clock, dana } = await withPaidOrder();
    await clock.advance(24 * hour + 1000);
    const answer = await call(paths.cancel, cancelOf('ORDER-1'));
    expect(answer).toMatchObject({ status: 403, code: '4035700', message: 'Transaction Expired' });
    expect(dana.payment('ORDER-1')?.status).toBe('SUCCESS');
  });

  it('DANA 9.11/cancel-refunded: answers 4045700 after a refund', async () => {
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
  ])('DANA 9.8/cancel: answers the magic reference %s with that code', async (code, status) => {
    const { call } = createMerchant();
    expect(await call(paths.cancel, cancelOf(code))).toMatchObject({ status, code });
  });
});
