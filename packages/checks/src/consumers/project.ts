import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { glob } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../check.ts';
import { excerpt, runCommand } from '../command.ts';
import type { Registry } from './registry.ts';

/** A fresh project of a stranger, outside the repository. */
export interface Project {
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

/**
 * Makes a project and installs packages in it, ours from the registry on this machine and the others from where npm
 * finds them.
 *
 * @throws Error when npm fails.
 */
export async function createProject(
  context: Context,
  registry: Registry,
  packages: readonly string[],
): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'bayar-consumer-'));
  await writeFile(join(folder, 'package.json'), '{ "name": "shop", "private": true, "type": "module" }\n');
  await writeFile(join(folder, '.npmrc'), `@bayar:registry=${registry.url}\n`);
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const options = ['install', '--no-audit', '--no-fund', '--prefer-offline', ...packages];
  const ended = await runCommand(context, { program: 'npm', options, in: folder });
  if (ended.code === 0) return { folder, remove };
  await remove();
  throw new Error(`npm install ${packages.join(' ')} failed: ${excerpt(ended)}`);
}

/** What a project's packages take. */
export interface Installed {
  readonly names: readonly string[];
  readonly files: number;
  readonly bytes: number;
}

/** Counts what was installed, in files of apparent size. */
export async function weighProject({ folder }: Project): Promise<Installed> {
  const lock = JSON.parse(await readFile(join(folder, 'node_modules', '.package-lock.json'), 'utf8')) as {
    packages: Record<string, unknown>;
  };
  const names = Object.keys(lock.packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13));
  let files = 0;
  let bytes = 0;
  for await (const entry of glob('node_modules/*/**', { cwd: folder, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    files += 1;
    bytes += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return { names, files, bytes };
}

/** Writes a file of the project. */
export async function writeProgram({ folder }: Project, name: string, text: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, name), text);
}
