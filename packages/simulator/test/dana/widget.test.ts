import { describe, expect, it } from 'vitest';
import { cancelOf, createMerchant, idr, orderOf, paths, queryOf, refundOf } from './merchant.ts';
import type { Json } from './merchant.ts';

const widgetOf = (reference: string, overrides: Json = {}): Json =>
  orderOf(reference, {
    additionalInfo: {
      productCode: '51051000100000000001',
      mcc: '5732',
      order: { orderTitle: 'Order 1' },
      envInfo: { sourcePlatform: 'IPG', terminalType: 'SYSTEM' },
    },
    ...overrides,
  });

describe('Widget payment', () => {
  it('answers with a hosted page', async () => {
    const { call } = createMerchant();
    const answer = await call(paths.widgetPayment, widgetOf('W-1'));
    expect(answer).toMatchObject({ code: '2005400', message: 'Successful' });
    expect(answer.body).toHaveProperty('webRedirectUrl');
  });

  it('insists on a product code and takes an empty mcc', async () => {
    const { call } = createMerchant();
    const info = (overrides: Json) => ({
      additionalInfo: { ...(widgetOf('W-1')['additionalInfo'] as Json), ...overrides },
    });
    expect(await call(paths.widgetPayment, widgetOf('W-1', info({ productCode: undefined })))).toMatchObject({
      code: '4005402',
      message: 'Invalid Mandatory Field additionalInfo.productCode',
    });
    expect(await call(paths.widgetPayment, widgetOf('W-1', info({ mcc: '' })))).toMatchObject({ code: '2005400' });
  });

  it.each([
    ['505401.00', 500, '5005401', 'Internal Server Error'],
    ['505400.00', 500, '5005400', 'General Error'],
    ['435415.00', 403, '4035415', 'Transaction Not Permitted'],
    ['445408.00', 404, '4045408', 'Invalid Merchant'],
    ['21000000.00', 403, '4035402', 'Exceeds Transaction Amount Limit'],
  ])('DANA 9.8/payment: answers the magic amount %s with %i %s %s', async (value, status, code, message) => {
    const { call, dana } = createMerchant();
    const answer = await call(paths.widgetPayment, widgetOf('W-1', { amount: idr(value) }));
    expect(answer).toMatchObject({ status, code, message });
    expect(dana.payments()).toEqual([]);
  });

  it('DANA 9.8/payment: takes an order of 205502.00 and leaves it PAYING', async () => {
    const { call } = createMerchant();
    expect(await call(paths.widgetPayment, widgetOf('W-1', { amount: idr('205502.00') }))).toMatchObject({
      code: '2005400',
    });
    expect((await call(paths.widgetQuery, queryOf('W-1'))).body).toMatchObject({
      latestTransactionStatus: '02',
      transactionStatusDesc: 'PAYING',
    });
  });

  it('DANA 9.11/paying: counts one charge for an order that was PAYING and then paid', async () => {
    const { call, dana } = createMerchant();
    await call(paths.widgetPayment, widgetOf('W-1', { amount: idr('205502.00') }));
    expect(dana.payment('W-1')).toMatchObject({ status: 'PAYING', charges: 1 });
    await dana.customer.pay('W-1');
    expect(dana.payment('W-1')).toMatchObject({ status: 'SUCCESS', charges: 1 });
  });

  it("DANA 9.12/message: is queried under both paths, cancelled and refunded in the Widget's words", async () => {
    const { call, dana } = createMerchant();
    await call(paths.widgetPayment, widgetOf('W-1'));
    expect(await call('/v1.0/debit/status.htm', queryOf('W-1'))).toMatchObject({ code: '2005500' });
    expect(await call(paths.widgetCancel, cancelOf('W-1'))).toMatchObject({ code: '2005700', message: 'Successful' });
    await call(paths.widgetPayment, widgetOf('W-2'));
    await dana.customer.pay('W-2');
    expect(await call(paths.widgetRefund, refundOf('W-2', 'RF-1', '1.00'))).toMatchObject({ code: '2005800' });
    const unknown = await call(paths.widgetRefund, refundOf('NONE', 'RF-2', '1.00'));
    expect(unknown).toMatchObject({ status: 404, code: '4045812', message: 'Invalid Bill' });
  });
});
