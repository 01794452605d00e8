import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../check.ts';
import { excerpt, runCommand } from '../command.ts';

/** One Node. */
export interface NodeVersion {
  /** As it calls itself: `v22.23.3`. */
  readonly version: string;
  /** Absolute path of its program. */
  readonly program: string;
}

/**
 * Finds the newest Node of a major version that is kept here, or installs it through npm.
 *
 * @throws Error when it cannot be had.
 */
export async function findNode(context: Context, major: string): Promise<NodeVersion> {
  const folder = join(context.workspace.root, 'packages', 'checks', '.cache', `node-${major}`);
  const program = join(folder, 'node_modules', 'node', 'bin', 'node');
  const kept = await askVersion(context, program);
  if (kept !== undefined) return { version: kept, program };
  await mkdir(folder, { recursive: true });
  // Its install step is what fetches the program of this platform.
  await writeFile(join(folder, 'package.json'), '{ "private": true, "allowScripts": { "node": true } }\n');
  const options = ['install', '--no-audit', '--no-fund', `node@${major}`];
  const ended = await runCommand(context, { program: 'npm', options, in: folder });
  const version = await askVersion(context, program);
  if (version === undefined) throw new Error(`Node ${major} cannot be installed: ${excerpt(ended)}`);
  return { version, program };
}

async function askVersion(context: Context, program: string): Promise<string | undefined> {
  const ended = await runCommand(context, { program, options: ['--version'] }).catch(() => undefined);
  return ended?.code === 0 ? ended.stdout.trim() : undefined;
}
