import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const FOLDER = new URL('../../../screenshots/', import.meta.url);
const NARROWEST = { width: 320, height: 700 };
const WIDTHS = { phone: { width: 390, height: 844 }, desktop: { width: 1_200, height: 900 } };

/** Photographs a page on a phone and on a desk, as `docs/screenshots/shop-<name>-<width>.png`, and holds it to be accessible. */
export async function photograph(page: Page, name: string): Promise<void> {
  // What is different each time would make a new picture of an unchanged page.
  await page.evaluate(() => {
    for (const code of document.querySelectorAll('code'))
      code.textContent = code.textContent
        .replace(/:\d{4,5}\//, ':4000/')
        .replace(/^K[0-9a-f]{18}$/, 'K6f1c0a9be24d773051');
    for (const note of document.querySelectorAll('.why'))
      note.textContent = note.textContent.replace(/\d\d[.:]\d\d/, '10.30');
  });
  for (const [width, viewport] of Object.entries(WIDTHS)) {
    await page.setViewportSize(viewport);
    await page.screenshot({ path: fileURLToPath(new URL(`shop-${name}-${width}.png`, FOLDER)), fullPage: true });
    expect([name, width, ...(await barriersOf(page))]).toEqual([name, width]);
  }
  await page.setViewportSize(NARROWEST);
  expect([name, await isTooWide(page)]).toEqual([name, false]);
  await page.setViewportSize(WIDTHS.phone);
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
