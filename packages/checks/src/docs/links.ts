import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import GithubSlugger from 'github-slugger';
import markdownIt, { type Token } from 'markdown-it';
import type { Context, Finding } from '../check.ts';
import { readPages, type Page } from './pages.ts';

/** Links to the repository itself are followed in this clone. */
const REPOSITORY = /^https:\/\/github\.com\/bayar-js\/bayar(?:\/(?:blob|tree)\/main)?(?:\/|(?=#)|$)/;
const FOREIGN = /^[a-z][a-z+.-]*:/i;

const markdown = markdownIt({ html: true });

/** Every link of every page, as the repository shows it, leads to a file and a heading that are there. */
export async function checkLinks({ workspace }: Context): Promise<Finding[]> {
  const pages = await readPages(workspace);
  return findDeadLinks(pages, (path) => existsSync(join(workspace.root, path)));
}

/** What is wrong with the links of some pages, given what stands in the repository. */
export function findDeadLinks(pages: readonly Page[], stands: (path: string) => boolean): Finding[] {
  const headings = new Map(pages.map(({ path, text }) => [path, headingsOf(text)]));
  return pages.flatMap(({ path, text }) =>
    linksOf(text).flatMap(({ target, line }) => {
      const problem = problemOf(target, path, headings, stands);
      return problem === undefined ? [] : [{ where: `${path}:${line}`, problem: `links to ${target}, ${problem}` }];
    }),
  );
}

type Headings = ReadonlyMap<string, ReadonlySet<string>>;

function problemOf(
  target: string,
  from: string,
  headings: Headings,
  stands: (path: string) => boolean,
): string | undefined {
  const { path, heading } = placeOf(target, from);
  if (path === undefined)
    return target.startsWith('https://') && URL.canParse(target) ? undefined : 'which is not https';
  if (path !== '' && !stands(path)) return 'which is not there';
  const known = headings.get(path === '' ? 'README.md' : path);
  return heading === undefined || known?.has(heading) !== false ? undefined : 'a heading that is not there';
}

/** Where in the repository a link leads, without a slash at either end; the empty path is the repository itself. */
function placeOf(target: string, from: string): { readonly path?: string; readonly heading?: string | undefined } {
  const inside = target.replace(REPOSITORY, '/');
  if (FOREIGN.test(inside)) return {};
  const [file = '', heading] = inside.split('#');
  if (file === '') return { path: from, heading };
  const whole = file.startsWith('/') ? file : `/${posix.join(posix.dirname(from), file)}`;
  return { path: decodeURI(posix.normalize(whole)).replaceAll(/^\/|\/$/g, ''), heading };
}

interface Link {
  readonly target: string;
  readonly line: number;
}

function linksOf(text: string): Link[] {
  return markdown.parse(text, {}).flatMap(({ children, map }) =>
    (children ?? []).flatMap((token) => {
      const target = token.attrGet('href') ?? token.attrGet('src');
      return target === null ? [] : [{ target, line: (map?.[0] ?? 0) + 1 }];
    }),
  );
}

function headingsOf(text: string): ReadonlySet<string> {
  const slugger = new GithubSlugger();
  const tokens = markdown.parse(text, {});
  const titles = tokens.filter((_, index) => tokens[index - 1]?.type === 'heading_open');
  return new Set(titles.map((title) => slugger.slug(textOf(title))));
}

function textOf({ children }: Token): string {
  return (children ?? []).map(({ content }) => content).join('');
}
