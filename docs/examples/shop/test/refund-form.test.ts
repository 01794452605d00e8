import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { photograph } from './screenshots.ts';
import { customer, openStreet, order, press, says, type Street } from './street.ts';

let browser: Browser;
let street: Street;
beforeAll(async () => {
  [browser, street] = await Promise.all([openBrowser(), openStreet('dana')]);
});
afterAll(() => Promise.all([browser.close(), street.close()]));

async function paid(locale = 'en-US'): Promise<Page> {
  const page = await customer(browser, { locale });
  await order(page, street);
  await press(page, 'pay');
  await page.locator('.badge.paid').waitFor();
  return page;
}

async function send(page: Page, form: Record<string, string>): Promise<number> {
  const headers = { origin: street.shop.origin };
  const answer = await page.request.post(`${page.url()}/refund`, { form, headers, maxRedirects: 0 });
  return answer.status();
}

const refunds = () => street.simulator.dana.payments().at(-1)?.refunds;

describe('the form to refund with', () => {
  it('comes again with what was typed and what is wrong with it, and stays so while the page is open', async () => {
    const page = await paid();
    // The browser's own check is the first, not the last.
    await page.locator('.counter form').evaluateAll((forms) => {
      for (const form of forms) form.setAttribute('novalidate', '');
    });
    await page.getByLabel(/Part to refund/).fill('0');
    const heard = page.waitForResponse(/events$/);
    await page.getByRole('button', { name: 'Refund a part' }).click();
    await page.getByText('Nothing was refunded. Please give whole rupiah: at least 1').waitFor();
    await heard;
    const field = page.getByLabel(/Part to refund/);
    expect([await field.inputValue(), await field.getAttribute('aria-describedby')]).toEqual(['0', 'amount-wrong']);
    expect(await page.locator(':focus').getAttribute('name')).toBe('amount');
    await photograph(page, 'refund-wrong');
    await field.fill('10000');
    await page.getByRole('button', { name: 'Refund a part' }).click();
    await says(page, 'Partly refunded');
    expect(refunds()).toMatchObject([{ amount: 1_000_000 }]);
  });

  it('is answered as a mistake, never as a page that is gone, and refunds nothing', async () => {
    const page = await paid();
    const reference = 'R1';
    for (const amount of ['0', '-1', '1e3', '10.5', 'a lot', '', '25001', '9007199254740991'])
      expect([amount, await send(page, { reference, amount })]).toEqual([amount, 422]);
    expect([await send(page, { reference }), await send(page, { amount: '5000' })]).toEqual([422, 422]);
    expect(refunds()).toEqual([]);
  });

  it('refunds once when it is sent twice, even where less than it asks for is left', async () => {
    const page = await paid();
    const form = { reference: 'R2', amount: '20000' };
    expect([await send(page, form), await send(page, form)]).toEqual([303, 303]);
    expect(refunds()).toMatchObject([{ amount: 2_000_000 }]);
    expect(await send(page, { reference: 'R3', amount: '5001' })).toBe(422);
    expect(refunds()).toHaveLength(1);
  });

  it('leads to the order where nothing can be refunded, whatever it says', async () => {
    const page = await customer(browser);
    await order(page, street);
    await page.goto(`${street.shop.origin}/orders/${street.shop.orders.all()[0]?.id ?? ''}`);
    expect(await send(page, { reference: 'R4', amount: 'a lot' })).toBe(303);
  });

  it('says in Indonesian what is wrong, and changes its language where it is', async () => {
    const page = await paid('id-ID');
    await page
      .locator('.counter form')
      .last()
      .evaluate((form) => form.setAttribute('novalidate', ''));
    await page.getByRole('button', { name: 'Kembalikan sebagian' }).click();
    await page.getByText('Tidak ada yang dikembalikan. Mohon isi rupiah bulat').waitFor();
    await page.getByRole('link', { name: 'English' }).click();
    await says(page, 'Paid, thank you!');
  });
});
