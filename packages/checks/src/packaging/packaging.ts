import type { Check, Context, Finding } from '../check.ts';
import { gather } from '../gather.ts';
import { buildAndPack } from './built.ts';
import { checkEdge } from './edge-bundle.ts';
import { lintPackage, lintTypes } from './linters.ts';
import { checkImportable } from './node-import.ts';
import { checkFiles, checkImports } from './published-files.ts';
import { checkManifest } from './published-manifest.ts';
import { install, installedAt, stagingOf } from './staging.ts';
import type { Packed } from './tarball.ts';
import { checkTypesCompile } from './types-compile.ts';
import { checkWorkerRuns } from './worker-run.ts';
import { checkWorkerSize } from './worker-size.ts';

/** What users would install, not what stands in the tree. */
export const packaging: Check = {
  name: 'packaging',
  about: 'every public package builds, packs, and is what its users need, on Node and at the edge',
  run: async (context) => {
    const built = await buildAndPack(context);
    if ('broken' in built) return built.broken;
    await install(context.workspace, built.packed);
    return [
      ...(await gather(built.packed, (each) => inspect(context, each))),
      ...(await checkTypesCompile(context, built.packed, stagingOf(context.workspace))),
      ...(await checkWorkerRuns(context, stagingOf(context.workspace))),
    ];
  },
};

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
