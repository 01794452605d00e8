import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Check, Context, Finding } from '../check.ts';
import { excerpt, runCommand } from '../command.ts';
import { gather } from '../gather.ts';
import { isEmpty, readSources } from '../source-file.ts';
import { publicPackages, type Package } from '../workspace.ts';
import { checkEdge } from './edge-bundle.ts';
import { lintPackage, lintTypes } from './linters.ts';
import { checkImportable } from './node-import.ts';
import { checkFiles, checkImports } from './published-files.ts';
import { checkManifest } from './published-manifest.ts';
import { install, installedAt, stagingOf } from './staging.ts';
import { pack, type Packed } from './tarball.ts';
import { checkWorkerSize } from './worker-size.ts';

/** What users would install, not what stands in the tree. */
export const packaging: Check = {
  name: 'packaging',
  about: 'every public package builds, packs, and is what its users need, on Node and at the edge',
  run: async (context) => {
    const sources = await readSources(context.workspace);
    const written = publicPackages(context.workspace).filter(({ folder }) => !isEmpty(folder, sources));
    const broken = await gather(written, (each) => build(context, each));
    if (broken.length > 0) return broken;
    const packed = await packAll(context, written);
    await install(context.workspace, packed);
    return gather(packed, (each) => inspect(context, each));
  },
};

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

async function inspect(context: Context, packed: Packed): Promise<Finding[]> {
  const staging = stagingOf(context.workspace);
  return [
    ...checkManifest(packed),
    ...checkFiles(packed),
    ...checkImports(packed),
    ...(await lintPackage(packed, installedAt(staging, packed))),
    ...(await lintTypes(packed)),
    ...(await checkEdge(packed, staging)),
    ...(await checkWorkerSize(packed, staging)),
    ...(await checkImportable(context, packed, staging)),
  ];
}
