import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context, Finding } from '../check.ts';
import { excerpt, runCommand } from '../command.ts';
import { publicModules } from '../manifest.ts';
import { publicPackages, type Workspace } from '../workspace.ts';
import { readSnippets } from './snippet.ts';

const PAGES = ['*.md', 'docs/**/*.md', 'packages/*/README.md'];
const EXCLUDED = ['docs/reference/**', '**/node_modules/**'];
const ERROR = /^(?:.*\/)?(.+?)@\d+\.ts\((\d+),\d+\): error (.+)$/;

/** Compiles every TypeScript snippet of every page, against the sources. */
export async function checkSnippets(context: Context): Promise<Finding[]> {
  const folder = join(context.workspace.root, 'packages', 'checks', '.cache', 'snippets');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  if ((await extract(context.workspace, folder)) === 0) return [];
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(configuration(context.workspace)));
  const ended = await runCommand(context, { program: 'tsc', options: ['-p', folder, '--pretty', 'false'] });
  if (ended.code === 0) return [];
  const found = ended.stdout.split('\n').flatMap(readError);
  return found.length > 0 ? found : [{ where: 'snippets', problem: excerpt(ended) }];
}

async function extract({ root }: Workspace, folder: string): Promise<number> {
  let count = 0;
  for await (const page of glob(PAGES, { cwd: root, exclude: EXCLUDED })) {
    for (const { line, code } of readSnippets(await readFile(join(root, page), 'utf8'))) {
      await writeFile(join(folder, `${encodeURIComponent(page)}@${line}.ts`), code);
      count += 1;
    }
  }
  return count;
}

function configuration(workspace: Workspace): object {
  const entries = publicPackages(workspace).flatMap(({ folder, manifest }) =>
    Object.entries(publicModules(manifest)).map(([subpath, module]): [string, string[]] => [
      manifest.name + subpath.slice(1),
      [`../../../${folder}/src/${module}.ts`],
    ]),
  );
  return {
    extends: '../../../../tsconfig.base.json',
    compilerOptions: {
      types: ['node'],
      paths: Object.fromEntries(entries),
      // A snippet shows one thing; what it leaves unused is for the reader.
      noUnusedLocals: false,
      noUnusedParameters: false,
    },
    include: ['*.ts'],
  };
}

function readError(line: string): Finding[] {
  const [, page, at, problem] = ERROR.exec(line) ?? [];
  if (page === undefined || at === undefined || problem === undefined) return [];
  return [{ where: `${decodeURIComponent(page)}:${at}`, problem }];
}
