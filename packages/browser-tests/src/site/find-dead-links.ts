import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { VisitedPage } from './visit-page.ts';

/** One thing that is wrong, and on which page. */
export interface SiteFinding {
  readonly where: string;
  readonly problem: string;
}

/** Where links may lead. */
export interface Whereabouts {
  readonly origin: string;
  /** The built site. */
  readonly folder: string;
  /** The repository its links to sources name, and where that stands here. */
  readonly repository: { readonly url: string; readonly root: string };
}

/** Every link that leads nowhere, and every page no other one leads to. What is outside is not asked, only read. */
export function findDeadLinks(pages: readonly VisitedPage[], whereabouts: Whereabouts): SiteFinding[] {
  const known = new Map(pages.map((page) => [page.path, new Set(page.ids)]));
  const reached = new Set(['/']);
  const dead = pages.flatMap(({ path, links }) =>
    [...new Set(links)].flatMap((link) => {
      const problem = problemOf(link, known, whereabouts);
      const target = pathOf(link, whereabouts.origin);
      if (target !== undefined && target !== path) reached.add(target);
      return problem === undefined ? [] : [{ where: path, problem: `links to ${link}, ${problem}` }];
    }),
  );
  const lost = [...known.keys()].filter((path) => !reached.has(path));
  return [...dead, ...lost.map((where) => ({ where, problem: 'is a page no other page leads to' }))];
}

function problemOf(
  link: string,
  known: ReadonlyMap<string, ReadonlySet<string>>,
  { origin, folder, repository }: Whereabouts,
): string | undefined {
  if (!URL.canParse(link)) return 'which is no address';
  const { protocol, hostname, hash } = new URL(link);
  const path = pathOf(link, origin);
  if (path === undefined) {
    if (protocol !== 'https:' || !hostname.includes('.')) return 'which is not https';
    return isInRepository(link, repository) ? undefined : 'which is not in the repository';
  }
  const ids = known.get(path);
  if (ids === undefined) return existsSync(join(folder, path)) ? undefined : 'which is not there';
  return hash === '' || ids.has(decodeURIComponent(hash.slice(1))) ? undefined : 'which the page does not have';
}

function pathOf(link: string, origin: string): string | undefined {
  return URL.canParse(link) && new URL(link).origin === origin ? decodeURI(new URL(link).pathname) : undefined;
}

function isInRepository(link: string, { url, root }: Whereabouts['repository']): boolean {
  const [, path] = /^\/(?:blob|tree)\/main\/([^#?]+)/.exec(link.startsWith(url) ? link.slice(url.length) : '') ?? [];
  return path === undefined || existsSync(join(root, decodeURI(path)));
}
