import type { Context, Finding } from '../check.ts';
import { excerpt, runCommand } from '../command.ts';
import type { Tarball } from './tarball.ts';

/** Imports everything an installed package exports, on Node: it loads, and says nothing while it does. */
export async function checkImportable(context: Context, tarball: Tarball, staging: string): Promise<Finding[]> {
  const subpaths = Object.keys(tarball.manifest.exports ?? {}).filter((subpath) => !subpath.endsWith('.json'));
  const program = subpaths.map((subpath) => `await import('${tarball.manifest.name}${subpath.slice(1)}');`).join('');
  const options = ['--input-type=module', '--eval', program];
  const ended = await runCommand(context, { program: 'node', options, in: staging });
  if (ended.code === 0 && ended.stdout === '' && ended.stderr === '') return [];
  return [{ where: `packages/${tarball.folder}`, problem: `does not import in silence: ${excerpt(ended, 12)}` }];
}
