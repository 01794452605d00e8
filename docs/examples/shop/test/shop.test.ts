import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { photograph } from './screenshots.ts';
import { customer, openStreet, order, press, says, type Street } from './street.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

// Between these runs nothing but the configuration differs.
describe.each(['dana', 'doku', 'faspay'])('the shop configured with %s.json', (config) => {
  let street: Street;
  beforeAll(async () => {
    street = await openStreet(config);
  });
  afterAll(() => street.close());

  it('turns an order paid on the acquirer’s page, and refunds it in parts or says why it cannot', async () => {
    const page = await customer(browser);
    await order(page, street);
    await press(page, 'pay');
    await says(page, 'Paid, thank you!');
    await photograph(page, `paid-${config}`);
    if (await page.getByText('has no refund').isVisible()) {
      expect(await page.getByRole('button', { name: /Refund/ }).count()).toBe(0);
      return;
    }
    await page.getByLabel(/Part to refund/).fill('10000');
    await page.getByRole('button', { name: 'Refund a part' }).click();
    await says(page, 'Partly refunded');
    await photograph(page, 'part-refunded');
    await page.getByRole('button', { name: /Refund Rp\s15\.000/ }).click();
    await says(page, 'Refunded');
    const refunds = await page.locator('dd', { hasText: 'done' }).allInnerTexts();
    expect(refunds.map((line) => line.replace(/\s/, ' '))).toEqual(['Rp 10.000, done', 'Rp 15.000, done']);
  });

  it('cancels an order that is not paid, or says why it cannot', async () => {
    const page = await customer(browser);
    await order(page, street);
    await page.goto(`${street.shop.origin}/settings`);
    await page
      .getByRole('link', { name: /Kopi Susu/ })
      .first()
      .click();
    await says(page, 'Not paid yet');
    await photograph(page, `open-${config}`);
    if (await page.getByText('cannot cancel').isVisible()) {
      expect(await page.getByRole('button', { name: 'Cancel this order' }).count()).toBe(0);
      return;
    }
    await page.getByRole('button', { name: 'Cancel this order' }).click();
    await says(page, 'Cancelled');
    await photograph(page, 'cancelled');
  });

  it('shows an order cancelled on the acquirer’s page as ended without money', async () => {
    const page = await customer(browser);
    await order(page, street);
    await press(page, 'cancel');
    await says(page, /Cancelled|The payment failed/);
  });
});
