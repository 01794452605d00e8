import { money, rupiah, type CreatePayment } from '@bayar/core';
import { describe, expect, it } from 'vitest';
import { BILL_NO, config, customer, gatewayAnswering, offline, posted, request, signatureOf, TRX_ID } from '../merchant.ts';

async function bodyOf(changes: Partial<CreatePayment>): Promise<Record<string, unknown>> {
  const { gateway, sent } = gatewayAnswering(posted);
  await gateway.createPayment({ ...request, ...changes });
  return sent[0]?.body ?? {};
}

describe('post data', () => {
  it('sends the documented fields, all of them text', async () => {
    const { gateway, sent } = gatewayAnswering(posted);
    await gateway.createPayment(request);
    expect(sent).toEqual([
      {
        url: 'https://debit-sandbox.faspay.co.id/cvr/300011/10',
        body: {
          request: 'Post Data Transaction',
          merchant_id: '12345',
          merchant: 'Example Store',
          bill_no: BILL_NO,
          bill_date: '2026-01-02 18:00:00',
          bill_expired: '2026-01-02 19:00:00',
          bill_desc: 'Kopi susu',
          bill_currency: 'IDR',
          bill_gross: '200000',
          bill_total: '200000',
          payment_channel: '819',
          pay_type: '01',
          cust_no: 'C-1',
          cust_name: 'Sari',
          msisdn: '81234567890',
          email: 'sari@example.com',
          terminal: '10',
          item: [{ product: 'Kopi susu', amount: '200000', qty: '1', payment_plan: '01', merchant_id: '12345', tenor: '00' }],
          signature: signatureOf(BILL_NO),
        },
      },
    ]);
  });

  it('makes a payment that can be found again', async () => {
    const { gateway } = gatewayAnswering(posted);
    expect(await gateway.createPayment(request)).toEqual({
      kind: 'done',
      value: {
        acquirer: 'faspay-dana',
        adapter: 'faspay-dana',
        reference: 'INV20260102A001',
        acquirerReference: TRX_ID,
        amount: rupiah(2_000),
        createdAt: '2026-01-02T11:00:00.250Z',
        locator: { trxId: TRX_ID, billNo: BILL_NO },
        status: 'awaiting-customer',
        next: { type: 'redirect', url: posted.redirect_url },
        expiresAt: '2026-01-02T12:00:00.250Z',
      },
    });
  });

  it('goes to production when told', async () => {
    const { gateway, sent } = gatewayAnswering(posted, { settings: { ...config, environment: 'production' } });
    await gateway.createPayment(request);
    expect(sent[0]?.url).toBe('https://web.faspay.co.id/cvr/300011/10');
  });

  it('keeps items, fees and tax apart, and adds them up', async () => {
    const item = { name: 'Kopi', price: rupiah(500), quantity: 3, id: 'K1' };
    const body = await bodyOf({ amount: rupiah(2_000), items: [item], fees: rupiah(300), tax: rupiah(200) });
    expect(body).toMatchObject({ bill_gross: '150000', bill_miscfee: '30000', bill_tax: '20000', bill_total: '200000' });
    expect(body['item']).toEqual([
      { id: 'K1', product: '3 x Kopi', amount: '150000', qty: '1', payment_plan: '01', merchant_id: '12345', tenor: '00' },
    ]);
  });

  it('sends one line for the whole when the items do not add up to the bill', async () => {
    const body = await bodyOf({ items: [{ name: 'Kopi', price: rupiah(2_500), quantity: 1 }] });
    expect(body['item']).toMatchObject([{ product: 'Kopi susu', amount: '200000' }]);
  });

  it('writes amounts exactly, up to the last digit', async () => {
    const { bill_total } = await bodyOf({ amount: rupiah(9_999_999_999_999) });
    expect(bill_total).toBe('999999999999900');
  });

  it('keeps out of texts what older paths of Faspay corrupt', async () => {
    expect((await bodyOf({ title: 'Roti & <b>kopi</b>' }))['bill_desc']).toBe('Roti    b kopi /b ');
  });

  it.each([
    [undefined, '10'],
    [{ platform: 'web' }, '10'],
    [{ platform: 'mobile-web', os: 'iOS' }, '10'],
    [{ platform: 'app' }, '21'],
    [{ platform: 'app', os: 'Android 16' }, '21'],
    [{ platform: 'app', os: 'iOS 26' }, '22'],
  ] as const)('names the terminal of %j as %s', async (device, terminal) => {
    expect((await bodyOf(device === undefined ? {} : { device }))['terminal']).toBe(terminal);
  });

  it.each([
    ['C-1', 'C-1'],
    ['0f8fad5b-d9cb-469f-a165-70867728950e', '0f8fad5bd9cb469fa16570867728950e'],
    ['x'.repeat(40), 'x'.repeat(32)],
  ])('fits the customer id %s into 32 characters', async (id, number) => {
    expect((await bodyOf({ customer: { ...customer, id } }))['cust_no']).toBe(number);
  });

  it('sends the telephone number of another country whole', async () => {
    expect((await bodyOf({ customer: { ...customer, phone: '+6591234567' } }))['msisdn']).toBe('6591234567');
  });

  it('sends addresses under Faspay\'s spelling', async () => {
    const address = { name: 'Sari', lines: ['Jl. Sabang 37', 'Lt. 2'], city: 'Jakarta', region: 'DKI Jakarta', postalCode: '10170', country: 'ID' };
    const body = await bodyOf({ billing: { ...address, phone: '+6281' }, shipping: address });
    expect(body).toMatchObject({
      billing_name: 'Sari',
      billing_address: 'Jl. Sabang 37, Lt. 2',
      billing_address_city: 'Jakarta',
      billing_address_region: 'DKI Jakarta',
      billing_address_poscode: '10170',
      billing_address_country_code: 'ID',
      billing_msisdn: '6281',
      receiver_name_for_shipping: 'Sari',
      shipping_address_poscode: '10170',
    });
  });

  it('sends a second number of the merchant\'s', async () => {
    const { gateway, sent } = gatewayAnswering(posted);
    await gateway.createPayment(request, { extra: { billReff: '20200324_02-2286704' } });
    expect(sent[0]?.body['bill_reff']).toBe('20200324_02-2286704');
  });

  it('never sends the return URL, the metadata or the password', async () => {
    const text = JSON.stringify(await bodyOf({ metadata: { note: 'private' } }));
    for (const absent of ['shop.example', 'private', config.password]) expect(text).not.toContain(absent);
  });
});

