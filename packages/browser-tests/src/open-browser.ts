import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** A page as wide as a phone or a desk, and how it is closed. */
export type Width = 'phone' | 'desktop';

/** A real browser, from the package registry: nothing has to be installed on the machine. */
export interface OpenedBrowser {
  /** A page of its own: no cookies, no history. */
  readonly page: (width?: Width, options?: BrowserContextOptions) => Promise<Page>;
  readonly close: () => Promise<void>;
}

const viewports = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } } as const;

/** Starts Chromium without a window. Takes a second or two, so that a file of tests shares one. */
export async function openBrowser(): Promise<OpenedBrowser> {
  const browser: Browser = await playwright.launch({
    args: [...chromium.args.filter((argument) => !argument.startsWith('--single-process'))],
    executablePath: await chromium.executablePath(),
    headless: true,
  });
  return {
    async page(width = 'desktop', options = {}) {
      const context = await browser.newContext({ viewport: viewports[width], locale: 'en-GB', ...options });
      const page = await context.newPage();
      // A page that waits for what does not come says so soon.
      page.setDefaultTimeout(5_000);
      return page;
    },
    close: () => browser.close(),
  };
}
