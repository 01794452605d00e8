import type { Finding } from '../check.ts';
import { resolveImport, type SourceFile } from '../source-file.ts';
import { mayImport } from './arrows.ts';
import type { ArchitectureRule, Model } from './model.ts';

const OURS = /^@bayar\/([^/]+)/;

/** Packages import each other along the arrows only, in their sources and in what they declare. */
export const packageArrows: ArchitectureRule = (model) => [
  ...model.files.flatMap(importsAgainst),
  ...model.packages.flatMap(declaresAgainst),
];

function importsAgainst(file: SourceFile): Finding[] {
  return file.imports
    .map((specifier) => ({ specifier, to: packageOf(file, specifier) }))
    .filter(({ to }) => to !== undefined && !mayImport(file.folder, to, file.part))
    .map(({ specifier }) => ({ where: file.path, problem: `imports ${specifier} against the arrows` }));
}

function packageOf(file: SourceFile, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return OURS.exec(specifier)?.[1];
  // A relative path into another package is an import of it, whatever its name in package.json.
  const [top, folder] = resolveImport(file.path, specifier).split('/');
  return top === 'packages' ? folder : undefined;
}

function declaresAgainst({ folder, manifest }: Model['packages'][number]): Finding[] {
  const runtime = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  const development = Object.keys(manifest.devDependencies ?? {});
  const against = [
    ...runtime.filter((name) => breaks(folder, name, 'sources')),
    ...development.filter((name) => breaks(folder, name, 'tests')),
  ];
  const where = `packages/${folder}/package.json`;
  return against.map((name) => ({ where, problem: `depends on ${name} against the arrows` }));
}

function breaks(folder: string, name: string, part: SourceFile['part']): boolean {
  const [, to] = OURS.exec(name) ?? [];
  return to !== undefined && !mayImport(folder, to, part);
}
