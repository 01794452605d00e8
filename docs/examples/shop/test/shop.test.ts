import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import type { Cancels, Refunds } from '@bayar/core';
import type { DanaDirect } from '@bayar/dana-direct';
import type { DokuDana } from '@bayar/doku-dana';
import type { FaspayDana } from '@bayar/faspay-dana';
import type { SimulatedPayment } from '@bayar/simulator';
import { openBrowser } from './browser.ts';
import { photograph } from './screenshots.ts';
import { customer, openStreet, order, press, says, type Street } from './street.ts';

interface Can<Adapter> {
  readonly refunds: Adapter extends Refunds ? true : false;
  /** What the acquirer calls a payment that was cancelled. */
  readonly cancelled: Adapter extends Cancels ? string : false;
}

// What can be done with each configuration. The adapters' types hold this table, and the page is held to it.
const can: { dana: Can<DanaDirect>; doku: Can<DokuDana>; faspay: Can<FaspayDana> } = {
  dana: { refunds: true, cancelled: 'CANCELLED' },
  doku: { refunds: true, cancelled: false },
  faspay: { refunds: false, cancelled: '8' },
};

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

// Between these runs nothing but the configuration differs.
describe.each(['dana', 'doku', 'faspay'] as const)('the shop configured with %s.json', (config) => {
  let street: Street;
  beforeAll(async () => {
    street = await openStreet(config);
  });
  afterAll(() => street.close());

  const { refunds, cancelled } = can[config];
  const atAcquirer = (): SimulatedPayment | undefined => street.simulator[config].payments().at(-1);

  it('turns an order paid on the acquirer’s page, and takes the money once', async () => {
    const page = await customer(browser);
    await order(page, street);
    await press(page, 'pay');
    await says(page, 'Paid, thank you!');
    await photograph(page, `paid-${config}`);
    expect(atAcquirer()).toMatchObject({ amount: 2_500_000, charges: 1, refunds: [] });
  });

  if (refunds)
    it('gives the money back in parts, at the acquirer as on the page', async () => {
      const page = await customer(browser);
      await order(page, street);
      await press(page, 'pay');
      await page.getByLabel(/Part to refund/).fill('10000');
      await page.getByRole('button', { name: 'Refund a part' }).click();
      await says(page, 'Partly refunded');
      await photograph(page, `part-refunded-${config}`);
      expect(atAcquirer()?.refunds).toMatchObject([{ amount: 1_000_000 }]);
      await page.getByRole('button', { name: /Refund Rp\s15\.000/ }).click();
      await says(page, 'Refunded');
      const lines = await page.locator('dd', { hasText: 'done' }).allInnerTexts();
      expect(lines.map((line) => line.replace(/\s/, ' '))).toEqual(['Rp 10.000, done', 'Rp 15.000, done']);
      expect(atAcquirer()?.refunds).toMatchObject([{ amount: 1_000_000 }, { amount: 1_500_000 }]);
    });
  else
    it('offers no refund where there is none, says so, and leaves the money', async () => {
      const page = await customer(browser);
      await order(page, street);
      await press(page, 'pay');
      await says(page, 'Paid, thank you!');
      expect(await page.locator('.counter').innerText()).toContain('has no refund: do it by hand');
      expect(await page.getByRole('button', { name: /Refund/ }).count()).toBe(0);
      const form = { reference: 'R1', amount: '25000' };
      await page.request.post(`${page.url()}/refund`, { form, headers: { origin: street.shop.origin } });
      expect(atAcquirer()).toMatchObject({ charges: 1, refunds: [] });
    });

  if (cancelled !== false)
    it('cancels an order that is not paid, at the acquirer as on the page', async () => {
      const page = await customer(browser);
      await openUnpaid(page, street);
      await page.getByRole('button', { name: 'Cancel this order' }).click();
      await says(page, 'Cancelled');
      await photograph(page, `cancelled-${config}`);
      expect(atAcquirer()).toMatchObject({ status: cancelled, charges: 0 });
    });
  else
    it('offers no cancelling where there is none, and says when the payment ends', async () => {
      const page = await customer(browser);
      await openUnpaid(page, street);
      expect(await page.locator('.actions').innerText()).toMatch(/cannot cancel: .* by itself at 11:00 WIB\./);
      expect(await page.getByRole('button', { name: 'Cancel this order' }).count()).toBe(0);
      const before = atAcquirer()?.status;
      await page.request.post(`${page.url()}/cancel`, { headers: { origin: street.shop.origin } });
      expect(atAcquirer()).toMatchObject({ status: before, charges: 0 });
    });

  it('shows an order cancelled on the acquirer’s page as ended without money', async () => {
    const page = await customer(browser);
    await order(page, street);
    await press(page, 'cancel');
    await says(page, /Cancelled|The payment failed/);
    expect(atAcquirer()?.charges).toBe(0);
  });

  it('turns an open page paid by itself when the acquirer notifies, though its customer never comes back', async () => {
    const page = await customer(browser);
    await openUnpaid(page, street);
    await street.simulator[config].customer.pay(atAcquirer()?.reference ?? '');
    await says(page, 'Paid, thank you!');
    expect(atAcquirer()?.deliveries.map(({ verdict }) => verdict)).toEqual(['acknowledged']);
  });

  it('leaves an open page as it is when no notification comes, until somebody checks', async () => {
    street.simulator.faults.add({ acquirer: config, fault: { type: 'missing-notification' } });
    const page = await customer(browser);
    await openUnpaid(page, street);
    await photograph(page, `open-${config}`);
    await street.simulator[config].customer.pay(atAcquirer()?.reference ?? '');
    await street.simulator.idle();
    expect(atAcquirer()).toMatchObject({ charges: 1, deliveries: [] });
    expect(street.shop.orders.all()[0]?.payment?.status).toBe('awaiting-customer');
    await says(page, 'Not paid yet');
    // An acquirer may answer nothing about a payment that is younger than a minute.
    await street.simulator.clock.advance(61_000);
    await page.getByRole('button', { name: 'Check now' }).click();
    await says(page, 'Paid, thank you!');
  });
});

/** Orders, leaves the acquirer's page without paying, and opens the order's own. */
async function openUnpaid(page: Page, street: Street): Promise<void> {
  await order(page, street);
  await page.goto(`${street.shop.origin}/settings`);
  await page
    .getByRole('link', { name: /Kopi Susu/ })
    .first()
    .click();
  await says(page, 'Not paid yet');
}
