import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { openBrowser, type OpenedBrowser } from '../src/index.ts';
import { openRoomShop, type RoomShop } from './room-shop.ts';

let browser: OpenedBrowser;
let shop: RoomShop;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  shop = await openRoomShop();
  page = await browser.page();
  await page.goto(shop.served.room);
});
afterEach(async () => {
  await page.context().close();
  await shop.served.close();
});

const story = (reference: string) => `${shop.served.room}/payment?acquirer=dana&reference=${reference}`;

describe('the control room in a browser', { timeout: 30_000 }, () => {
  it('shows a payment the moment it is created, and says so aloud', async () => {
    await page.getByText('No payment yet').waitFor();
    await shop.payDana('INV-1', 25_000);
    await page.getByRole('link', { name: /INV-1/ }).waitFor();
    expect(await page.getByRole('status').textContent()).toContain('INV-1');
  });

  it('says why a badly signed request was refused', async () => {
    await shop.payDoku('INV-2', 25_000, (token) => `Bearer ${token}`);
    await page.getByText('The string to sign holds “Bearer ” before the token.').waitFor();
    await page.getByRole('link', { name: /INV-2/ }).click();
    const refusal = page.locator('.refusal');
    await refusal.getByText('Signature refused').waitFor();
    expect(await refusal.textContent()).toContain('POST:/direct-debit/core/v1/debit/payment-host-to-host:');
  });

  it('lets the customer pay and resends the notification, without losing the keyboard’s place', async () => {
    await shop.payDana('INV-3', 25_000);
    await page.goto(story('INV-3'));
    await page.getByRole('button', { name: 'Pay', exact: true }).click();
    await page.getByText('Notification acknowledged').waitFor();
    const resend = page.getByRole('button', { name: 'Resend' });
    await resend.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByText('Notification acknowledged').count()).toBe(2);
    expect(await resend.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(shop.simulator.dana.payment('INV-3')?.deliveries).toHaveLength(2);
  });

  it('advances the clock to the next attempt', async () => {
    shop.answer = () => new Response('down', { status: 503 });
    await shop.payDana('INV-4', 25_000);
    await shop.simulator.dana.customer.pay('INV-4');
    await page.goto(story('INV-4'));
    await page.getByText('Notification not acknowledged').waitFor();
    shop.answer = () => Response.json({ responseCode: '2005600' });
    await page.getByRole('button', { name: 'To the next attempt' }).click();
    await page.getByText('Notification acknowledged').waitFor();
    expect(await page.locator('#clock time').textContent()).toBe('2 Jan 2026, 10:00:30');
  });

  it('keeps what is unfolded open when something happens', async () => {
    await shop.payDana('INV-5', 25_000);
    await page.goto(story('INV-5'));
    await page.getByText('Signature genuine').click();
    await page.getByText('String to sign').waitFor();
    await shop.simulator.dana.customer.pay('INV-5');
    await page.getByText('Notification acknowledged').waitFor();
    expect(await page.getByText('String to sign').isVisible()).toBe(true);
  });

  it('changes its language and remembers it', async () => {
    await page.getByRole('link', { name: 'Indonesia' }).click();
    await page.getByRole('heading', { name: 'Pembayaran' }).waitFor();
    await page.goto(`${shop.served.room}/faults`);
    expect(await page.locator('html').getAttribute('lang')).toBe('id');
  });

  it('plans a fault with the keyboard alone', async () => {
    await page.getByRole('link', { name: 'Faults' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Faults', level: 1 }).waitFor();
    await page.getByLabel('What happens').nth(1).focus();
    for (const key of ['N', 'Tab', 'p', 'Tab', 'A', 'Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
    await page.getByText('No answer at all · After it took effect').waitFor();
    expect(shop.simulator.control.faults()).toMatchObject([
      { acquirer: 'doku', operation: 'payment', times: 1, fault: { type: 'hang', when: 'after-commit' } },
    ]);
  });

  it('tells what could not be done', async () => {
    await shop.payFaspay('INV-6', 25_000);
    await page.getByRole('link', { name: /INV-6/ }).click();
    await page.getByRole('button', { name: 'Pay', exact: true }).waitFor();
    // Paid meanwhile by somebody else, before this page hears of it.
    await page.route('**/api/live', (route) => route.abort());
    await page.reload();
    await shop.simulator.faspay.customer.pay('INV-6');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('cannot be cancelled').waitFor();
  });

  it('can be skipped through by keyboard and fits a phone', async () => {
    await shop.payDana('INV-7', 25_000);
    const phone = await browser.page('phone');
    for (const path of ['/', '/requests', '/faults', '/setup', '/accounts', '/payment?acquirer=dana&reference=INV-7']) {
      await phone.goto(`${shop.served.room}${path}`);
      const overflow = await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([path, overflow]).toEqual([path, 0]);
      await phone.keyboard.press('Tab');
      expect(await phone.evaluate(() => document.activeElement?.className)).toBe('skip');
    }
    await phone.context().close();
  });
});

describe('without script', { timeout: 30_000 }, () => {
  it('every button works', async () => {
    await shop.payDana('INV-8', 25_000);
    const plain = await browser.page('desktop', { javaScriptEnabled: false });
    await plain.goto(story('INV-8'));
    await plain.getByRole('button', { name: 'Pay', exact: true }).click();
    expect(plain.url()).toBe(story('INV-8'));
    expect(shop.simulator.dana.payment('INV-8')?.charges).toBe(1);
    await plain.context().close();
  });
});
