import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Manifest } from './manifest.ts';

/** One package of the workspace. */
export interface Package {
  /** Its name in `packages/`. */
  readonly folder: string;
  /** Absolute path. */
  readonly path: string;
  readonly manifest: Manifest;
}

/** The repository. */
export interface Workspace {
  /** Absolute path. */
  readonly root: string;
  readonly packages: readonly Package[];
}

/** Where the repository stands. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url)).replace(/[\\/]$/, '');

/** Reads the workspace. */
export async function loadWorkspace(root: string = ROOT): Promise<Workspace> {
  const folders = await readdir(join(root, 'packages'));
  const packages = await Promise.all(folders.sort().map((folder) => loadPackage(root, folder)));
  return { root, packages: packages.filter((found) => found !== undefined) };
}

/** The packages that are published. */
export function publicPackages(workspace: Workspace): Package[] {
  return workspace.packages.filter(({ manifest }) => manifest.private !== true);
}

async function loadPackage(root: string, folder: string): Promise<Package | undefined> {
  const path = join(root, 'packages', folder);
  const files = await readdir(path);
  if (!files.includes('package.json')) return undefined;
  const manifest = JSON.parse(await readFile(join(path, 'package.json'), 'utf8')) as Manifest;
  return { folder, path, manifest };
}
