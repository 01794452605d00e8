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
  const chunks = await bundleEverything(tarball, staging);
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

function bundleEverything({ folder, manifest }: Tarball, staging: string): Promise<OutputChunk[]> {
  const subpaths = Object.keys(manifest.exports ?? {}).filter((subpath) => !subpath.endsWith('.json'));
  const names = subpaths.map((subpath) => manifest.name + subpath.slice(1));
  const program = names.map((name) => `import ${JSON.stringify(name)};\n`).join('');
  // Everything reachable counts, used or not.
  return bundleForEdge(program, join(staging, `edge-${folder}.js`), 'everything');
}

/** Bundles a program as a worker's build would; `shaken` without what it does not use, and minified. */
export async function bundleForEdge(
  program: string,
  entry: string,
  what: 'everything' | 'shaken',
): Promise<OutputChunk[]> {
  const shaken = what === 'shaken';
  await writeFile(entry, program);
  const bundling = await rolldown({
    input: entry,
    platform: 'neutral',
    resolve: { conditionNames: EDGE, mainFields: ['browser', 'module', 'main'] },
    treeshake: shaken,
    onLog: () => undefined,
  });
  const { output } = await bundling.generate({ format: 'esm', minify: shaken, comments: !shaken });
  await bundling.close();
  return output.filter((part) => part.type === 'chunk');
}
