import { mkdir, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Workspace } from '../workspace.ts';
import type { Tarball } from './tarball.ts';

/** A project in which the tarballs are installed. Git, formatter and linter pass over `.cache`. */
export function stagingOf({ root }: Workspace): string {
  return join(root, 'packages', 'checks', '.cache', 'packed');
}

/** Where a package is installed. */
export function installedAt(staging: string, { manifest }: Tarball): string {
  return join(staging, 'node_modules', manifest.name);
}

/** Installs tarballs, with what they depend on linked from the workspace: nothing is downloaded. */
export async function install(workspace: Workspace, tarballs: readonly Tarball[]): Promise<void> {
  const staging = stagingOf(workspace);
  await rm(staging, { recursive: true, force: true });
  await mkdir(join(staging, 'node_modules'), { recursive: true });
  await writeFile(join(staging, 'package.json'), '{ "private": true, "type": "module" }\n');
  const ours = tarballs.map(({ manifest }) => manifest.name);
  for (const tarball of tarballs) {
    await unpack(tarball, installedAt(staging, tarball));
    const parties = Object.keys({ ...tarball.manifest.dependencies, ...tarball.manifest.peerDependencies }).filter(
      (name) => !ours.includes(name),
    );
    for (const party of parties) await link(join(workspace.root, 'packages', tarball.folder), party, staging);
  }
}

async function unpack({ files }: Tarball, into: string): Promise<void> {
  for (const [path, text] of files) {
    await mkdir(dirname(join(into, path)), { recursive: true });
    await writeFile(join(into, path), text);
  }
}

async function link(from: string, party: string, staging: string): Promise<void> {
  const place = join(staging, 'node_modules', party);
  await mkdir(dirname(place), { recursive: true });
  await rm(place, { force: true });
  await symlink(await realpath(join(from, 'node_modules', party)), place, 'dir');
}
