import { describe, expect, it } from 'vitest';
import { account, createMerchant, jakarta, minute, paths, postOf, refusalCode, signature, start } from './merchant.ts';

const day = 24 * 60 * minute;
const item = { product: 'Kopi', qty: '1', amount: '100000' };

describe('posting a transaction', () => {
  it('FASPAY 13.10: answers with texts, a 16-digit transaction id and a redirect URL on the older host', async () => {
    const merchant = createMerchant();
    const reply = await merchant.post('INV20260102A001');
    expect(reply).toEqual({
      response: 'Transmisi Info Detil Pembelian',
      trx_id: '1234581900000001',
      merchant_id: '12345',
      merchant: 'Example Store',
      bill_no: 'INV20260102A001',
      external_id: '',
      bill_items: [{ product: 'Kopi susu', qty: '1', amount: '100000', payment_plan: '01', tenor: '00' }],
      response_code: '00',
      response_desc: 'Sukses',
      redirect_url:
        `https://dev.faspay.co.id/pws/100003/0830000010100000/${signature('INV20260102A001')}` +
        '?trx_id=1234581900000001&merchant_id=12345&bill_no=INV20260102A001',
    });
  });

  it('FASPAY 13.11: sends the customer to another host, with the signature of the post in the path', async () => {
    const { redirect_url: url } = await createMerchant().post('B1');
    const { hostname, pathname } = new URL(String(url));
    expect(hostname).not.toBe('debit-sandbox.faspay.co.id');
    expect(pathname.endsWith(`/${signature('B1')}`)).toBe(true);
  });

  it('FASPAY 13.6: reads the amount as rupiah with two implied decimals', async () => {
    const merchant = createMerchant();
    await merchant.post('B1');
    expect(merchant.faspay.payment('B1')).toMatchObject({ amount: 200_000, status: '0', charges: 0 });
  });

  it('FASPAY 13.3: answers HTTP 200 with JSON, escaped slashes and no signature', async () => {
    const { faspay } = createMerchant();
    const response = await faspay.fetch(`https://x.example${paths.post}`, {
      method: 'POST',
      body: JSON.stringify(postOf('B1', start)),
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
    const text = await response.text();
    expect(text).toContain('"https:\\/\\/dev.faspay.co.id\\/pws');
    expect(JSON.parse(text)).not.toHaveProperty('signature');
  });

  it('FASPAY 13.8: accepts one item as an object and lists it', async () => {
    expect((await createMerchant().post('B1', { item }))['bill_items']).toEqual([item]);
  });

  it('FASPAY 13.8: shows items as an object, or not at all, when told', async () => {
    expect((await createMerchant({ billItems: 'object' }).post('B1', { item: [item] }))['bill_items']).toEqual(item);
    expect(await createMerchant({ billItems: 'absent' }).post('B1')).not.toHaveProperty('bill_items');
    expect(await createMerchant({ externalId: false }).post('B1')).not.toHaveProperty('external_id');
  });

  it('FASPAY 13.12: speaks English when told', async () => {
    const reply = await createMerchant({ language: 'en' }).post('B1');
    expect(reply).toMatchObject({
      response: 'Transmission of Purchase Detail Info',
      response_desc: 'Success',
      external_id: '',
    });
  });

  it('FASPAY 13.7: accepts thirty days of life to the second', async () => {
    const merchant = createMerchant();
    expect((await merchant.post('B1', { bill_expired: jakarta(start + 30 * day) }))['response_code']).toBe('00');
    expect(merchant.faspay.payment('B1')?.expiresAt).toBe(start + 30 * day);
  });
});

describe('a second post of one bill number', () => {
  it('FASPAY 13.13: opens a second transaction while the first is unpaid, and is refused afterwards', async () => {
    const merchant = createMerchant();
    const first = await merchant.post('B1');
    const second = await merchant.post('B1');
    expect([first['trx_id'], second['trx_id']]).toEqual(['1234581900000001', '1234581900000002']);
    await merchant.faspay.customer.pay('B1');
    expect(refusalCode(await merchant.post('B1'))).toBe('81');
  });

  it('FASPAY 13.13: counts every charge of the bill number', async () => {
    const merchant = createMerchant({ duplicateBill: 'new-transaction' });
    for (const round of [1, 2]) {
      await merchant.post('B1');
      await merchant.faspay.customer.pay('B1');
      expect(merchant.faspay.payment('B1')?.charges).toBe(round);
    }
  });

  it('FASPAY 13.13: is always refused when told', async () => {
    const merchant = createMerchant({ duplicateBill: 'refused' });
    await merchant.post('B1');
    expect(refusalCode(await merchant.post('B1'))).toBe('14');
  });
});

describe('credentials', () => {
  it('are given in the merchant’s terms', () => {
    expect(createMerchant().faspay.credentials).toEqual(account);
  });
});
