import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context, Finding } from '../check.ts';
import { excerpt, runCommand } from '../command.ts';

const TESTS = 'packages/worker-tests';

/** Runs the tests of a worker once more, in workerd itself, over the installed packages instead of the sources. */
export async function checkWorkerRuns(context: Context, staging: string): Promise<Finding[]> {
  const place = join(staging, 'worker');
  // Where a file stands decides which packages it imports.
  await cp(join(context.workspace.root, TESTS, 'src'), place, { recursive: true });
  const ended = await runCommand(context, {
    program: 'vitest',
    options: ['run', '--config', 'vitest.workspace.ts', '--project', 'node', '--reporter', 'dot', TESTS],
    env: { BAYAR_WORKER: join(place, 'worker.ts') },
  });
  if (ended.code === 0) return [];
  return [{ where: TESTS, problem: `does not pass in workerd over the packed packages: ${excerpt(ended)}` }];
}
