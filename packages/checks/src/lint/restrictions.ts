import { arrowsOf, mayImport, NODE_FILES, SOLE_IMPORTERS } from '../architecture/arrows.ts';

/** A rule of ESLint with its options. */
export type Rule = ['error', ...unknown[]];

/** Rules for the files that match. */
export interface Restriction {
  readonly files: string[];
  readonly rules: Record<string, Rule>;
}

type Part = 'sources' | 'tests';

const DATE_FNS = { name: 'date-fns', message: 'The barrel costs two seconds at import: import date-fns/<function>.' };
const NO_PLATFORM: Rule = ['error', 'process', 'Buffer', 'require', 'global', '__dirname', '__filename'];
const ANY_PLATFORM: Rule = ['error', 'require'];

/** What each package may import and which globals it may use, for every package in the workspace. */
export function restrictions(folders: readonly string[]): Restriction[] {
  return folders.flatMap((folder) => ofPackage(folder, folders));
}

function ofPackage(folder: string, folders: readonly string[]): Restriction[] {
  const { node } = arrowsOf(folder);
  const sources = `packages/${folder}/src`;
  const rulesFor = (part: Part, onNode: boolean, parties: readonly string[] = []): Restriction['rules'] => ({
    'no-restricted-imports': imports(folder, folders, part, { node: onNode, parties }),
    'no-restricted-globals': onNode ? ANY_PLATFORM : NO_PLATFORM,
  });
  return [
    { files: [`${sources}/**/*.ts`], rules: rulesFor('sources', node) },
    ...soleImports(sources).map(([party, files]) => ({ files: [files], rules: rulesFor('sources', node, [party]) })),
    ...nodeFiles(folder).map((file) => ({ files: [file], rules: rulesFor('sources', true) })),
    {
      files: [`${sources}/**/*.test.ts`, `packages/${folder}/test/**/*.ts`],
      rules: rulesFor(
        'tests',
        true,
        soleImports(sources).map(([party]) => party),
      ),
    },
  ];
}

function soleImports(sources: string): [party: string, files: string][] {
  return Object.entries(SOLE_IMPORTERS)
    .filter(([, place]) => place.startsWith(`${sources}/`))
    .map(([party, place]) => [party, place.endsWith('/') ? `${place}**` : place]);
}

function nodeFiles(folder: string): string[] {
  return NODE_FILES.filter((file) => file.startsWith(`packages/${folder}/`));
}

function imports(
  folder: string,
  folders: readonly string[],
  part: Part,
  allowed: { readonly node: boolean; readonly parties: readonly string[] },
): Rule {
  const others = folders.filter((other) => !mayImport(folder, other, part));
  const kept = Object.entries(SOLE_IMPORTERS).filter(([party]) => !allowed.parties.includes(party));
  const patterns = [
    ...others.map((other) => ({ regex: `^@bayar/${other}(/|$)`, message: 'Against the arrows between packages.' })),
    ...kept.map(([party, place]) => ({ regex: `^${party}(/|$)`, message: `Only ${place} imports ${party}.` })),
    ...(allowed.node ? [] : [{ regex: '^node:', message: 'This file runs at the edge too.' }]),
  ];
  return ['error', { paths: [DATE_FNS], patterns }];
}
