import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const FOLDER = new URL('../../../screenshots/', import.meta.url);
const WIDTHS = { phone: { width: 390, height: 844 }, desktop: { width: 1_200, height: 900 } };

/** Photographs a page on a phone and on a desk, as `docs/screenshots/shop-<name>-<width>.png`. */
export async function photograph(page: Page, name: string): Promise<void> {
  // What is different each time would make a new picture of an unchanged page.
  await page.evaluate(() => {
    for (const code of document.querySelectorAll('code'))
      code.textContent = code.textContent
        .replace(/:\d{4,5}\//, ':4000/')
        .replace(/^K[0-9a-f]{20}$/, 'K6f1c0a9be24d7730518c');
    for (const note of document.querySelectorAll('.why'))
      note.textContent = note.textContent.replace(/\d\d[.:]\d\d/, '10.30');
  });
  for (const [width, viewport] of Object.entries(WIDTHS)) {
    await page.setViewportSize(viewport);
    await page.screenshot({ path: fileURLToPath(new URL(`shop-${name}-${width}.png`, FOLDER)), fullPage: true });
  }
  await page.setViewportSize(WIDTHS.phone);
}
