import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

const CACHE = fileURLToPath(new URL('../.cache/', import.meta.url));

/** A real Chromium from npm, with its own fonts: a page looks the same on every machine. */
export async function openBrowser(): Promise<Browser> {
  const folder = await unpacked();
  return playwright.launch({
    executablePath: `${folder}/chromium`,
    args: ['--no-sandbox', '--font-render-hinting=none'],
    env: { ...process.env, FONTCONFIG_FILE: `${folder}/only.conf` },
  });
}

// Test files run side by side: each unpacks for itself, and the first to finish puts its copy into place.
async function unpacked(): Promise<string> {
  const place = `${CACHE}chromium`;
  if (existsSync(place)) return place;
  await mkdir(CACHE, { recursive: true });
  const own = await mkdtemp(place);
  const before = tmpdir();
  process.env['TMPDIR'] = own;
  await chromium.executablePath();
  process.env['TMPDIR'] = before;
  await writeFile(
    `${own}/only.conf`,
    `<fontconfig><dir>${place}/fonts</dir><cachedir>${CACHE}fonts</cachedir></fontconfig>`,
  );
  await rename(own, place).catch(() => rm(own, { recursive: true }));
  return place;
}
