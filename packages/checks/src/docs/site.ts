import type { Context, Finding } from '../check.ts';
import { excerpt, runCommand, type Ended } from '../command.ts';

const DEAD = /Found dead link .*/g;
const WARNED = /^\(!\) .*/gm;
const BROWSER = ['--conditions=@bayar/source', 'packages/browser-tests/src/site/main.ts'];

/** Builds the site over the reference that was just written, and opens each of its pages in a browser. */
export async function checkSite(context: Context): Promise<Finding[]> {
  const built = findUnbuilt(await runCommand(context, { program: 'vitepress', options: ['build', 'docs'] }));
  if (built.length > 0) return built;
  const ended = await runCommand(context, { program: 'node', options: BROWSER });
  if (ended.code !== 0) return [{ where: 'site', problem: excerpt(ended) }];
  const found = JSON.parse(ended.stdout) as Finding[];
  return found.map(({ where, problem }) => ({ where: `site ${where}`, problem }));
}

function findUnbuilt({ code, stdout, stderr }: Ended): Finding[] {
  const said = `${stdout}\n${stderr}`;
  const complaints = said.match(code === 0 ? WARNED : DEAD) ?? [];
  const failure = said.trim().split('\n').slice(-3).join(' ');
  const problems = code === 0 || complaints.length > 0 ? complaints : [failure];
  return problems.map((problem) => ({ where: 'site', problem }));
}
