import type { Page } from 'playwright-core';

/** What a browser found on one page. */
export interface VisitedPage {
  /** Its path on the site. */
  readonly path: string;
  /** Addresses of its links, whole. */
  readonly links: readonly string[];
  /** What the `#…` of a link to it can name. */
  readonly ids: readonly string[];
  readonly problems: readonly string[];
}

/** Opens a page of the site and looks at it. Nothing beyond the site is reached. */
export async function visitPage(page: Page, origin: string, path: string): Promise<VisitedPage> {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`says on the console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`fails: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`asks for ${response.url()} and gets ${response.status()}`);
  });
  await page.route(
    ({ href }) => !href.startsWith(origin) && !href.startsWith('data:'),
    async (route) => {
      problems.push(`reaches for ${route.request().url()}`);
      await route.abort();
    },
  );
  await page.goto(origin + path, { waitUntil: 'networkidle' });
  const { links, ids, ...looks } = await page.evaluate(look);
  return { path, links, ids, problems: [...problems, ...complaints(looks)] };
}

/** What a page looks like, as it says itself. */
interface Looks {
  readonly title: string;
  readonly headings: number;
  readonly excess: number;
  readonly missing: readonly string[];
}

function complaints({ title, headings, excess, missing }: Looks): string[] {
  return [
    ...(title === '' ? ['has no title'] : []),
    ...(headings === 1 ? [] : [`has ${headings} first headings`]),
    ...(excess > 0 ? [`is ${excess} px wider than a phone`] : []),
    ...missing.map((image) => `shows no image at ${image}`),
  ];
}

// Runs in the page.
function look(): Looks & Pick<VisitedPage, 'links' | 'ids'> {
  const { documentElement: root, title, images, links } = document;
  return {
    title,
    headings: document.querySelectorAll('h1').length,
    excess: root.scrollWidth - root.clientWidth,
    missing: [...images].filter((image) => image.complete && image.naturalWidth === 0).map(({ src }) => src),
    links: [...links].map(({ href }) => href),
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
  };
}
