import { describe, expect, it } from 'vitest';
import { apiOrderOf, createMerchant, idr, orderOf, paths, start } from './merchant.ts';
import type { Json } from './merchant.ts';

describe('createOrder', () => {
  it('DANA 9.12/page: answers a redirect order with a 35-digit reference and a hosted page', async () => {
    const { call } = createMerchant();
    const answer = await call(paths.create, orderOf('ORDER-1'));
    expect(answer.body).toEqual({
      responseCode: '2005400',
      responseMessage: 'Successful',
      partnerReferenceNo: 'ORDER-1',
      referenceNo: expect.stringMatching(/^20260901\d{27}$/),
      webRedirectUrl: expect.stringMatching(
        /^https:\/\/m\.sandbox\.dana\.id\/n\/cashier\/new\/checkout\?bizNo=\d{35}&/,
      ),
    });
    expect(answer.headers.get('X-TIMESTAMP')).toBe('2026-09-01T10:00:00+07:00');
    expect(answer.headers.get('Content-Type')).toBe('application/json');
    expect(answer.headers.has('X-SIGNATURE')).toBe(false);
  });

  it('DANA 9.12/code: answers a virtual account order with its number and no page', async () => {
    const { call } = createMerchant();
    const { body } = await call(paths.create, apiOrderOf('ORDER-1', 'VIRTUAL_ACCOUNT', 'VIRTUAL_ACCOUNT_CIMB'));
    expect(body).toMatchObject({
      responseCode: '2005400',
      additionalInfo: { paymentCode: expect.stringMatching(/^\d{16}$/) },
    });
    expect(body).not.toHaveProperty('webRedirectUrl');
  });

  it('DANA 9.12/page: answers a DANA balance order with a page', async () => {
    const { call } = createMerchant();
    const { body } = await call(paths.create, apiOrderOf('ORDER-1', 'BALANCE', ''));
    expect(body).toHaveProperty('webRedirectUrl');
  });

  it('DANA 9.12/page: answers an OVO order with neither page nor code', async () => {
    const { call } = createMerchant();
    const { body } = await call(paths.create, apiOrderOf('ORDER-1', 'NETWORK_PAY', 'NETWORK_PAY_PG_OVO'));
    expect(Object.keys(body)).toEqual(['responseCode', 'responseMessage', 'partnerReferenceNo', 'referenceNo']);
  });

  it('DANA 9.10/order: answers the same request again with the same order', async () => {
    const { dana, call } = createMerchant();
    const first = await call(paths.create, orderOf('ORDER-1'));
    const second = await call(paths.create, orderOf('ORDER-1'));
    expect(second.body).toEqual(first.body);
    expect(dana.payments()).toHaveLength(1);
  });

  it('DANA 9.10/order: refuses the same reference for other content', async () => {
    const { dana, call } = createMerchant();
    await call(paths.create, orderOf('ORDER-1'));
    const answer = await call(paths.create, orderOf('ORDER-1', { amount: idr('10000.00') }));
    expect(answer).toMatchObject({ status: 404, code: '4045418', message: 'Inconsistent Request' });
    expect(answer.body['partnerReferenceNo']).toBe('ORDER-1');
    expect(dana.payment('ORDER-1')?.amount).toBe(1_500_000);
  });

  it('lets an order without validUpTo live for thirty minutes', async () => {
    const { dana, call } = createMerchant();
    await call(paths.create, orderOf('ORDER-1', { validUpTo: undefined }));
    expect(dana.payment('ORDER-1')?.expiresAt).toBe(start + 30 * 60_000);
  });

  it('gives the same references to the same seed', async () => {
    const references = await Promise.all(
      [createMerchant(), createMerchant()].map(async ({ call }) => (await call(paths.create, orderOf('ORDER-1'))).body),
    );
    expect(references[0]).toEqual(references[1]);
  });
});

const without = (field: string): Json => ({ [field]: undefined });
const info = (additionalInfo: Json): Json => ({ additionalInfo });
const env = { sourcePlatform: 'IPG', terminalType: 'SYSTEM' };
const order = { orderTitle: 'Order 1', scenario: 'REDIRECT' };

