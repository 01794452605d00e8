import type { Check } from './check.ts';
import { excerpt, runCommand } from './command.ts';

/** Prettier's taste, everywhere. */
export const format: Check = {
  name: 'format',
  about: 'every file is as Prettier writes it',
  run: async (context) => {
    const ended = await runCommand(context, { program: 'prettier', options: ['--list-different', '.'] });
    const files = ended.stdout.split('\n').filter((line) => line !== '');
    if (ended.code === 0) return [];
    if (ended.code > 1) return [{ where: 'prettier', problem: excerpt(ended) }];
    return files.map((where) => ({ where, problem: 'is not formatted: pnpm format' }));
  },
};
