import { describe, expect, it } from 'vitest';
import { createMerchant, orderOf, paths } from './merchant.ts';
import type { Json } from './merchant.ts';

async function withPage(overrides: Json = {}) {
  const merchant = createMerchant();
  const { body } = await merchant.call(paths.create, orderOf('ORDER-1', overrides));
  const url = String(body['webRedirectUrl']);
  const press = (action: string, address = url) =>
    merchant.dana.fetch(address, { method: 'POST', body: new URLSearchParams({ action }) });
  return { ...merchant, url, press, referenceNo: String(body['referenceNo']) };
}

describe('the hosted page', () => {
  it('shows the order and a button for each thing a customer can do', async () => {
    const { dana, url } = await withPage();
    const page = await dana.fetch(url);
    const html = await page.text();
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(html).toContain('Rp 15.000,00');
    expect(html).toContain('Order 1');
    for (const action of ['pay', 'fail', 'cancel']) expect(html).toContain(`data-action="${action}"`);
  });

  it('escapes what the merchant wrote', async () => {
    const { dana, url } = await withPage({
      additionalInfo: {
        mcc: '5732',
        envInfo: { sourcePlatform: 'IPG', terminalType: 'WEB' },
        order: { orderTitle: '<script>alert("1")</script>' },
      },
    });
    const html = await (await dana.fetch(url)).text();
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;');
  });

  it('DANA 9.15: takes the money and sends the browser back with four unsigned parameters', async () => {
    const { dana, press, referenceNo } = await withPage();
    const response = await press('pay');
    expect(response.status).toBe(303);
    const back = new URL(response.headers.get('location') ?? '');
    expect(back.origin + back.pathname).toBe('https://merchant.example/return');
    expect(Object.fromEntries(back.searchParams)).toEqual({
      originalReferenceNo: referenceNo,
      originalPartnerReferenceNo: 'ORDER-1',
      merchantId: '216620000000000000001',
      status: 'SUCCESS',
    });
    expect(dana.payment('ORDER-1')).toMatchObject({ status: 'SUCCESS', charges: 1 });
  });

  it('leaves the order open when the payment fails, so the customer can try again', async () => {
    const { dana, press } = await withPage();
    const failed = await press('fail');
    expect(new URL(failed.headers.get('location') ?? '').searchParams.get('status')).toBe('FAILED');
    expect(dana.payment('ORDER-1')).toMatchObject({ status: 'INIT', charges: 0 });
    await press('pay');
    expect(dana.payment('ORDER-1')).toMatchObject({ status: 'SUCCESS', charges: 1 });
  });

  it('cancels the order', async () => {
    const { dana, press } = await withPage();
    await press('cancel');
    expect(dana.payment('ORDER-1')).toMatchObject({ status: 'CANCELLED', charges: 0 });
  });

  it("keeps the query of the merchant's return address", async () => {
    const urlParams = [{ url: 'https://merchant.example/return?shop=1', type: 'PAY_RETURN', isDeeplink: 'Y' }];
    const { press } = await withPage({ urlParams });
    const back = new URL((await press('pay')).headers.get('location') ?? '');
    expect(back.searchParams.get('shop')).toBe('1');
    expect(back.searchParams.get('status')).toBe('SUCCESS');
  });

  it('opens for nobody who changed its address', async () => {
    const { dana, url, press } = await withPage();
    const forged = new URL(url);
    forged.searchParams.set('sign', 'other');
    expect((await dana.fetch(forged)).status).toBe(404);
    expect((await press('pay', forged.href)).status).toBe(404);
    forged.searchParams.delete('sign');
    expect((await dana.fetch(forged)).status).toBe(404);
    expect(dana.payment('ORDER-1')?.charges).toBe(0);
  });

  it('refuses a button it does not have', async () => {
    const { dana, press } = await withPage();
    expect((await press('toString')).status).toBe(400);
    expect(dana.payment('ORDER-1')?.status).toBe('INIT');
  });

  it('offers nothing once the order is finished', async () => {
    const { dana, url, press } = await withPage();
    await press('pay');
    expect(await (await dana.fetch(url)).text()).not.toContain('data-action');
  });
});
