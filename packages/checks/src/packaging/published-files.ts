import ts from 'typescript';
import type { Finding } from '../check.ts';
import type { Tarball } from './tarball.ts';

const REQUIRED = ['package.json', 'README.md', 'LICENSE'];
const BUILT = /^dist\/.+(?:\.js|\.d\.ts)$|^dist\/licenses\/.+\.md$/;
const MAX_BYTES = 150_000;
const README_LINES = 2;

/** What a published package may hold: what was built, and what explains it. */
export function checkFiles(tarball: Tarball): Finding[] {
  const paths = [...tarball.files.keys()];
  const problems = [
    ...REQUIRED.filter((path) => !paths.includes(path)).map((path) => `has no ${path}`),
    ...paths.filter((path) => !REQUIRED.includes(path) && !BUILT.test(path)).map((path) => `ships ${path}`),
    ...(tarball.bytes > MAX_BYTES ? [`weighs ${tarball.bytes} bytes packed: at most ${MAX_BYTES}`] : []),
    ...readmeProblems(tarball.files.get('README.md')),
  ];
  return problems.map((problem) => ({ where: `packages/${tarball.folder}`, problem }));
}

/** What its files may import: themselves, what is declared, and what the platform has. */
export function checkImports(tarball: Tarball): Finding[] {
  const { dependencies, peerDependencies, imports } = tarball.manifest;
  const declared = Object.keys({ ...dependencies, ...peerDependencies, ...imports });
  return [...tarball.files]
    .filter(([path]) => BUILT.test(path))
    .flatMap(([path, text]) =>
      importedBy(text)
        .filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:'))
        .filter((specifier) => !declared.some((name) => specifier === name || specifier.startsWith(`${name}/`)))
        .map((specifier) => ({
          where: `packages/${tarball.folder}/${path}`,
          problem: `imports ${specifier}, which users would not have`,
        })),
    );
}

function importedBy(text: string): string[] {
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
}

function readmeProblems(text: string | undefined): string[] {
  if (text === undefined) return [];
  const count = text.split('\n').filter((line) => line.trim() !== '').length;
  return count >= README_LINES ? [] : [`has a README of ${count} lines: say what it is and how it is installed`];
}
