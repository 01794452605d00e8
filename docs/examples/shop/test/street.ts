import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { virtualClock } from '@bayar/simulator';
import { openShop, type OpenShop } from '../src/open-shop.ts';
import { readConfiguration } from '../src/read-configuration.ts';
import { simulateAcquirers, type SimulatedAcquirers } from '../simulator/simulated-acquirers.ts';

/** A shop and its acquirers, on free ports of this machine. */
export interface Street extends SimulatedAcquirers {
  readonly shop: OpenShop;
}

// It stands still until a test moves it: a page that says when says the same on every run.
const MORNING = Date.parse('2026-03-02T10:00:00+07:00');

/** Opens the shop with one of the sample configurations: all that differs between one acquirer and another. */
export async function openStreet(config: string): Promise<Street> {
  const acquirers = await simulateAcquirers({ clock: virtualClock(MORNING) });
  const path = fileURLToPath(new URL(`../config/${config}.json`, import.meta.url));
  const shop = await openShop({
    configuration: acquirers.redirect(await readConfiguration({ path, name: config, otherwise: '' })),
    env: acquirers.env,
    clock: acquirers.clock,
  });
  acquirers.register(shop);
  const close = async (): Promise<void> => {
    await Promise.all([shop.close(), acquirers.close()]);
  };
  return { ...acquirers, shop, close };
}

const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  userAgent: 'Mozilla/5.0 (Linux; Android 15) Mobile',
  locale: 'en-US',
};

/** A customer with a phone, in English unless told. */
export async function customer(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ ...phone, ...options });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

/** Orders something: the acquirer's page is next, unless something is amiss. */
export async function order(page: Page, { shop }: Street, product = 'Kopi Susu'): Promise<void> {
  await page.goto(shop.origin);
  await numberOrder(page);
  await fillIn(page, product);
  await page.getByRole('button', { name: /^(Pay|Bayar)$/ }).click();
  await page.waitForURL(({ pathname }) => pathname !== '/');
}

const numbered = new Map<string, number>();

/** Gives the order of an open form a number that is the same whenever its test is run. */
export async function numberOrder(page: Page): Promise<void> {
  const test = expect.getState().currentTestName ?? '';
  const nth = (numbered.get(test) ?? 0) + 1;
  numbered.set(test, nth);
  const id = `K${createHash('sha256').update(`${test} ${nth}`).digest('hex').slice(0, 18)}`;
  await page.locator('[name=id]').evaluate((input, value) => input.setAttribute('value', value), id);
}

const sari = { name: 'Sari', phone: '0812-3456-7890', email: 'sari@example.com' };

/** Fills the order form in, and leaves it at that. */
export async function fillIn(page: Page, product: string, { name, phone, email } = sari): Promise<void> {
  await page.getByRole('radio', { name: product, exact: false }).check();
  await page.getByLabel(/Name|Nama/).fill(name);
  await page.getByLabel(/Mobile number|Nomor ponsel/).fill(phone);
  await page.getByLabel(/E-?mail/).fill(email);
}

/** Presses a button of the acquirer's page, and comes back to the shop. */
export async function press(page: Page, action: 'pay' | 'cancel' | 'fail'): Promise<void> {
  await page.locator(`[data-action=${action}]`).click();
  await page.locator('[data-live]').waitFor();
}

/** Waits until the order's page says so by itself. */
export async function says(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Sends new payments through another acquirer, on the settings page. */
export async function activate(browser: Browser, { shop }: Street, name: string): Promise<void> {
  const page = await customer(browser);
  await page.goto(`${shop.origin}/settings`);
  await page.getByRole('radio', { name }).check();
  await page.getByRole('button', { name: 'Use this one' }).click();
  await page.getByText(`Saved: new payments go through ${name}.`).waitFor();
  await page.context().close();
}
