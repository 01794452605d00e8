import { glob } from 'node:fs/promises';
import type { OpenedBrowser } from '../open-browser.ts';
import { findDeadLinks, type SiteFinding, type Whereabouts } from './find-dead-links.ts';
import { findUnlisted } from './find-unlisted.ts';
import { serveSite } from './serve-site.ts';
import { visitPage, type VisitedPage } from './visit-page.ts';

/** Pages open at a time: a page waits more than it works. */
const AT_ONCE = 4;

/** Opens every page of a built site as a phone does, follows its links, searches it, and reads its list for programs. */
export async function trySite(
  browser: OpenedBrowser,
  { folder, repository }: Omit<Whereabouts, 'origin'>,
): Promise<SiteFinding[]> {
  const site = await serveSite(folder);
  try {
    const pages = await visitAll(browser, site.origin, await pathsIn(folder));
    const problems = pages.flatMap(({ path: where, problems: found }) => found.map((problem) => ({ where, problem })));
    return [
      ...problems,
      ...findDeadLinks(pages, { origin: site.origin, folder, repository }),
      ...(await findUnlisted(folder)),
      ...(await search(browser, site.origin)),
    ];
  } finally {
    await site.close();
  }
}

async function pathsIn(folder: string): Promise<string[]> {
  const files = await Array.fromAsync(glob('**/*.html', { cwd: folder }));
  const paths = files.map((file) => `/${file.replaceAll('\\', '/').replace(/(?:(?<=^|\/)index)?\.html$/, '')}`);
  // Shown where there is no page; nothing leads to it.
  return paths.filter((path) => path !== '/404').sort();
}

async function visitAll(browser: OpenedBrowser, origin: string, paths: readonly string[]): Promise<VisitedPage[]> {
  const visited: VisitedPage[] = [];
  const queue = paths.entries();
  const work = async (): Promise<void> => {
    for (const [index, path] of queue) {
      const page = await browser.page('phone');
      visited[index] = await visitPage(page, origin, path);
      await page.context().close();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return visited;
}

/** A word that stands in a guide and in the reference. */
const SOUGHT = 'createPayments';

async function search(browser: OpenedBrowser, origin: string): Promise<SiteFinding[]> {
  const page = await browser.page();
  try {
    await page.goto(origin);
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('searchbox').fill(SOUGHT);
    await page.getByRole('option').first().waitFor();
    return [];
  } catch {
    return [{ where: '/', problem: `finds nothing when ${SOUGHT} is searched for` }];
  } finally {
    await page.context().close();
  }
}
