import type { Context, Finding } from '../check.ts';
import { runCommand } from '../command.ts';

const DEAD = /Found dead link .*/g;

/** Builds the site over the reference that was just written: a dead link is a finding. */
export async function checkSite(context: Context): Promise<Finding[]> {
  const ended = await runCommand(context, { program: 'vitepress', options: ['build', 'docs'] });
  if (ended.code === 0) return [];
  const said = `${ended.stdout}\n${ended.stderr}`;
  const dead = said.match(DEAD) ?? [said.trim().split('\n').slice(-3).join(' ')];
  return dead.map((problem) => ({ where: 'site', problem }));
}