describe('a request Faspay cannot take', () => {
  const month = 30 * 86_400_000;
  it.each([
    ['reference', { reference: 'A'.repeat(32) }],
    ['reference', { reference: 'INV_1' }],
    ['title', { title: 'x'.repeat(129) }],
    ['amount', { amount: money(150, 'IDR') }],
    ['amount', { amount: rupiah(500), fees: rupiah(300), tax: rupiah(200) }],
    ['fees', { fees: money(-100, 'IDR') }],
    ['tax', { tax: money(150, 'IDR') }],
    ['expiresAt', { expiresAt: new Date(Date.parse('2026-01-02T11:00:00.250Z') + month + 1) }],
  ] as const)('is not sent: %s', async (field, changes) => {
    const outcome = await offline().createPayment({ ...request, ...changes });
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: { why: 'invalid', issues: [{ field }] } });
  });

  it('is not sent without its customer, as JavaScript may call it', async () => {
    const { customer: _, ...rest } = request;
    const outcome = await offline().createPayment(rest as typeof request);
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: { why: 'invalid', issues: [{ field: 'customer' }] } });
  });

  it('is not sent with a second number that is too long', async () => {
    const outcome = await offline().createPayment(request, { extra: { billReff: 'x'.repeat(33) } });
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: { issues: [{ field: 'extra.billReff' }] } });
  });

  it('is sent up to thirty days ahead', async () => {
    const { gateway, sent } = gatewayAnswering(posted);
    await gateway.createPayment({ ...request, expiresAt: new Date(Date.parse('2026-01-02T11:00:00.250Z') + month) });
    expect(sent[0]?.body['bill_expired']).toBe('2026-02-01 18:00:00');
  });

  it.each(['INV-1', 'INV-1234567', 'INV-123456'])('is sent under a verbatim number of the configured length only: %s', async (reference) => {
    const settings = { ...config, billNumber: { style: 'verbatim-fixed-length', length: 10 } } as const;
    const { gateway, sent } = gatewayAnswering({ ...posted, bill_no: reference }, { settings });
    const outcome = await gateway.createPayment({ ...request, reference });
    expect([outcome.kind, sent.map(({ body }) => body['bill_no'])]).toEqual(
      reference.length === 10 ? ['done', ['INV-123456']] : ['not-sent', []],
    );
  });
});

