import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context, Finding } from '../../check.ts';
import { excerpt, runCommand } from '../../command.ts';

const ERROR = /^(?:.*\/)?(.+?)@\d+\.ts\((\d+),\d+\): error (.+)$/;

const CONFIGURATION = {
  extends: '../../../../tsconfig.base.json',
  compilerOptions: {
    types: ['node'],
    // A snippet shows one thing; what it leaves unused is for the reader.
    noUnusedLocals: false,
    noUnusedParameters: false,
  },
  include: ['*.ts'],
};

/** Compiles the modules of a folder together. */
export async function compileSnippets(context: Context, folder: string): Promise<Finding[]> {
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(CONFIGURATION));
  const ended = await runCommand(context, { program: 'tsc', options: ['-p', folder, '--pretty', 'false'] });
  if (ended.code === 0) return [];
  const found = ended.stdout.split('\n').flatMap(readError);
  return found.length > 0 ? found : [{ where: 'snippets', problem: excerpt(ended) }];
}

function readError(line: string): Finding[] {
  const [, page, at, problem] = ERROR.exec(line) ?? [];
  if (page === undefined || at === undefined || problem === undefined) return [];
  return [{ where: `${decodeURIComponent(page)}:${at}`, problem }];
}
