import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SiteFinding } from './find-dead-links.ts';

/** Where the list for programs that read documentation is. */
const LIST = '/llms.txt';

/** What that list of a built site leaves out, or names although it is not there. */
export async function findUnlisted(folder: string): Promise<SiteFinding[]> {
  const list = await readFile(join(folder, LIST), 'utf8').catch(() => undefined);
  if (list === undefined) return [{ where: LIST, problem: 'is missing' }];
  const listed = new Set([...list.matchAll(/\]\(([^)]+)\)/g)].map(([, path]) => path));
  const files = await Array.fromAsync(glob('**/*.md', { cwd: folder }));
  const there = new Set(files.map((file) => `/${file.replaceAll('\\', '/')}`));
  const pages = [...there].filter((path) => /^\/(?:guide|acquirers)\//.test(path));
  return [
    ...pages.filter((path) => !listed.has(path)).map((path) => ({ where: LIST, problem: `does not list ${path}` })),
    ...[...listed].flatMap((path) =>
      path === undefined || there.has(path) ? [] : [{ where: LIST, problem: `lists ${path}, which is not there` }],
    ),
  ];
}
