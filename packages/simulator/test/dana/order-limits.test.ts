import { describe, expect, it } from 'vitest';
import { apiOrderOf, createMerchant, idr, orderOf, paths } from './merchant.ts';
import type { Json } from './merchant.ts';

describe('createOrder limits', () => {
  it('refuses an amount over the limit', async () => {
    const { call } = createMerchant();
    expect(await call(paths.create, orderOf('ORDER-1', { amount: idr('10000000.01') }))).toMatchObject({
      status: 403,
      code: '4035402',
      message: 'Exceeds Transaction Amount Limit',
    });
    expect(await call(paths.create, orderOf('ORDER-2', { amount: idr('10000000.00') }))).toMatchObject({
      code: '2005400',
    });
    const largest = await call(paths.create, orderOf('ORDER-3', { amount: idr('9999999999999999.99') }));
    expect(largest).toMatchObject({ code: '4035402' });
  });

  it('DANA 9.9: refuses an unknown merchant, division or shop', async () => {
    const { call } = createMerchant({ subMerchantIds: ['division-1'], storeIds: ['shop-1'] });
    const refused = { status: 404, code: '4045408', message: 'Invalid Merchant' };
    expect(await call(paths.create, orderOf('ORDER-1', { merchantId: '1' }))).toMatchObject(refused);
    expect(await call(paths.create, orderOf('ORDER-1', { externalStoreId: 'shop-2' }))).toMatchObject(refused);
    const headers = { 'X-Debug-Mode': 'true' };
    const debugged = await call(paths.create, orderOf('ORDER-1', { subMerchantId: 'division-2' }), { headers });
    expect(debugged).toMatchObject(refused);
    expect(debugged.body['additionalInfo']).toEqual({ debugMessage: 'DIVISION_NOT_EXIST:division not exist' });
    const known = orderOf('ORDER-1', { subMerchantId: 'division-1', externalStoreId: 'shop-1' });
    expect(await call(paths.create, known)).toMatchObject({ code: '2005400' });
  });

  it('DANA 9.9/qris: refuses a QRIS order without a shop or with a reference over 25 characters, with the code it is told', async () => {
    const qris = (reference: string, overrides: Json) =>
      apiOrderOf(reference, 'NETWORK_PAY', 'NETWORK_PAY_PG_QRIS', overrides);
    const { call } = createMerchant();
    expect(await call(paths.create, qris('Q-1', {}))).toMatchObject({ code: '4005401' });
    expect(await call(paths.create, qris('Q'.repeat(26), { externalStoreId: 'S' }))).toMatchObject({ code: '4005401' });
    const accepted = await call(paths.create, qris('Q'.repeat(25), { externalStoreId: 'S' }));
    expect(accepted.body).toMatchObject({
      responseCode: '2005400',
      additionalInfo: { paymentCode: expect.any(String) },
    });
    const other = createMerchant({ qrisRefusal: '5005401' });
    expect(await other.call(paths.create, qris('Q-1', {}))).toMatchObject({ status: 500, code: '5005401' });
  });

  it("takes the Widget's magic amounts only when told", async () => {
    const magic = orderOf('ORDER-1', { amount: idr('505400.00') });
    expect(await createMerchant().call(paths.create, magic)).toMatchObject({ code: '2005400' });
    const told = createMerchant({ magicAmountsOnPaymentGateway: true });
    expect(await told.call(paths.create, magic)).toMatchObject({ status: 500, code: '5005400' });
  });
});

describe('routes', () => {
  it('DANA 9.1: answers 404 to an unknown path or another method', async () => {
    const { dana } = createMerchant();
    expect(
      (await dana.fetch('https://api.sandbox.dana.id/v1.0/payment-gateway/payment.htm', { method: 'POST' })).status,
    ).toBe(404);
    expect((await dana.fetch(`https://api.sandbox.dana.id${paths.create}`)).status).toBe(404);
  });
});
