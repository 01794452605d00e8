import { describe, expect, it } from 'vitest';
import { apiOrderOf, createMerchant, idr, paths } from './merchant.ts';
import type { Json } from './merchant.ts';

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
  it('DANA 9.17: pays the order a virtual account belongs to', async () => {
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
    expect((await pay({ virtualAccountNo })).ok).toBe(true);
    expect(dana.payment('ORDER-1')).toMatchObject({ status: 'SUCCESS', charges: 1 });
  });
});
