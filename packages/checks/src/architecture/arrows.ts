/** What one package may import of the others, by folder name; `'any'` for the packages at the end of every arrow. */
export interface Arrows {
  readonly sources: readonly string[] | 'any';
  /** Besides its own sources' arrows. */
  readonly tests: readonly string[] | 'any';
  /** Whether its sources may use Node's own modules and globals. */
  readonly node: boolean;
}

const ARROWS: Readonly<Record<string, Arrows>> = {
  core: { sources: [], tests: [], node: false },
  'bi-snap': { sources: ['core'], tests: [], node: false },
  payments: { sources: ['core'], tests: 'any', node: false },
  conformance: { sources: ['core'], tests: 'any', node: false },
  ledger: { sources: ['core', 'payments'], tests: 'any', node: true },
  // A second, independent reading of the protocols: a mistake shared with the adapters would cancel itself out.
  simulator: { sources: [], tests: [], node: true },
  demo: { sources: 'any', tests: 'any', node: true },
  cli: { sources: 'any', tests: 'any', node: true },
  bench: { sources: 'any', tests: 'any', node: true },
  'browser-tests': { sources: 'any', tests: 'any', node: true },
  snippets: { sources: 'any', tests: 'any', node: true },
  // Its sources are a worker.
  'worker-tests': { sources: 'any', tests: 'any', node: false },
  checks: { sources: [], tests: [], node: true },
};

/** Whatever is not listed adapts an acquirer, so that a new one is held to the rule from its first commit. */
const ADAPTER: Arrows = { sources: ['core', 'bi-snap'], tests: ['simulator', 'conformance'], node: false };

/** The arrows of a package. */
export function arrowsOf(folder: string): Arrows {
  return ARROWS[folder] ?? ADAPTER;
}

/** Whether the package adapts an acquirer. */
export function isAdapter(folder: string): boolean {
  return !Object.hasOwn(ARROWS, folder);
}

/** Whether a file of one package may import another. */
export function mayImport(from: string, to: string, part: 'sources' | 'tests'): boolean {
  const arrows = arrowsOf(from);
  const allowed = part === 'sources' ? [arrows.sources] : [arrows.sources, arrows.tests];
  return from === to || allowed.some((names) => names === 'any' || names.includes(to));
}

/** Packages that may not name an acquirer: they serve all of them. */
export const NEUTRAL: readonly string[] = ['core', 'bi-snap', 'payments'];

/** Files that use Node's own modules where the rest of the package does not. */
export const NODE_FILES: readonly string[] = [
  'packages/core/src/kit/crypto/node.ts',
  'packages/faspay-dana/src/md5/node.ts',
];

/** The only place that may import a third party. */
export const SOLE_IMPORTERS: Readonly<Record<string, string>> = {
  ky: 'packages/core/src/ky.ts',
  'crypto-js': 'packages/faspay-dana/src/md5/',
  '@rgrove/parse-xml': 'packages/faspay-dana/src/xml/',
  'ipaddr.js': 'packages/faspay-dana/src/notification-source.ts',
};
