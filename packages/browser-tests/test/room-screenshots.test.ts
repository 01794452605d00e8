import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, type OpenedBrowser } from '../src/index.ts';
import { openRoomShop, type RoomShop } from './room-shop.ts';

const folder = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url));

let browser: OpenedBrowser;
let shop: RoomShop;

/** A day at a shop: paid, refused, waiting, closed, at all three acquirers. */
beforeAll(async () => {
  browser = await openBrowser();
  shop = await openRoomShop();
  const { simulator } = shop;
  await shop.payFaspay('INV-2026-0101Z', 48_000);
  await simulator.faspay.customer.cancel('INV-2026-0101Z');
  await simulator.idle();
  await simulator.clock.advance(95_000);
  await shop.payDoku('INV-2026-0102', 125_000);
  await simulator.doku.customer.pay('INV-2026-0102');
  await simulator.clock.advance(61_000);
  await shop.payDana('INV-2026-0103', 15_000, (body) => body.replaceAll('/', '\\/'));
  await shop.payDana('INV-2026-0103', 15_000);
  shop.answer = () => new Response('Bad gateway', { status: 502 });
  await simulator.dana.customer.pay('INV-2026-0103');
  await simulator.idle();
  await simulator.clock.advance(7_000);
  await shop.payDana('INV-2026-0104', 320_000);
  simulator.faults.add({ acquirer: 'doku', operation: 'payment', fault: { type: 'hang', when: 'after-commit' } });
});
afterAll(async () => {
  await shop.served.close();
  await browser.close();
});

const pages = [
  ['payments', '/'],
  ['payment', '/payment?acquirer=dana&reference=INV-2026-0103'],
  ['faults', '/faults'],
  ['requests', '/requests'],
] as const;

describe('the screenshots of the control room', { timeout: 30_000 }, () => {
  it.each(pages)('show %s on a phone and on a desk', async (name, path) => {
    for (const width of ['phone', 'desktop'] as const) {
      const page = await browser.page(width);
      await page.goto(`${shop.served.room}${path}`);
      const file = `${folder}room-${name}-${width}.png`;
      await page.screenshot({ path: file, fullPage: true });
      expect(existsSync(file)).toBe(true);
      await page.context().close();
    }
  });
});
