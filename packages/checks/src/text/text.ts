import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check } from '../check.ts';
import { excerpt, runCommand } from '../command.ts';
import { findText } from './rules.ts';

const PROSE_AND_CODE = /\.(?:[cm]?[jt]s|json|md|ya?ml|html|css|sh|mmd)$|\/\.ci\/|^\.ci\//;
const GENERATED = /(?:^|\/)pnpm-lock\.yaml$/;

/** Words that do not belong in a repository. */
export const text: Check = {
  name: 'text',
  about: 'no machine paths, no gate switched off, no unfinished work without a link',
  run: async (context) => {
    const options = ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'];
    const ended = await runCommand(context, { program: 'git', options });
    if (ended.code !== 0) return [{ where: 'git', problem: excerpt(ended) }];
    const files = ended.stdout.split('\n').filter((path) => PROSE_AND_CODE.test(path) && !GENERATED.test(path));
    const findings = await Promise.all(
      files.map(async (path) => findText(path, await readText(join(context.workspace.root, path)))),
    );
    return findings.flat();
  },
};

// A file that was deleted and not yet committed is still listed.
async function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}
