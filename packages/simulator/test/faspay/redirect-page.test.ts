import { describe, expect, it } from 'vitest';
import type { FaspaySettings } from '../../src/index.ts';
import { createMerchant, minute, signature } from './merchant.ts';

const billNo = 'INV20260102A001';

async function opened(settings: FaspaySettings = {}) {
  const merchant = createMerchant(settings);
  const { redirect_url: redirectUrl } = await merchant.post(billNo);
  const url = String(redirectUrl);
  const press = (action: string, to = url) =>
    merchant.faspay.fetch(to, { method: 'POST', body: new URLSearchParams({ action }) });
  return { ...merchant, url, press };
}

const queryOf = (url: string) => Object.fromEntries(new URL(url).searchParams);

describe('the redirect page', () => {
  it('FASPAY 13.15: shows the bill and its buttons', async () => {
    const { faspay, url } = await opened();
    const html = await (await faspay.fetch(url)).text();
    expect(html).toContain('Rp 2.000,00');
    expect([...html.matchAll(/data-action="([a-z-]+)"/g)].map(([, action]) => action)).toEqual([
      'pay',
      'cancel',
      'abandon',
      'fail',
      'close',
      'expire',
      'pay-late',
    ]);
  });

  it('is not found by the number without its last letter, and the message names the bill there is', async () => {
    const { faspay, post } = createMerchant();
    await post(`${billNo}Z`);
    await expect(faspay.customer.pay(billNo)).rejects.toThrow(`no bill ${billNo}. There is ${billNo}Z`);
    expect(() => faspay.resend(billNo)).toThrow(`There is ${billNo}Z`);
    // A digit more is another of the shop's references.
    await post('INV-10');
    await expect(faspay.customer.pay('INV-1')).rejects.toThrow(/no bill INV-1$/);
    expect(faspay.payment(`${billNo}Z`)?.charges).toBe(0);
  });

  it('escapes what the merchant and the customer wrote', async () => {
    const merchant = createMerchant();
    const { redirect_url: url } = await merchant.post(billNo, { bill_desc: '<b>Kopi</b>', cust_name: '"><script>' });
    const html = await (await merchant.faspay.fetch(String(url))).text();
    expect(html).toContain('&lt;b&gt;Kopi&lt;/b&gt;');
    expect(html).not.toContain('<script>');
  });

  const spoilt: Record<string, (url: string) => string> = {
    'another signature': (url) => url.replace(signature(billNo), signature('INV20260102A002')),
    'an upper-case signature': (url) => url.replace(signature(billNo), signature(billNo).toUpperCase()),
    'another transaction': (url) => url.replace('trx_id=1234581900000001', 'trx_id=1234581900000002'),
    'another merchant': (url) => url.replace('merchant_id=12345', 'merchant_id=54321'),
    'another bill': (url) => url.replace(`bill_no=${billNo}`, 'bill_no=INV20260102A002'),
    'no query': (url) => url.slice(0, url.indexOf('?')),
  };
  it.each(Object.entries(spoilt))('FASPAY 13.14: is closed to a link with %s', async (_name, spoil) => {
    const { faspay, url, press } = await opened();
    expect((await faspay.fetch(spoil(url))).status).toBe(403);
    expect((await press('pay', spoil(url))).status).toBe(403);
    expect(faspay.payment(billNo)?.charges).toBe(0);
  });

  it('FASPAY 13.14: takes a payment once', async () => {
    const { faspay, url, press } = await opened();
    expect((await press('pay')).status).toBe(302);
    expect((await press('pay')).status).toBe(409);
    expect((await faspay.fetch(url)).status).toBe(409);
    expect(faspay.payment(billNo)).toMatchObject({ status: '2', charges: 1 });
  });

  it('FASPAY 13.14: is closed once the bill is cancelled or expired', async () => {
    const cancelled = await opened();
    await cancelled.cancel(billNo, cancelled.faspay.payment(billNo)?.acquirerReference);
    expect((await cancelled.press('pay')).status).toBe(409);
    const expired = await opened();
    await expired.simulator.clock.advance(60 * minute);
    expect((await expired.faspay.fetch(expired.url)).status).toBe(409);
  });

  it('FASPAY 13.9: is closed to bill numbers above 16 letters when told', async () => {
    const long = 'A'.repeat(17);
    for (const [inquiryBillNumberLength, status] of [
      [32, 200],
      [16, 403],
    ] as const) {
      const merchant = createMerchant({ inquiryBillNumberLength });
      const { redirect_url: url } = await merchant.post(long);
      expect((await merchant.faspay.fetch(String(url))).status).toBe(status);
    }
  });

  it('knows no other buttons', async () => {
    expect((await (await opened()).press('refund')).status).toBe(400);
  });
});

describe('the way back', () => {
  it.each([
    ['pay', '2', 1],
    ['fail', '3', 1],
    ['cancel', '8', 1],
    ['abandon', '0', 0],
    ['pay-late', '0', 0],
  ])('FASPAY 13.15: after %s carries status %s, signed, and leaves no referrer', async (action, status, notified) => {
    const { press, simulator, inbox } = await opened();
    const response = await press(action);
    await simulator.idle();
    expect(response.status).toBe(302);
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    const query = queryOf(response.headers.get('location') ?? '');
    expect(query).toMatchObject({ status, signature: signature(billNo, status) });
    expect(inbox.received).toHaveLength(notified);
  });

  it('FASPAY 13.15: is form-encoded and keeps the query the merchant registered', async () => {
    const merchant = createMerchant({}, { returnUrl: 'https://shop.example/return?shop=7' });
    await merchant.post(billNo, { bill_reff: 'ORDER_7-1' });
    const { returnTo } = await merchant.faspay.customer.fail(billNo);
    expect(returnTo).toMatch(/^https:\/\/shop\.example\/return\?shop=7&trx_id=/);
    expect(returnTo).toContain('merchant=Example+Store');
    expect(queryOf(returnTo)).toEqual({
      shop: '7',
      trx_id: '1234581900000001',
      merchant_id: '12345',
      merchant: 'Example Store',
      bill_no: billNo,
      bill_ref: 'ORDER_7-1',
      bill_total: '2000',
      bank_user_name: 'Sophia Utami',
      status: '3',
      signature: signature(billNo, '3'),
    });
  });

  it('FASPAY 13.15: can arrive with status 0 although the bill is paid', async () => {
    const { faspay } = await opened({ returnStatus: 'unprocessed' });
    const { returnTo } = await faspay.customer.pay(billNo);
    expect(queryOf(returnTo)).toMatchObject({ status: '0', signature: signature(billNo, '0') });
    expect(queryOf(returnTo)).not.toHaveProperty('payment_reff');
    expect(faspay.payment(billNo)?.status).toBe('2');
  });

  it('FASPAY 13.15: spells the reference and writes the amount as told', async () => {
    const { faspay } = await opened({ returnBillReference: 'bill_reff', returnAmountUnit: 'x100' });
    const { returnTo } = await faspay.customer.pay(billNo);
    expect(queryOf(returnTo)).toMatchObject({ bill_reff: billNo, bill_total: '200000' });
  });

  it('stays on the page where no return URL is registered', async () => {
    const { faspay, url } = await opened();
    faspay.register({ notificationUrl: 'https://shop.example/notify' });
    expect(await faspay.customer.pay(billNo)).toEqual({ returnTo: url });
  });
});
