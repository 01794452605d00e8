import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Workspace } from '../workspace.ts';

/** A page people read. */
export interface Page {
  /** Relative to the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

const PAGES = ['*.md', 'docs/**/*.md', 'packages/*/README.md'];
const EXCLUDED = ['docs/reference/**', '**/node_modules/**'];

/** Every page written by hand. */
export async function readPages({ root }: Workspace): Promise<Page[]> {
  const paths = await Array.fromAsync(glob(PAGES, { cwd: root, exclude: EXCLUDED }));
  const sorted = paths.map((path) => path.replaceAll('\\', '/')).sort();
  return Promise.all(sorted.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })));
}
