import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser.ts';
import { photograph } from './screenshots.ts';
import { activate, customer, openStreet, order, press, says, type Street } from './street.ts';

let browser: Browser;
let street: Street;
beforeAll(async () => {
  [browser, street] = await Promise.all([openBrowser(), openStreet('all')]);
});
afterAll(() => Promise.all([browser.close(), street.close()]));

describe('the shop with every acquirer configured', () => {
  it('moves new orders at run time, and leaves open ones with their acquirer', async () => {
    await activate(browser, street, 'DANA');
    const first = await customer(browser);
    await order(first, street);
    await activate(browser, street, 'Faspay');
    const second = await customer(browser);
    await order(second, street, 'Teh Melati');
    await Promise.all([press(first, 'pay'), press(second, 'pay')]);
    await Promise.all([says(first, 'Paid, thank you!'), says(second, 'Paid, thank you!')]);
    await first.goto(`${street.shop.origin}/settings`);
    expect(await first.locator('.orders span').allInnerTexts()).toEqual([
      'Paid, thank you! · Faspay',
      'Paid, thank you! · DANA',
    ]);
    await photograph(first, 'settings');
  });

  it('makes one order of two clicks', async () => {
    await activate(browser, street, 'DANA');
    const page = await customer(browser);
    const before = street.simulator.dana.payments().length;
    await page.goto(street.shop.origin);
    const fields = {
      id: await page.locator('[name=id]').inputValue(),
      product: 'kopi-susu',
      name: 'Sari',
      phone: '0812 3456 7890',
      email: 'sari@example.com',
    };
    const press = () =>
      page.request.post(`${street.shop.origin}/orders`, {
        form: fields,
        maxRedirects: 0,
        headers: { origin: street.shop.origin },
      });
    const answers = await Promise.all([press(), press(), press()]);
    expect(new Set(answers.map((answer) => answer.headers()['location'])).size).toBe(1);
    expect(street.simulator.dana.payments().length).toBe(before + 1);
  });

  it('says that an order is not paid when its customer comes back without paying, and leads on to the payment', async () => {
    const page = await customer(browser);
    await order(page, street);
    const { returnUrl } = street.simulator.dana.payments().at(-1) ?? {};
    await page.goto(returnUrl ?? '');
    await says(page, 'Not paid yet');
    await page.getByRole('button', { name: 'Continue to payment' }).click();
    await press(page, 'pay');
    await says(page, 'Paid, thank you!');
  });

  it('says that it is checking when the answer is lost, and resolves it at a press', async () => {
    street.simulator.faults.add({
      acquirer: 'dana',
      operation: 'createOrder',
      times: 3,
      fault: { type: 'reset', when: 'after-commit' },
    });
    const page = await customer(browser);
    await order(page, street);
    await says(page, 'We are checking…');
    await photograph(page, 'checking');
    await page.getByRole('button', { name: 'Check now' }).click();
    await says(page, 'Not paid yet');
    await page.getByRole('button', { name: 'Continue to payment' }).click();
    await press(page, 'pay');
    await says(page, 'Paid, thank you!');
    expect(street.simulator.dana.payments().at(-1)?.charges).toBe(1);
  });

  it('says that nothing was taken, and why, when the acquirer refuses', async () => {
    const body = JSON.stringify({ responseCode: '4035402', responseMessage: 'Exceeds Transaction Amount Limit' });
    const refusal = { type: 'answer', when: 'before', status: 403, body } as const;
    street.simulator.faults.add({ acquirer: 'dana', operation: 'createOrder', fault: refusal });
    const page = await customer(browser);
    await order(page, street);
    await says(page, 'Not paid');
    await page.getByText('amount-limit').waitFor();
    await photograph(page, 'refused');
  });

  it('does nothing that another site’s page asks for in its visitor’s name', async () => {
    const page = await customer(browser);
    const headers = { origin: 'https://elsewhere.example' };
    const form = { active: 'DOKU' };
    const before = street.shop.settings.active;
    const answer = await page.request.post(`${street.shop.origin}/settings`, { form, headers });
    expect([answer.status(), street.shop.settings.active]).toEqual([403, before]);
  });

  it('says that a refund is being checked when its answer is lost, and refunds once', async () => {
    await activate(browser, street, 'DANA');
    const page = await customer(browser);
    await order(page, street);
    await press(page, 'pay');
    await says(page, 'Paid, thank you!');
    const lost = { type: 'reset', when: 'after-commit' } as const;
    street.simulator.faults.add({ acquirer: 'dana', operation: 'refundOrder', times: 3, fault: lost });
    await page.getByRole('button', { name: /Refund Rp/ }).click();
    await page.getByText('We are checking the refund: no clear answer yet').waitFor();
    expect(await page.getByRole('button', { name: /Refund/ }).count()).toBe(0);
    await photograph(page, 'refund-in-doubt');
    await page.getByRole('button', { name: 'Check now' }).click();
    await says(page, 'Refunded');
    expect(street.simulator.dana.payments().at(-1)?.refunds).toMatchObject([{ amount: 2_500_000 }]);
  });

  it('changes an open page by itself when the order is paid late, and says so', async () => {
    await activate(browser, street, 'Faspay');
    const page = await customer(browser);
    await order(page, street);
    const bill = street.simulator.faspay.payments().at(-1)?.reference ?? '';
    await press(page, 'cancel');
    await says(page, 'Cancelled');
    await street.simulator.faspay.customer.payLate(bill);
    await says(page, 'Paid, thank you!');
    await page.getByText('after its time had run out').waitFor();
    await photograph(page, 'paid-late');
  });

  it('speaks the browser’s language until another is chosen, and keeps the choice on the way back from the acquirer', async () => {
    const page = await customer(browser, { locale: 'id-ID' });
    await page.goto(street.shop.origin);
    await says(page, 'Mau pesan apa?');
    await photograph(page, 'menu-id');
    await page.getByRole('link', { name: 'English' }).click();
    await says(page, 'What would you like?');
    await photograph(page, 'menu');
    await order(page, street);
    await press(page, 'pay');
    await says(page, 'Paid, thank you!');
  });
});
