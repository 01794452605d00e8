import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { photograph } from './screenshots.ts';
import { customer, fillIn, openStreet, order, press, says, type Street } from './street.ts';

let browser: Browser;
let street: Street;
beforeAll(async () => {
  [browser, street] = await Promise.all([openBrowser(), openStreet('all')]);
});
afterAll(() => Promise.all([browser.close(), street.close()]));

describe('what customers do that nobody planned', () => {
  it('keeps what was typed when something of it is wrong, says what, and begins there', async () => {
    const page = await customer(browser);
    await page.goto(street.shop.origin);
    // A browser lets both pass.
    await fillIn(page, 'Es Kopi Aren', { name: '"><b>Sari', phone: '12345678', email: 'sari@shop' });
    await page.keyboard.press('Enter');
    await page.getByText('Please give a mobile number').waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe('"><b>Sari');
    expect(await page.getByLabel('E-mail').getAttribute('aria-describedby')).toBe('email-wrong');
    expect(await page.locator(':focus').getAttribute('name')).toBe('phone');
    expect(await page.getByRole('radio', { name: /Es Kopi Aren/ }).isChecked()).toBe(true);
    await photograph(page, 'menu-wrong');
    await fillIn(page, 'Es Kopi Aren');
    await page.keyboard.press('Enter');
    await page.locator('[data-action=pay]').waitFor();
  });

  it('changes its language where a form was wrong, too', async () => {
    const page = await customer(browser);
    await page.goto(street.shop.origin);
    await fillIn(page, 'Kopi Susu', { name: 'Sari', phone: '081234567890', email: 'sari@shop' });
    await page.keyboard.press('Enter');
    await page.getByText('Please give an address').waitFor();
    await page.getByRole('link', { name: 'Indonesia' }).click();
    await says(page, 'Mau pesan apa?');
  });

  it('makes another order of a form that was gone back to and changed', async () => {
    const page = await customer(browser);
    await order(page, street, 'Kopi Susu');
    await page.goBack();
    await fillIn(page, 'Teh Melati');
    await page.getByRole('button', { name: 'Pay' }).click();
    await page.locator('[data-action=pay]').waitFor();
    expect(street.simulator.dana.payments().at(-1)).toMatchObject({ amount: 1_500_000 });
  });

  it('makes another order of an old form that says something else, even where nothing was reloaded', async () => {
    const page = await customer(browser);
    await page.goto(street.shop.origin);
    const id = await page.locator('[name=id]').inputValue();
    const send = async (product: string): Promise<string | undefined> => {
      const form = { id, product, name: 'Sari', phone: '081234567890', email: 'sari@example.com' };
      const headers = { origin: street.shop.origin };
      await page.request.post(`${street.shop.origin}/orders`, { form, headers, maxRedirects: 0 });
      return street.shop.orders.all()[0]?.product.id;
    };
    expect([await send('kopi-susu'), await send('teh-melati'), street.shop.orders.find(id)?.product.id]).toEqual([
      'kopi-susu',
      'teh-melati',
      'kopi-susu',
    ]);
  });

  it('knows nothing of an order it has not, and leads to the menu', async () => {
    const page = await customer(browser);
    const answer = await page.goto(`${street.shop.origin}/orders/K000000000000000000`);
    expect(answer?.status()).toBe(404);
    await says(page, 'There is nothing here.');
    await photograph(page, 'nothing-here');
    await page.getByRole('link', { name: 'To the menu' }).click();
    await says(page, 'What would you like?');
  });

  it('serves a browser without JavaScript, and says what it then has to do', async () => {
    const page = await customer(browser, { javaScriptEnabled: false });
    await order(page, street);
    await page.goto(`${street.shop.origin}/orders/${street.shop.orders.all()[0]?.id ?? ''}`);
    expect(await page.locator('main').innerText()).toContain('Without JavaScript this page does not change by itself');
    await page.getByRole('button', { name: 'Continue to payment' }).click();
    await press(page, 'pay');
    await says(page, 'Paid, thank you!');
  });

  it('can still refund after a refund was refused', async () => {
    const page = await customer(browser);
    await order(page, street);
    await press(page, 'pay');
    await says(page, 'Paid, thank you!');
    const body = JSON.stringify({ responseCode: '4035814', responseMessage: 'Insufficient Funds' });
    const refusal = { type: 'answer', when: 'before', status: 403, body } as const;
    street.simulator.faults.add({ acquirer: 'dana', operation: 'refundOrder', fault: refusal });
    await page.getByLabel(/Part to refund/).fill('10000');
    await page.getByRole('button', { name: 'Refund a part' }).click();
    await page.getByText('Not refunded').waitFor();
    await page.getByRole('button', { name: /Refund Rp\s25\.000/ }).click();
    await says(page, 'Refunded');
    await photograph(page, 'refunded');
  });

  it('says by itself that an order is too late to pay', async () => {
    const page = await customer(browser);
    await order(page, street);
    const { reference = '' } = street.simulator.dana.payments().at(-1) ?? {};
    await page.goto(`${street.shop.origin}/orders/${reference}`);
    await says(page, 'Not paid yet');
    await street.simulator.clock.advance(31 * 60_000);
    await says(page, 'Too late to pay');
    await photograph(page, 'expired');
  });
});
