import { describe, expect, it } from 'vitest';
import { openShop, paymentFields, start } from './merchant.ts';
import type { DokuSettings } from '../../src/index.ts';

const { additionalInfo, urlParam } = paymentFields;
const [returnTo] = urlParam;

describe('creating a payment', () => {
  it('DOKU 10.17: answers with a page of its own and the reference', async () => {
    const { simulator, merchant } = openShop();
    const { status, body } = await merchant.pay();
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['responseCode', 'responseMessage', 'webRedirectUrl', 'partnerReferenceNo']);
    expect(body).toMatchObject({ responseCode: '2000500', partnerReferenceNo: 'INV-0001' });
    expect(body['webRedirectUrl']).toMatch(/^https:\/\/app-uat\.doku\.com\/link\/\d{15}$/);
    expect(simulator.doku.payment('INV-0001')).toMatchObject({
      acquirer: 'doku',
      amount: 1_000_000,
      status: '01',
      charges: 0,
      pageUrl: body['webRedirectUrl'],
      returnUrl: 'https://www.merchant.co.id/return?order=INV-0001',
      createdAt: start,
      expiresAt: Date.parse('2026-01-02T11:04:06+07:00'),
    });
  });

  it('DOKU 10.17: gives every payment another page', async () => {
    const { simulator, merchant } = openShop();
    for (const partnerReferenceNo of ['A', 'B', 'C']) await merchant.pay({ partnerReferenceNo });
    expect(new Set(simulator.doku.payments().map(({ pageUrl }) => pageUrl)).size).toBe(3);
  });

  it('DOKU 10.17: answers with the service digits of the SNAP standard when set to', async () => {
    const { merchant } = openShop({ serviceCodes: 'standard' });
    expect((await merchant.pay()).body['responseCode']).toBe('2005400');
    expect((await merchant.pay({ amount: undefined })).body['responseCode']).toBe('4005402');
    expect((await merchant.refund({ refundAmount: undefined })).body['responseCode']).toBe('4005802');
  });

  it('adds the members of the libraries when set to', async () => {
    const { simulator, merchant } = openShop({ optionalFields: 'present' });
    const { body } = await merchant.pay();
    expect(body['referenceNo']).toBe(simulator.doku.payment('INV-0001')?.acquirerReference);
  });

  it.each([
    ['partnerReferenceNo', { partnerReferenceNo: undefined }],
    ['partnerReferenceNo', { partnerReferenceNo: null }],
    ['partnerReferenceNo', { partnerReferenceNo: '' }],
    ['amount.value', { amount: undefined }],
    ['amount.value', { amount: { currency: 'IDR' } }],
    ['amount.currency', { amount: { value: '10000.00' } }],
    ['urlParam.url', { urlParam: undefined }],
    ['urlParam.url', { urlParam: [{ ...returnTo, url: undefined }] }],
    ['urlParam.type', { urlParam: [{ ...returnTo, type: undefined }] }],
    ['urlParam.isDeepLink', { urlParam: [{ ...returnTo, isDeepLink: undefined }] }],
    ['additionalInfo.channel', { additionalInfo: undefined }],
    ['additionalInfo.channel', { additionalInfo: { orderTitle: 'Shoes' } }],
  ])('DOKU 10.14: refuses a missing %s', async (field, fields) => {
    const { merchant } = openShop();
    expect(await merchant.pay(fields)).toMatchObject({
      status: 400,
      body: { responseCode: '4000502', responseMessage: `Invalid Mandatory Field ${field}` },
    });
  });

  it.each([
    ['partnerReferenceNo', { partnerReferenceNo: 'x'.repeat(65) }],
    ['partnerReferenceNo', { partnerReferenceNo: 12 }],
    ['amount.value', { amount: { value: '10000', currency: 'IDR' } }],
    ['amount.value', { amount: { value: '10000.0', currency: 'IDR' } }],
    ['amount.value', { amount: { value: '0.00', currency: 'IDR' } }],
    ['amount.value', { amount: { value: '-1.00', currency: 'IDR' } }],
    ['amount.value', { amount: { value: '10,000.00', currency: 'IDR' } }],
    ['amount.value', { amount: { value: '12345678901234.00', currency: 'IDR' } }],
    ['amount.currency', { amount: { value: '10000.00', currency: 'USD' } }],
    ['urlParam', { urlParam: [] }],
    ['urlParam', { urlParam: [returnTo, returnTo] }],
    ['urlParam', { urlParam: 'https://www.merchant.co.id' }],
    ['urlParam.url', { urlParam: [{ ...returnTo, url: `https://m.id/${'x'.repeat(512)}` }] }],
    ['urlParam.type', { urlParam: [{ ...returnTo, type: 'NOTIFICATION' }] }],
    ['urlParam.isDeepLink', { urlParam: [{ ...returnTo, isDeepLink: 'yes' }] }],
    ['validUpTo', { validUpTo: 'tomorrow' }],
    ['validUpTo', { validUpTo: '2026-01-02 11:04:06' }],
    ['pointOfInitiation', { pointOfInitiation: 'Web' }],
    ['additionalInfo.channel', { additionalInfo: { ...additionalInfo, channel: 'EMONEY_DANA' } }],
    [
      'additionalInfo.supportDeepLinkCheckoutUrl',
      { additionalInfo: { ...additionalInfo, supportDeepLinkCheckoutUrl: 1 } },
    ],
  ])('DOKU 10.14: refuses a malformed %s', async (field, fields) => {
    const { simulator, merchant } = openShop();
    expect(await merchant.pay(fields)).toMatchObject({
      status: 400,
      body: { responseCode: '4000501', responseMessage: `Invalid Field Format ${field}` },
    });
    expect(simulator.doku.payments()).toEqual([]);
  });

  it.each([
    ['urlParam as an object', { urlParam: returnTo }],
    ['a return URL without scheme, as in the older sample', { urlParam: { ...returnTo, url: 'www.merchant.co.id' } }],
    ['validUpto', { validUpTo: undefined, validUpto: '2026-01-02T11:04:06+07:00' }],
    ['no expiry', { validUpTo: undefined }],
    ['a JSON boolean for deep links', { additionalInfo: { ...additionalInfo, supportDeepLinkCheckoutUrl: true } }],
    ['a null for metadata', { additionalInfo: { ...additionalInfo, metadata: null } }],
    ['the libraries telling their name', { additionalInfo: { ...additionalInfo, origin: { product: 'SDK' } } }],
    ['the app', { pointOfInitiation: 'app' }],
    ['a computer', { pointOfInitiation: 'pc' }],
    ['a phone browser', { pointOfInitiation: 'mweb' }],
    ['no point of initiation', { pointOfInitiation: undefined }],
    ['one sen', { amount: { value: '0.01', currency: 'IDR' } }],
    ['thirteen digits', { amount: { value: '9999999999999.99', currency: 'IDR' } }],
  ])('DOKU 10.15: accepts %s', async (_, fields) => {
    const { merchant } = openShop();
    expect((await merchant.pay(fields)).body['responseCode']).toBe('2000500');
  });

  it.each<[string, DokuSettings, Record<string, unknown>, string]>([
    ['arrays alone', { urlParam: 'array' }, { urlParam: returnTo }, 'Invalid Field Format urlParam'],
    ['objects alone', { urlParam: 'object' }, {}, 'Invalid Field Format urlParam'],
    [
      'no title',
      { fields: 'strict' },
      { additionalInfo: { channel: 'EMONEY_DANA_SNAP' } },
      'Invalid Mandatory Field additionalInfo.orderTitle',
    ],
    ['no expiry', { fields: 'strict' }, { validUpTo: undefined }, 'Invalid Mandatory Field validUpTo'],
    [
      'the older spelling',
      { fields: 'strict', expiryField: 'validUpTo' },
      { validUpTo: undefined, validUpto: '2026-01-02T11:04:06+07:00' },
      'Invalid Mandatory Field validUpTo',
    ],
    [
      'a return URL without scheme',
      { fields: 'strict' },
      { urlParam: [{ ...returnTo, url: 'www.merchant.co.id' }] },
      'Invalid Field Format urlParam.url',
    ],
    [
      'a fraction in the expiry',
      { fields: 'strict' },
      { validUpTo: '2026-01-02T04:04:06.000Z' },
      'Invalid Field Format validUpTo',
    ],
  ])('DOKU 10.15: can be set to refuse: %s', async (_, settings, fields, responseMessage) => {
    const { merchant } = openShop(settings);
    expect(await merchant.pay(fields)).toMatchObject({ status: 400, body: { responseMessage } });
  });

  it('DOKU 10.16: refuses an amount that is a JSON number', async () => {
    const { merchant } = openShop();
    for (const value of [10000, 10000.5]) {
      const { body } = await merchant.pay({ amount: { value, currency: 'IDR' } });
      expect(body).toMatchObject({ responseCode: '4000501', responseMessage: 'Invalid Field Format amount.value' });
    }
  });

  it('DOKU 10.14: refuses an expiry in the past', async () => {
    const { merchant } = openShop();
    const answer = await merchant.pay({ validUpTo: '2026-01-02T10:04:05+07:00' });
    expect(answer).toMatchObject({
      status: 403,
      body: { responseCode: '4030500', responseMessage: 'Transaction Expired' },
    });
  });
});
