import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context, Finding } from '../check.ts';
import { excerpt, runCommand } from '../command.ts';
import { countLines, readFirstProgram, switchAcquirer, type FirstProgram } from './first-program.ts';
import { createProject, writeProgram, type Project } from './project.ts';
import type { Registry } from './registry.ts';
import type { Runtime } from './runtime.ts';

/** Pages whose first program a stranger follows. */
export const PAGES: readonly string[] = [
  'README.md',
  'packages/dana-direct/README.md',
  'packages/doku-dana/README.md',
  'packages/faspay-dana/README.md',
];

const MAX_LINES = 25;

/** A program that was followed, and what came of it. */
export interface Followed {
  readonly page: string;
  readonly runtime: string;
  readonly said: string;
  readonly findings: readonly Finding[];
}

/** Follows a page in a fresh project, on each runtime: installs, pays, and pays again at another acquirer where it is offered. */
export async function followPage(
  context: Context,
  registry: Registry,
  page: string,
  runtimes: readonly Runtime[],
): Promise<Followed[]> {
  const program = readFirstProgram(await readFile(join(context.workspace.root, page), 'utf8'));
  const project = await createProject(context, registry, program.packages);
  try {
    const followed: Followed[] = [];
    for (const runtime of runtimes) followed.push(await follow(context, { page, program, project, runtime }));
    return followed;
  } finally {
    await project.remove();
  }
}

interface Trial {
  readonly page: string;
  readonly program: FirstProgram;
  readonly project: Project;
  readonly runtime: Runtime;
}

async function follow(context: Context, { page, program, project, runtime }: Trial): Promise<Followed> {
  const other = switchAcquirer(program);
  const programs = other === undefined ? [program] : [program, other];
  const said: string[] = [];
  const findings: Finding[] = [];
  const lines = countLines(program.code);
  if (lines > MAX_LINES) findings.push({ where: page, problem: `takes ${lines} lines to pay: at most ${MAX_LINES}` });
  for (const { code, prints } of programs) {
    await writeProgram(project, 'shop.ts', code);
    const ended = await runCommand(context, {
      program: runtime.program,
      options: [...runtime.options, 'shop.ts'],
      in: project.folder,
    });
    said.push(ended.stdout.trim());
    if (ended.code !== 0 || ended.stdout.trim() !== prints)
      findings.push({
        where: page,
        problem: `should print "${prints}" on ${runtime.name}: ${excerpt(ended, 12)}`,
      });
  }
  return { page, runtime: runtime.name, said: said.join('; '), findings };
}
