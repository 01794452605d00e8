import { glob } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import type { Check, Finding } from './check.ts';
import { excerpt, runCommand } from './command.ts';
import { gather } from './gather.ts';
import { readSources } from './source-file.ts';
import type { Workspace } from './workspace.ts';

const ERROR = /^(.+)\((\d+),\d+\): error (.+)$/;

/** Compiles every package; what a type test expects the compiler to refuse is among its files. */
export const typeCheck: Check = {
  name: 'types',
  about: 'every package and example compiles, type tests included',
  run: async (context) => {
    return gather(await projects(context.workspace), async (folder) => {
      const options = ['-p', folder, '--pretty', 'false'];
      const ended = await runCommand(context, { program: 'tsc', options });
      if (ended.code === 0) return [];
      const found = ended.stdout.split('\n').flatMap((line) => readError(line, context.workspace.root));
      return found.length > 0 ? found : [{ where: folder, problem: excerpt(ended) }];
    });
  },
};

// A package that was only laid out has nothing to compile.
async function projects(workspace: Workspace): Promise<string[]> {
  const sources = await readSources(workspace);
  const written = workspace.packages.filter(({ folder }) => sources.some((file) => file.folder === folder));
  const examples: string[] = [];
  for await (const path of glob('docs/examples/*/tsconfig.json', { cwd: workspace.root })) examples.push(dirname(path));
  return [...written.map(({ folder }) => `packages/${folder}`), ...examples.sort()];
}

/** One line of the compiler's output as a finding; lines that elaborate on it are left out. */
export function readError(line: string, root: string): Finding[] {
  const [, file, at, problem] = ERROR.exec(line) ?? [];
  if (file === undefined || at === undefined || problem === undefined) return [];
  return [{ where: `${relative(root, resolve(root, file))}:${at}`, problem }];
}
