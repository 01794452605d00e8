import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from '../check.ts';
import { excerpt, runCommand } from '../command.ts';

/** What runs a program. */
export interface Runtime {
  /** With its version: `node 22.23.3`. */
  readonly name: string;
  /** Absolute path of its program. */
  readonly program: string;
  /** What stands before the file it runs. */
  readonly options: readonly string[];
}

const OPTIONS: Readonly<Record<string, readonly string[]>> = { deno: ['run', '--allow-all'] };

/**
 * Finds the newest runtime of a major version (`node@22`) that is kept here, or installs it through npm.
 *
 * @throws Error when it cannot be had.
 */
export async function findRuntime(context: Context, wanted: string): Promise<Runtime> {
  const [name = ''] = wanted.split('@');
  const folder = join(context.workspace.root, 'packages', 'checks', '.cache', wanted.replace('@', '-'));
  const program = join(folder, 'node_modules', '.bin', name);
  const version = (await askVersion(context, program)) ?? (await install(context, folder, wanted, program));
  return { name: `${name} ${version}`, program, options: OPTIONS[name] ?? [] };
}

async function install(context: Context, folder: string, wanted: string, program: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  // Their install steps are what fetches the program of this platform.
  const allowScripts = { node: true, deno: true, bun: true };
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, allowScripts }));
  const options = ['install', '--no-audit', '--no-fund', wanted];
  const ended = await runCommand(context, { program: 'npm', options, in: folder });
  const version = await askVersion(context, program);
  if (version === undefined) throw new Error(`${wanted} cannot be installed: ${excerpt(ended)}`);
  return version;
}

async function askVersion(context: Context, program: string): Promise<string | undefined> {
  const ended = await runCommand(context, { program, options: ['--version'] }).catch(() => undefined);
  return ended?.code === 0 ? /\d+\.\d+\.\d+/.exec(ended.stdout)?.[0] : undefined;
}
