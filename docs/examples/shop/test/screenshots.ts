import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const FOLDER = new URL('../../../screenshots/', import.meta.url);
const NARROWEST = { width: 320, height: 700 };
const WIDTHS = { phone: { width: 390, height: 844 }, desktop: { width: 1_200, height: 900 } };

const taken = new Set<string>();

/** Photographs a page on a phone and on a desk, as `docs/screenshots/shop-<name>-<width>.png`, and holds it to be accessible. */
export async function photograph(page: Page, name: string): Promise<void> {
  expect([name, taken.has(name)]).toEqual([name, false]);
  taken.add(name);
  await settle(page);
  for (const [width, viewport] of Object.entries(WIDTHS)) {
    await page.setViewportSize(viewport);
    const path = fileURLToPath(new URL(`shop-${name}-${width}.png`, FOLDER));
    await page.screenshot({ path, fullPage: true, animations: 'disabled' });
    expect([name, width, ...(await barriersOf(page))]).toEqual([name, width]);
  }
  await page.setViewportSize(NARROWEST);
  expect([name, await isTooWide(page)]).toEqual([name, false]);
  await page.setViewportSize(WIDTHS.phone);
}

// What is different each time would make a new picture of an unchanged page: a picture that is still loading, the place
// of the mouse, and the ports in the addresses of the settings page.
async function settle(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(async () => {
    for (const code of document.querySelectorAll('.endpoints code'))
      code.textContent = code.textContent.replace(/:\d{4,5}\//, ':4000/');
    await Promise.all([document.fonts.ready, ...[...document.images].map((image) => image.decode())]);
  });
}

function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
}

/** What keeps people from using the page, as axe sees it. */
async function barriersOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
