import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Context, Finding } from '../check.ts';
import { excerpt, runCommand } from '../command.ts';
import { gather } from '../gather.ts';
import type { Tarball } from './tarball.ts';

/** The compilers users have, by the name they are installed under here. */
const COMPILERS = ['typescript-5.9', 'typescript'];
const RESOLUTIONS = [
  { module: 'nodenext', moduleResolution: 'nodenext' },
  { module: 'esnext', moduleResolution: 'bundler' },
];

/** Compiles every published declaration in a project that uses them all, as strictly as a user may choose. */
export async function checkTypesCompile(
  context: Context,
  tarballs: readonly Tarball[],
  staging: string,
): Promise<Finding[]> {
  await writeFile(join(staging, 'consumer.ts'), importEverything(tarballs));
  const trials = COMPILERS.flatMap((compiler) => RESOLUTIONS.map((resolution) => ({ compiler, resolution })));
  return gather(trials, (trial) => compile(context, staging, trial));
}

function importEverything(tarballs: readonly Tarball[]): string {
  const modules = tarballs.flatMap(({ manifest }) =>
    Object.keys(manifest.exports ?? {})
      .filter((subpath) => !subpath.endsWith('.json'))
      .map((subpath) => manifest.name + subpath.slice(1)),
  );
  return modules.map((name, index) => `export * as module${index} from '${name}';\n`).join('');
}

interface Trial {
  readonly compiler: string;
  readonly resolution: (typeof RESOLUTIONS)[number];
}

async function compile(context: Context, staging: string, { compiler, resolution }: Trial): Promise<Finding[]> {
  const project = join(staging, `${compiler}.${resolution.moduleResolution}.json`);
  await writeFile(project, JSON.stringify(configuration(resolution)));
  const tsc = createRequire(import.meta.url).resolve(`${compiler}/bin/tsc`);
  const options = [tsc, '-p', project, '--pretty', 'false'];
  const ended = await runCommand(context, { program: 'node', options, in: staging });
  if (ended.code === 0) return [];
  return [{ where: `types in ${compiler}, ${resolution.moduleResolution}`, problem: excerpt(ended, 12) }];
}

function configuration(resolution: Trial['resolution']): object {
  const strictest = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true };
  const compilerOptions = {
    ...resolution,
    ...strictest,
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    // No package brings Node's types, so none may need them.
    types: [],
    noEmit: true,
    skipLibCheck: false,
  };
  return { compilerOptions, files: ['consumer.ts'] };
}
