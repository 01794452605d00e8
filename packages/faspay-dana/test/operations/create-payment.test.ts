import { rupiah, type CreatePayment } from '@bayar/core';
import { describe, expect, it } from 'vitest';
import { BILL_NO, config, customer, gatewayAnswering, posted, request, signatureOf, TRX_ID } from '../merchant.ts';

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
          item: [
            { product: 'Kopi susu', amount: '200000', qty: '1', payment_plan: '01', merchant_id: '12345', tenor: '00' },
          ],
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

  it('keeps the zeros a number begins with', async () => {
    expect(await bodyOf({ reference: '000123' })).toMatchObject({ bill_no: '000123Z', merchant_id: '12345' });
  });

  it('goes to production when told', async () => {
    const { gateway, sent } = gatewayAnswering(posted, { settings: { ...config, environment: 'production' } });
    await gateway.createPayment(request);
    expect(sent[0]?.url).toBe('https://web.faspay.co.id/cvr/300011/10');
  });

  it('keeps items, fees and tax apart, and adds them up', async () => {
    const item = { name: 'Kopi', price: rupiah(500), quantity: 3, id: 'K1' };
    const body = await bodyOf({ amount: rupiah(2_000), items: [item], fees: rupiah(300), tax: rupiah(200) });
    expect(body).toMatchObject({
      bill_gross: '150000',
      bill_miscfee: '30000',
      bill_tax: '20000',
      bill_total: '200000',
    });
    expect(body['item']).toEqual([
      {
        id: 'K1',
        product: '3 x Kopi',
        amount: '150000',
        qty: '1',
        payment_plan: '01',
        merchant_id: '12345',
        tenor: '00',
      },
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

  it("sends addresses under Faspay's spelling", async () => {
    const address = {
      name: 'Sari',
      lines: ['Jl. Sabang 37', 'Lt. 2'],
      city: 'Jakarta',
      region: 'DKI Jakarta',
      postalCode: '10170',
      country: 'ID',
    };
    const body = await bodyOf({ billing: { ...address, phone: '+6281234567890' }, shipping: address });
    expect(body).toMatchObject({
      billing_name: 'Sari',
      billing_address: 'Jl. Sabang 37, Lt. 2',
      billing_address_city: 'Jakarta',
      billing_address_region: 'DKI Jakarta',
      billing_address_poscode: '10170',
      billing_address_country_code: 'ID',
      billing_msisdn: '6281234567890',
      receiver_name_for_shipping: 'Sari',
      shipping_address_poscode: '10170',
    });
  });

  it("sends a second number of the merchant's", async () => {
    const { gateway, sent } = gatewayAnswering(posted);
    await gateway.createPayment(request, { extra: { billReff: '20200324_02-2286704' } });
    expect(sent[0]?.body['bill_reff']).toBe('20200324_02-2286704');
  });

  it('never sends the return URL, the metadata or the password', async () => {
    const text = JSON.stringify(await bodyOf({ metadata: { note: 'private' } }));
    for (const absent of ['shop.example', 'private', config.password]) expect(text).not.toContain(absent);
  });
});
