import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Check, Context, Finding } from '../check.ts';
import { excerpt, runCommand } from '../command.ts';
import { gather } from '../gather.ts';
import { publicPackages } from '../workspace.ts';
import { checkEdge } from './edge-bundle.ts';
import { lintPackage, lintTypes } from './linters.ts';
import { checkImportable } from './node-import.ts';
import { checkFiles, checkImports } from './published-files.ts';
import { checkManifest } from './published-manifest.ts';
import { install, installedAt, stagingOf } from './staging.ts';
import { pack, type Packed } from './tarball.ts';

/** What users would install, not what stands in the tree. */
export const packaging: Check = {
  name: 'packaging',
  about: 'every public package builds, packs, and is what its users need, on Node and at the edge',
  run: async (context) => {
    const built = await build(context);
    if (built.length > 0) return built;
    const packed = await packAll(context);
    await install(context.workspace, packed);
    return gather(packed, (each) => inspect(context, each));
  },
};

async function build(context: Context): Promise<Finding[]> {
  const options = ['--recursive', '--no-sort', '--workspace-concurrency=2', '--if-present', 'run', 'build'];
  const ended = await runCommand(context, { program: 'pnpm', options });
  return ended.code === 0 ? [] : [{ where: 'build', problem: excerpt(ended, 80) }];
}

async function packAll(context: Context): Promise<Packed[]> {
  const destination = await mkdtemp(join(tmpdir(), 'bayar-'));
  try {
    return await gather(publicPackages(context.workspace), async (each) => [await pack(context, each, destination)]);
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
    ...(await checkImportable(context, packed, staging)),
  ];
}