describe('createOrder bodies', () => {
  it.each([
    ['partnerReferenceNo', without('partnerReferenceNo')],
    ['merchantId', without('merchantId')],
    ['amount', without('amount')],
    ['urlParams', without('urlParams')],
    ['additionalInfo', without('additionalInfo')],
    ['additionalInfo.mcc', info({ envInfo: env, order })],
    ['additionalInfo.envInfo', info({ mcc: '5732', order })],
    ['additionalInfo.envInfo.terminalType', info({ mcc: '5732', order, envInfo: { sourcePlatform: 'IPG' } })],
    ['additionalInfo.order.orderTitle', info({ mcc: '5732', envInfo: env, order: { scenario: 'REDIRECT' } })],
  ])('DANA 9.6: refuses an order without %s', async (field, overrides) => {
    const { call } = createMerchant();
    const answer = await call(paths.create, orderOf('ORDER-1', overrides));
    expect(answer).toMatchObject({ status: 400, code: '4005402', message: `Invalid Mandatory Field ${field}` });
  });

  it.each([
    ['amount', { amount: idr('1500') }],
    ['amount', { amount: idr('10000.0000') }],
    ['amount', { amount: idr('-1.00') }],
    ['amount', { amount: { value: 15000, currency: 'IDR' } }],
    ['amount', { amount: { value: '15000.00', currency: 'USD' } }],
    ['partnerReferenceNo', { partnerReferenceNo: 'x'.repeat(65) }],
    ['merchantId', { merchantId: '' }],
    ['validUpTo', { validUpTo: '2026-09-01T10:25:00Z' }],
    ['validUpTo', { validUpTo: '2026-09-01T09:59:59+07:00' }],
    ['validUpTo', { validUpTo: '2026-09-09T10:00:00+07:00' }],
    ['urlParams', { urlParams: [] }],
    ['urlParams', { urlParams: [{ url: 'https://m.example/n', type: 'NOTIFICATION', isDeeplink: 'N' }] }],
    ['urlParams.type', { urlParams: [{ url: 'https://m.example/r', type: 'RETURN', isDeeplink: 'N' }] }],
    ['additionalInfo.envInfo.sourcePlatform', info({ mcc: '5732', order, envInfo: { ...env, sourcePlatform: 'WEB' } })],
    ['additionalInfo.order.orderTitle', info({ mcc: '5732', envInfo: env, order: { orderTitle: 'x'.repeat(65) } })],
    ['additionalInfo.order.scenario', info({ mcc: '5732', envInfo: env, order: { ...order, scenario: 'API' } })],
  ])('DANA 9.7: refuses an order whose %s is malformed: %j', async (field, overrides) => {
    const { dana, call } = createMerchant();
    const answer = await call(paths.create, orderOf('ORDER-1', overrides));
    expect(answer).toMatchObject({ status: 400, code: '4005401', message: `Invalid Field Format ${field}` });
    expect(dana.payments()).toEqual([]);
  });

  it('DANA 9.7/scenario: refuses a chosen method under the REDIRECT scenario', async () => {
    const { call } = createMerchant();
    const answer = await call(
      paths.create,
      apiOrderOf('ORDER-1', 'BALANCE', '', info({ mcc: '5732', envInfo: env, order })),
    );
    expect(answer).toMatchObject({ code: '4005401', message: 'Invalid Field Format additionalInfo.order.scenario' });
  });

  it('DANA 9.7: refuses a payOption DANA does not list', async () => {
    const { call } = createMerchant();
    const answer = await call(paths.create, apiOrderOf('ORDER-1', 'VIRTUAL_ACCOUNT', 'VIRTUAL_ACCOUNT_DKI'));
    expect(answer).toMatchObject({ code: '4005401', message: 'Invalid Field Format payOptionDetails.payOption' });
  });

  it('DANA 9.6/first: refuses what is missing before what is malformed', async () => {
    const { call } = createMerchant();
    const answer = await call(paths.create, orderOf('ORDER-1', { amount: idr('1500'), additionalInfo: undefined }));
    expect(answer).toMatchObject({ code: '4005402' });
  });

  it.each(['not json', '[]', '"text"', ''])('DANA 9.5: refuses the body %j', async (body) => {
    const { call } = createMerchant();
    expect(await call(paths.create, body)).toMatchObject({ status: 400, code: '4005400', message: 'Bad Request' });
  });
});
