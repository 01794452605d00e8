import { relative } from 'node:path';
import type { Check, Finding } from '../check.ts';
import { excerpt, runCommand } from '../command.ts';

interface LintedFile {
  readonly filePath: string;
  readonly messages: readonly { readonly line?: number; readonly ruleId: string | null; readonly message: string }[];
}

/** ESLint over the whole repository. */
export const lint: Check = {
  name: 'lint',
  about: 'ESLint finds nothing, and nothing is switched off in place',
  run: async (context) => {
    const options = ['.', '--format', 'json', '--max-warnings', '0'];
    const ended = await runCommand(context, { program: 'eslint', options });
    if (ended.code === 0) return [];
    if (ended.code > 1) return [{ where: 'eslint', problem: excerpt(ended) }];
    const files = JSON.parse(ended.stdout) as readonly LintedFile[];
    return files.flatMap((file) => toFindings(file, context.workspace.root));
  },
};

function toFindings({ filePath, messages }: LintedFile, root: string): Finding[] {
  return messages.map(({ line = 1, ruleId, message }) => ({
    where: `${relative(root, filePath)}:${line}`,
    problem: `${message.split('\n')[0] ?? ''} (${ruleId ?? 'parser'})`,
  }));
}
