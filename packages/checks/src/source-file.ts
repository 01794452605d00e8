import { glob, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import ts from 'typescript';
import type { Workspace } from './workspace.ts';

/** One TypeScript file of a package. */
export interface SourceFile {
  /** Relative to the repository, with forward slashes. */
  readonly path: string;
  /** The package's folder. */
  readonly folder: string;
  readonly part: 'sources' | 'tests';
  readonly text: string;
  /** Every module it imports, types included, as written. */
  readonly imports: readonly string[];
}

/** Reads every TypeScript file of every package. */
export async function readSources({ root }: Workspace): Promise<SourceFile[]> {
  const paths = await Array.fromAsync(glob('packages/*/{src,test}/**/*.ts', { cwd: root }));
  const sorted = paths.map((path) => path.replaceAll('\\', '/')).sort();
  return Promise.all(sorted.map(async (path) => sourceFile(path, await readFile(join(root, path), 'utf8'))));
}

/** A file as the rules see it. */
export function sourceFile(path: string, text: string): SourceFile {
  const [, folder = '', top] = path.split('/');
  const part = top === 'test' || path.endsWith('.test.ts') ? 'tests' : 'sources';
  const imports = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  return { path, folder, part, text, imports };
}

/** Where a relative import leads. */
export function resolveImport(from: string, specifier: string): string {
  return posix.join(posix.dirname(from), specifier);
}

/** Whether a package was laid out but not written. */
export function isEmpty(folder: string, files: readonly SourceFile[]): boolean {
  const own = files.filter((file) => file.folder === folder && file.part === 'sources');
  return own.every(({ text }) => text.trim() === '' || text.trim() === 'export {};');
}

/** The lines of a text, without the empty one after the last newline. */
export function linesOf(text: string): string[] {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}
