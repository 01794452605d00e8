import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context, Finding } from '../check.ts';
import { excerpt, runCommand } from '../command.ts';
import { countLines, readFirstProgram, switchAcquirer, type FirstProgram } from './first-program.ts';
import type { NodeVersion } from './node-version.ts';
import { createProject, writeProgram, type Project } from './project.ts';
import type { Registry } from './registry.ts';

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
  readonly node: string;
  readonly said: string;
  readonly findings: readonly Finding[];
}

/** Follows a page in a fresh project, on each Node: installs, pays, and pays again at another acquirer where it is offered. */
export async function followPage(
  context: Context,
  registry: Registry,
  page: string,
  nodes: readonly NodeVersion[],
): Promise<Followed[]> {
  const program = readFirstProgram(await readFile(join(context.workspace.root, page), 'utf8'));
  const project = await createProject(context, registry, program.packages);
  try {
    const followed: Followed[] = [];
    for (const node of nodes) followed.push(await follow(context, { page, program, project, node }));
    return followed;
  } finally {
    await project.remove();
  }
}

interface Trial {
  readonly page: string;
  readonly program: FirstProgram;
  readonly project: Project;
  readonly node: NodeVersion;
}

async function follow(context: Context, { page, program, project, node }: Trial): Promise<Followed> {
  const other = switchAcquirer(program);
  const programs = other === undefined ? [program] : [program, other];
  const said: string[] = [];
  const findings: Finding[] = [];
  const lines = countLines(program.code);
  if (lines > MAX_LINES) findings.push({ where: page, problem: `takes ${lines} lines to pay: at most ${MAX_LINES}` });
  for (const { code, prints } of programs) {
    await writeProgram(project, 'shop.ts', code);
    const ended = await runCommand(context, { program: node.program, options: ['shop.ts'], in: project.folder });
    said.push(ended.stdout.trim());
    if (ended.code !== 0 || ended.stdout.trim() !== prints)
      findings.push({
        where: page,
        problem: `should print "${prints}" on Node ${node.version}: ${excerpt(ended, 12)}`,
      });
  }
  return { page, node: node.version, said: said.join('; '), findings };
}
