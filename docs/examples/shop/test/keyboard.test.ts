import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { photograph } from './screenshots.ts';
import { activate, customer, numberOrder, openStreet, order, press, says, type Street } from './street.ts';

let browser: Browser;
let street: Street;
beforeAll(async () => {
  [browser, street] = await Promise.all([openBrowser(), openStreet('all')]);
});
afterAll(() => Promise.all([browser.close(), street.close()]));

describe('the shop by keyboard', () => {
  it('can be used with the keyboard alone, and in the dark', async () => {
    const page = await customer(browser, { colorScheme: 'dark' });
    await page.goto(street.shop.origin);
    await numberOrder(page);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Skip to the content');
    await page.getByRole('radio', { name: /Kopi Susu/ }).focus();
    await page.keyboard.press('ArrowDown');
    for (const text of ['Sari', '081234567890', 'sari@example.com']) {
      await page.keyboard.press('Tab');
      await page.keyboard.type(text);
    }
    await photograph(page, 'menu-dark');
    await page.keyboard.press('Enter');
    await page.locator('[data-action=pay]').waitFor();
    expect(street.shop.orders.all()[0]?.product.id).toBe('es-kopi-aren');
    await press(page, 'pay');
    await says(page, 'Paid, thank you!');
    await photograph(page, 'paid-dark');
  });

  it('is gone through with the Tab key in the order it is read, and always shows where one is', async () => {
    await activate(browser, street, 'DOKU');
    const page = await customer(browser, { locale: 'id-ID', reducedMotion: 'reduce' });
    await order(page, street);
    await press(page, 'pay');
    await says(page, 'Sudah dibayar, terima kasih!');
    await photograph(page, 'paid-id');
    const stops: string[] = [];
    for (const _ of Array.from({ length: 7 })) {
      await page.keyboard.press('Tab');
      const focused = page.locator(':focus');
      expect(await focused.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
      stops.push((await focused.innerText()) || ((await focused.getAttribute('name')) ?? ''));
    }
    expect(stops.map((text) => text.replace(/\s/g, ' '))).toEqual([
      'Langsung ke isi',
      'Kopi Pojok',
      'Pengaturan',
      'English',
      'Kembalikan Rp 25.000',
      'amount',
      'Kembalikan sebagian',
    ]);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('5000');
    await page.keyboard.press('Enter');
    await says(page, 'Dikembalikan sebagian');
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });

  it('leads past its header with the first link', async () => {
    const page = await customer(browser);
    await page.goto(`${street.shop.origin}/settings`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('name')).toBe('active');
  });
});
