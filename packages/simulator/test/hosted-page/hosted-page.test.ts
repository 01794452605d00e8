import { describe, expect, it } from 'vitest';
import { danaConsent, pages } from './pages.ts';

async function opened(name: string) {
  const open = pages[name];
  if (!open) throw new Error(`no page ${name}`);
  const { simulator, acquirer, reference } = await open();
  const half = simulator[acquirer];
  const payment = () => half.payment(reference);
  const url = payment()?.pageUrl ?? '';
  const show = (headers: Record<string, string> = {}, to = url) => half.fetch(to, { headers });
  const press = (action: string, to = url) =>
    half.fetch(to, { method: 'POST', body: new URLSearchParams({ action }), redirect: 'manual' });
  return { simulator, payment, url, show, press };
}

const inLanguage = (url: string, lang: string) => `${url}${url.includes('?') ? '&' : '?'}lang=${lang}`;
const buttonsIn = (html: string) => [...html.matchAll(/data-action="([\w-]+)"/g)].map(([, action]) => action);

describe.each(Object.keys(pages))('the page %s', (name) => {
  it('speaks the language of the browser, and links to the other', async () => {
    const { show } = await opened(name);
    const indonesian = await show({ 'accept-language': 'fr, id-ID;q=0.9, en;q=0.5' });
    expect(indonesian.headers.get('content-language')).toBe('id');
    const html = await indonesian.text();
    expect(html).toContain('<html lang="id">');
    expect(html).toMatch(/lang=en" lang="en" hreflang="en">English<\/a>/);
    expect(html).toContain('Bayar');
    expect(await (await show()).text()).toContain('Bahasa Indonesia');
  });

  it('keeps the language its address names, in its buttons too', async () => {
    const { show, press, url } = await opened(name);
    const html = await (await show({ 'accept-language': 'en' }, inLanguage(url, 'id'))).text();
    expect(html).toContain('<html lang="id">');
    expect(html).toMatch(/<form method="post" action="[^"]*lang=id">/);
    expect((await press('expire', inLanguage(url, 'id'))).headers.get('location')).toContain('lang=id');
  });

  it('leaves the payment as it is when the tab is closed', async () => {
    const { simulator, payment, press } = await opened(name);
    const before = payment();
    const left = await press('close');
    await simulator.idle();
    expect(left.status).toBe(200);
    expect(buttonsIn(await left.text())).toEqual([]);
    expect(payment()).toEqual(before);
  });

  it('expires on demand, and is then paid late', async () => {
    const { simulator, payment, show, press } = await opened(name);
    const { status } = payment() ?? {};
    expect((await press('expire')).status).toBe(303);
    await simulator.idle();
    expect(payment()?.status).not.toBe(status);
    expect(payment()).toMatchObject({ charges: 0 });
    expect(buttonsIn(await (await show()).text())).toEqual(['pay-late']);
    await press('pay-late');
    expect(payment()?.charges).toBe(1);
    expect(buttonsIn(await (await show()).text())).toEqual([]);
  });

  it('takes the money once', async () => {
    const { payment, press } = await opened(name);
    await press('pay');
    await press('pay');
    expect(payment()?.charges).toBe(1);
  });
});

describe('pages of orders without a page at DANA', () => {
  it('show the number to transfer to, and the bank', async () => {
    const { show } = await opened('dana-virtual-account');
    expect(await (await show()).text()).toMatch(/Virtual account number, BCA[^]*data-code="8528\d{12}"/);
  });

  it('show a QR code of the very text the merchant was given', async () => {
    const { show } = await opened('dana-qris');
    const html = await (await show()).text();
    expect(html).toMatch(/<svg [^]*<path/);
    expect(html).toMatch(/<code>000201[^<]+<\/code>/);
  });

  it('exist for known references alone, and take no other button', async () => {
    const { url, show, press } = await opened('dana-qris');
    expect((await show({}, url.slice(0, -1))).status).toBe(404);
    expect((await press('pay', url.slice(0, -1))).status).toBe(404);
    expect((await press('toString')).status).toBe(400);
  });
});

describe('the consent page', () => {
  it('speaks both languages and can be left without an answer', async () => {
    const { show, press } = danaConsent();
    expect(await (await show('id')).text()).toContain('Setuju');
    const html = await (await show('en')).text();
    expect(buttonsIn(html)).toEqual(['approve', 'deny', 'close']);
    const left = await press('close');
    expect(left.status).toBe(200);
    expect(left.headers.has('location')).toBe(false);
  });
});
