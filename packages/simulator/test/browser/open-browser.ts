import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

const cache = fileURLToPath(new URL('../../.cache/', import.meta.url));
const pictures = new URL('../../../../docs/screenshots/', import.meta.url);

/** A real Chromium from npm, with its own fonts: a page looks the same on every machine. */
export async function openBrowser(): Promise<Browser> {
  const folder = await unpacked();
  return playwright.launch({
    executablePath: `${folder}/chromium`,
    // The shops the pages lead back to do not exist, and nobody asks the network for them.
    args: [
      '--no-sandbox',
      '--font-render-hinting=none',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
    env: { ...process.env, FONTCONFIG_FILE: `${folder}/only.conf` },
  });
}

// Test files run side by side: each unpacks for itself, and the first to finish puts its copy into place.
async function unpacked(): Promise<string> {
  const place = `${cache}chromium`;
  if (existsSync(place)) return place;
  await mkdir(cache, { recursive: true });
  const own = await mkdtemp(place);
  const before = tmpdir();
  process.env['TMPDIR'] = own;
  await chromium.executablePath();
  process.env['TMPDIR'] = before;
  await writeFile(
    `${own}/only.conf`,
    `<fontconfig><dir>${place}/fonts</dir><cachedir>${cache}fonts</cachedir></fontconfig>`,
  );
  await rename(own, place).catch(() => rm(own, { recursive: true }));
  return place;
}

/** A customer's phone. */
export async function openPhone(browser: Browser, locale = 'en-US'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

/** Photographs a page as `docs/screenshots/simulator-<name>.png`. */
export async function photograph(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: fileURLToPath(new URL(`simulator-${name}.png`, pictures)), fullPage: true });
}
