import { writeFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { rolldown, type OutputChunk } from 'rolldown';
import { arrowsOf } from '../architecture/arrows.ts';
import type { Finding } from '../check.ts';
import type { Tarball } from './tarball.ts';

const EDGE = ['workerd', 'worker', 'browser', 'import', 'default'];
const MD5_PACKAGE = 'faspay-dana';

/** Bundles an installed package for an edge runtime and looks at what came along. */
export async function checkEdge(tarball: Tarball, staging: string): Promise<Finding[]> {
  if (arrowsOf(tarball.folder).node) return [];
  const chunks = await bundle(tarball, staging);
  const left = [...new Set(chunks.flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports]))];
  const files = chunks.map(({ fileName }) => fileName);
  const outside = left.filter((specifier) => !files.includes(specifier));
  const modules = chunks.flatMap(({ moduleIds }) => moduleIds);
  const problems = [
    ...outside.map((specifier) =>
      isBuiltin(specifier)
        ? `reaches ${specifier} at the edge`
        : `imports ${specifier}, which does not resolve at the edge`,
    ),
    ...(tarball.folder !== MD5_PACKAGE && modules.some((id) => id.includes('crypto-js'))
      ? ['brings crypto-js along']
      : []),
  ];
  return problems.map((problem) => ({ where: `packages/${tarball.folder}`, problem }));
}

async function bundle({ folder, manifest }: Tarball, staging: string): Promise<OutputChunk[]> {
  const subpaths = Object.keys(manifest.exports ?? {}).filter((subpath) => !subpath.endsWith('.json'));
  const entry = join(staging, `edge-${folder}.js`);
  const names = subpaths.map((subpath) => manifest.name + subpath.slice(1));
  await writeFile(entry, names.map((name) => `import ${JSON.stringify(name)};\n`).join(''));
  const bundling = await rolldown({
    input: entry,
    platform: 'neutral',
    resolve: { conditionNames: EDGE, mainFields: ['browser', 'module', 'main'] },
    // Everything reachable counts, used or not.
    treeshake: false,
    onLog: () => undefined,
  });
  const { output } = await bundling.generate({ format: 'esm' });
  await bundling.close();
  return output.filter((part) => part.type === 'chunk');
}