describe('an answer to post data', () => {
  it.each([
    ['with bill_items as an object', { ...posted, bill_items: { product: 'Kopi' } }],
    ['without bill_items', { ...posted, bill_items: undefined }],
    ['with white space around it', `\n  ${JSON.stringify(posted)}\r\n`],
    ['with escaped slashes', JSON.stringify(posted).replaceAll('/', '\\/')],
    ['in another language', { ...posted, response_desc: 'Berhasil', response: '' }],
  ])('is read %s', async (_, answer) => {
    const { gateway } = gatewayAnswering(answer);
    expect((await gateway.createPayment(request)).kind).toBe('done');
  });

  it.each([
    ['merchant_id', { ...posted, merchant_id: '54321' }],
    ['bill_no', { ...posted, bill_no: 'INV20260102A002Z' }],
    ['bill_no', { ...posted, bill_no: 'INV20260102A001' }],
    ['redirect_url', { ...posted, redirect_url: 'https://faspay.co.id.evil.example/pws' }],
    ['redirect_url', { ...posted, redirect_url: 'https://evilfaspay.co.id/pws' }],
    ['redirect_url', { ...posted, redirect_url: 'http://dev.faspay.co.id/pws' }],
    ['redirect_url', { ...posted, redirect_url: 'http://127.0.0.1:3000/pws' }],
    ['redirect_url', { ...posted, redirect_url: 'https://dev.faspay.co.id@evil.example/' }],
    ['redirect_url', { ...posted, redirect_url: 'https://a:b@dev.faspay.co.id/' }],
    ['redirect_url', { ...posted, redirect_url: 'javascript:alert(1)' }],
    ['redirect_url', { ...posted, redirect_url: '/pws/100003' }],
  ])('is in doubt when it is about something else: %s', async (_, answer) => {
    const { gateway, sent } = gatewayAnswering(answer);
    const outcome = await gateway.createPayment(request);
    expect(outcome).toMatchObject({ kind: 'unknown', inquiry: { doubt: 'mismatch', payment: { locator: {} } } });
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['trx_id', { ...posted, trx_id: '' }],
    ['trx_id', { ...posted, trx_id: undefined }],
    // As a number it is no longer exact.
    ['trx_id', JSON.stringify(posted).replace(`"${TRX_ID}"`, '9999981900021790')],
    ['redirect_url', { ...posted, redirect_url: undefined }],
    ['merchant_id', { ...posted, merchant_id: undefined }],
  ])('is in doubt when it lacks %s', async (_, answer) => {
    const { gateway } = gatewayAnswering(answer);
    expect(await gateway.createPayment(request)).toMatchObject({ kind: 'unknown', inquiry: { doubt: 'unreadable-answer' } });
  });

  it.each(['http://127.0.0.1:4000', 'http://localhost:4000'])('may lead to this machine when the interface is %s', async (baseUrl) => {
    const redirect_url = 'http://127.0.0.1:4000/pws/1';
    const { gateway } = gatewayAnswering({ ...posted, redirect_url }, { settings: { ...config, baseUrl } });
    expect(await gateway.createPayment(request)).toMatchObject({ kind: 'done', value: { next: { url: redirect_url } } });
  });
});
