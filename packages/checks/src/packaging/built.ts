import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context, Finding } from '../check.ts';
import { excerpt, runCommand } from '../command.ts';
import { gather } from '../gather.ts';
import { isEmpty, readSources } from '../source-file.ts';
import { publicPackages, type Package } from '../workspace.ts';
import { pack, type Packed } from './tarball.ts';

/** Every public package as it would be published, or what could not be built. */
export type Built = { readonly packed: readonly Packed[] } | { readonly broken: readonly Finding[] };

/** Builds and packs every public package. */
export async function buildAndPack(context: Context): Promise<Built> {
  const sources = await readSources(context.workspace);
  const written = publicPackages(context.workspace).filter(({ folder }) => !isEmpty(folder, sources));
  const broken = await gather(written, (each) => build(context, each));
  return broken.length > 0 ? { broken } : { packed: await packAll(context, written) };
}

async function build(context: Context, { folder, path }: Package): Promise<Finding[]> {
  const ended = await runCommand(context, { program: 'tsdown', in: path });
  return ended.code === 0 ? [] : [{ where: `packages/${folder}`, problem: `does not build: ${excerpt(ended)}` }];
}

async function packAll(context: Context, packages: readonly Package[]): Promise<Packed[]> {
  const destination = await mkdtemp(join(tmpdir(), 'bayar-'));
  try {
    return await gather(packages, async (each) => [await pack(context, each, destination)]);
  } finally {
    await rm(destination, { recursive: true, force: true });
  }
}
