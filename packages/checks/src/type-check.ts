import { relative } from 'node:path';
import type { Check, Finding } from './check.ts';
import { excerpt, runCommand } from './command.ts';
import { gather } from './gather.ts';

const ERROR = /^(.+)\((\d+),\d+\): error (.+)$/;

/** Compiles every package; what a type test expects the compiler to refuse is among its files. */
export const typeCheck: Check = {
  name: 'types',
  about: 'every package compiles, its type tests included',
  run: (context) => {
    const compiled = context.workspace.packages.filter(({ tsconfig }) => tsconfig);
    return gather(compiled, async ({ path, folder }) => {
      const options = ['-p', path, '--pretty', 'false'];
      const ended = await runCommand(context, { program: 'tsc', options });
      if (ended.code === 0) return [];
      const found = ended.stdout.split('\n').flatMap((line) => readError(line, context.workspace.root));
      return found.length > 0 ? found : [{ where: `packages/${folder}`, problem: excerpt(ended) }];
    });
  },
};

/** One line of the compiler's output as a finding; lines that elaborate on it are left out. */
export function readError(line: string, root: string): Finding[] {
  const [, file, at, problem] = ERROR.exec(line) ?? [];
  if (file === undefined || at === undefined || problem === undefined) return [];
  return [{ where: `${relative(root, file) || file}:${at}`, problem }];
}
