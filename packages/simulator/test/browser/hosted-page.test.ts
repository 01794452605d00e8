import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ServedSimulator } from '../../src/index.ts';
import { danaConsent, pages } from '../hosted-page/pages.ts';
import { openBrowser, openPhone, photograph } from './open-browser.ts';

let browser: Browser;
let served: ServedSimulator | undefined;
beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(() => served?.close());
afterAll(() => browser.close());

async function open(name: string, locale?: string) {
  const opened = await pages[name]?.();
  if (!opened) throw new Error(`no page ${name}`);
  const { simulator, acquirer, reference } = opened;
  served = await simulator.listen({ port: 0 });
  const payment = () => simulator[acquirer].payment(reference);
  const page = await openPhone(browser, locale);
  await page.goto(payment()?.pageUrl ?? '');
  return { page, payment };
}

const isTooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

describe.each(Object.keys(pages))('the page %s in a browser', (name) => {
  it('fits a phone in both languages', async () => {
    const { page } = await open(name);
    expect(await isTooWide(page)).toBe(false);
    await photograph(page, name);
    await page.getByRole('link', { name: 'Bahasa Indonesia' }).click();
    await page.getByRole('group', { name: 'Untuk penguji' }).waitFor();
    expect(await isTooWide(page)).toBe(false);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await isTooWide(page)).toBe(false);
  });

  it('is paid with the keyboard alone', async () => {
    const { page, payment } = await open(name);
    // The link to the other language comes first.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const pressed = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.keyboard.press('Enter');
    await pressed;
    expect(payment()?.charges).toBe(1);
  });

  it('is left, expires, and is paid late', async () => {
    const { page, payment } = await open(name, 'id-ID');
    await page.getByRole('button', { name: 'Tutup tab ini' }).click();
    await page.getByRole('link', { name: 'Buka lagi halaman ini' }).click();
    await page.getByRole('button', { name: 'Biarkan kedaluwarsa sekarang' }).click();
    await page.getByRole('button', { name: 'Bayar terlambat' }).waitFor();
    if (name === 'dana') await photograph(page, 'dana-expired-id');
    expect(payment()?.charges).toBe(0);
    await page.getByRole('button', { name: 'Bayar terlambat' }).click();
    expect(payment()?.charges).toBe(1);
  });
});

describe('the page dana on a desk at night', () => {
  it('keeps its colours readable', async () => {
    const { page } = await open('dana');
    await page.setViewportSize({ width: 1200, height: 900 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await photograph(page, 'dana-dark');
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(ground).toBe('rgb(15, 19, 25)');
  });
});

describe('the consent page in a browser', () => {
  it('lets the customer agree, and sends the browser to the shop', async () => {
    const { simulator, url } = danaConsent();
    served = await simulator.listen({ port: 0 });
    const page = await openPhone(browser);
    await page.goto(url.replace('https://m.sandbox.dana.id', served.dana));
    expect(await isTooWide(page)).toBe(false);
    await photograph(page, 'dana-consent');
    const back = page.waitForRequest(/^https:\/\/merchant\.example\/callback\?.*authCode=/);
    await page.getByRole('button', { name: 'Agree' }).click();
    await back;
  });
});
