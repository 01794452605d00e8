import { dirname } from 'node:path';
import type { Check, Finding } from './check.ts';
import { excerpt, runCommand } from './command.ts';
import { isEmpty, readSources } from './source-file.ts';

type Names = readonly { readonly name: string }[];

interface Issues {
  readonly file: string;
  readonly dependencies?: Names;
  readonly devDependencies?: Names;
  readonly unlisted?: Names;
  readonly unresolved?: Names;
}

const PROBLEMS = {
  dependencies: 'is a dependency nothing imports',
  devDependencies: 'is a dev dependency nothing uses',
  unlisted: 'is imported and not declared',
  unresolved: 'is imported and cannot be found',
} as const;

/** What is imported is declared, and the other way round. */
export const dependencies: Check = {
  name: 'dependencies',
  about: 'every dependency is declared, used and found',
  run: async (context) => {
    const kinds = Object.keys(PROBLEMS).filter((kind) => kind !== 'devDependencies');
    const options = ['--include', kinds.join(','), '--reporter', 'json', '--no-progress'];
    const ended = await runCommand(context, { program: 'knip', options });
    if (ended.code > 1) return [{ where: 'knip', problem: excerpt(ended) }];
    const { issues } = JSON.parse(ended.stdout) as { issues: readonly Issues[] };
    const sources = await readSources(context.workspace);
    // A package that was only laid out does not use its dependencies yet.
    const empty = context.workspace.packages.filter(({ folder }) => isEmpty(folder, sources));
    const manifests = empty.map(({ folder }) => `packages/${folder}`);
    return issues.filter(({ file }) => !manifests.includes(dirname(file))).flatMap(toFindings);
  },
};

function toFindings(issues: Issues): Finding[] {
  return (['dependencies', 'devDependencies', 'unlisted', 'unresolved'] as const).flatMap((kind) =>
    (issues[kind] ?? []).map(({ name }) => ({ where: issues.file, problem: `${name} ${PROBLEMS[kind]}` })),
  );
}
