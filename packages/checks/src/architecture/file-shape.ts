import { basename } from 'node:path';
import type { Finding } from '../check.ts';
import { pathsOf, type Manifest } from '../manifest.ts';
import { linesOf } from '../source-file.ts';
import type { ArchitectureRule } from './model.ts';

const MAX_LINES = 200;
const KEBAB = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9-]+)*\.ts$/;
const VAGUE = /^(?:utils?|helpers?|common|misc|shared|types|constants|functions|base|manager)\.ts$/;

/** Files are short enough to be read at once. */
export const fileLength: ArchitectureRule = ({ files }) =>
  files
    .map(({ path, text }) => ({ path, count: linesOf(text).length }))
    .filter(({ count }) => count > MAX_LINES)
    .map(({ path, count }) => ({ where: path, problem: `has ${count} lines: split it by reason to change` }));

/** A file is named after what it holds, and an index stands only where users import from. */
export const fileNames: ArchitectureRule = ({ packages, files }) => [
  ...files.flatMap(({ path }) => nameProblem(path)),
  ...packages.flatMap(({ folder, manifest }) => {
    const entries = entriesOf(manifest).map((entry) => `packages/${folder}/${entry}`);
    return files
      .filter((file) => file.folder === folder && basename(file.path) === 'index.ts' && !entries.includes(file.path))
      .map(({ path }) => ({ where: path, problem: 'is an index nobody outside imports: import the files' }));
  }),
];

function nameProblem(path: string): Finding[] {
  const name = basename(path);
  if (VAGUE.test(name)) return [{ where: path, problem: 'is named after nothing: name what it holds' }];
  return KEBAB.test(name) ? [] : [{ where: path, problem: 'is not in kebab-case' }];
}

function entriesOf(manifest: Manifest): string[] {
  return pathsOf(manifest.exports ?? {}).map((path) => path.replace('./', ''));
}
