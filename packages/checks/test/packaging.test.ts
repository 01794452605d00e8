import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../src/manifest.ts';
import { checkEdge } from '../src/packaging/edge-bundle.ts';
import { checkTypesCompile } from '../src/packaging/types-compile.ts';
import { loadWorkspace } from '../src/workspace.ts';
import { checkWorkerSize, weighWorker } from '../src/packaging/worker-size.ts';
import { checkFiles, checkImports } from '../src/packaging/published-files.ts';
import { checkManifest } from '../src/packaging/published-manifest.ts';
import type { Tarball } from '../src/packaging/tarball.ts';

function tarball(files: Record<string, string>, manifest: Partial<Manifest> = {}, folder = 'core'): Tarball {
  const whole = { name: `@bayar/${folder}`, ...manifest };
  const explained = { 'README.md': '# It\n\nDoes it.\n', LICENSE: 'MIT', 'package.json': JSON.stringify(whole) };
  return { folder, manifest: whole, files: new Map(Object.entries({ ...explained, ...files })), bytes: 1_000 };
}

const problems = (findings: readonly { problem: string }[]): string[] => findings.map(({ problem }) => problem);

describe('a published package.json', () => {
  it('may say what it says', () => {
    expect(
      checkManifest(tarball({}, { dependencies: { ky: '2.1.0' }, devDependencies: { 'date-fns': '4.4.0' } })),
    ).toEqual([]);
  });

  it.each<[string, Partial<Manifest>]>([
    ['runs a script at install', { scripts: { postinstall: 'node x.js' } }],
    ['date-fns', { dependencies: { 'date-fns': '4.4.0' } }],
    ['crypto-js', { dependencies: { 'crypto-js': '4.2.0' } }],
    ['@bayar/source', { exports: { '.': { '@bayar/source': './src/index.ts' } } }],
    ['workspace', { dependencies: { '@bayar/core': 'workspace:^' } }],
  ])('is caught with %s', (word, manifest) => {
    expect(problems(checkManifest(tarball({}, manifest)))).toEqual([expect.stringContaining(word)]);
  });
});

describe('published files', () => {
  it('are what was built and what explains it', () => {
    const built = { 'dist/index.js': "import '#crypto';", 'dist/index.d.ts': '', 'dist/licenses/date-fns.md': '' };
    const sound = tarball(built, { imports: { '#crypto': './dist/web.js' } });
    expect([...checkFiles(sound), ...checkImports(sound)]).toEqual([]);
  });

  it.each(['src/index.ts', '.env', 'dist/index.js.map', 'tsconfig.json'])('do not include %s', (path) => {
    expect(problems(checkFiles(tarball({ [path]: '' })))).toEqual([`ships ${path}`]);
  });

  it('import nothing that users would not have', () => {
    const files = {
      'dist/index.js': "import { x } from 'date-fns/formatISO';",
      'dist/a.d.ts': "export type A = import('nowhere').A;",
    };
    expect(checkImports(tarball(files))).toHaveLength(2);
  });
});

describe('an edge bundle', () => {
  let staging = '';
  beforeAll(async () => {
    staging = await mkdtemp(join(tmpdir(), 'bayar-edge-'));
  });
  afterAll(() => rm(staging, { recursive: true, force: true }));

  async function installed(folder: string, files: Record<string, string>): Promise<Tarball> {
    const imports = { '#crypto': { workerd: './web.js', default: './node.js' } };
    const made = tarball({}, { exports: { '.': './index.js' }, imports }, folder);
    const place = join(staging, 'node_modules', '@bayar', folder);
    await mkdir(place, { recursive: true });
    const all = { ...files, 'package.json': JSON.stringify({ ...made.manifest, type: 'module' }) };
    for (const [path, text] of Object.entries(all)) await writeFile(join(place, path), text);
    return made;
  }

  it('holds the implementation for the edge', async () => {
    const made = await installed('core', {
      'index.js': "export { x } from '#crypto';",
      'web.js': 'export const x = 1;',
      'node.js': "export { hash as x } from 'node:crypto';",
    });
    expect(await checkEdge(made, staging)).toEqual([]);
  });

  it("is caught reaching Node's own modules, also when they are loaded late", async () => {
    const made = await installed('bi-snap', {
      'index.js': "export { x } from '#crypto'; export const late = () => import('node:fs');",
      'web.js': "import { createHash } from 'crypto'; export const x = createHash;",
    });
    expect(problems(await checkEdge(made, staging)).sort()).toEqual([
      'reaches crypto at the edge',
      'reaches node:fs at the edge',
    ]);
  });

  it('is caught weighing more than a worker should', async () => {
    const noise = Array.from({ length: 6_000 }, (_, index) => Math.sin(index).toString(36)).join();
    const late = "export const fetchLate = () => import('./web.js');";
    const made = await installed('fourth-acquirer', {
      'index.js': `${late} export const adapter = () => [fetchLate, '${noise}'];`,
      'web.js': 'export const x = 1;',
    });
    expect(problems(await checkWorkerSize(made, staging))).toEqual([
      expect.stringMatching(/^weighs \d+ bytes compressed in a worker \(entry\): at most \d+$/),
    ]);
  });

  it('counts what is loaded late apart from what is loaded first', async () => {
    const made = await installed('fifth-acquirer', {
      'index.js': "export const adapter = () => import('./web.js'); export const unused = 'unused'.repeat(9);",
      'web.js': `export const x = '${'x'.repeat(500)}';`,
    });
    const { entry, late } = await weighWorker(made.manifest.name, join(staging, 'apart.js'));
    expect([entry < 150, late > 50 && late < 150]).toEqual([true, true]);
  });
});

describe('published types', () => {
  it('compile without those of Node, for every compiler and every way of resolving that users have', async () => {
    const staging = await mkdtemp(join(tmpdir(), 'bayar-types-'));
    const place = join(staging, 'node_modules', '@bayar', 'core');
    await mkdir(place, { recursive: true });
    const made = tarball({}, { exports: { '.': { types: './index.d.ts', default: './index.js' } } });
    const declared = "export declare const x: Missing;\nexport type Key = import('node:crypto').KeyObject;";
    const files = { 'package.json': JSON.stringify(made.manifest), 'index.d.ts': declared };
    for (const [path, text] of Object.entries(files)) await writeFile(join(place, path), text);
    const context = { workspace: await loadWorkspace(), signal: new AbortController().signal };
    const broken = await checkTypesCompile(context, [made], staging);
    expect(broken.map(({ where }) => where)).toEqual([
      'types in typescript-5.9, nodenext',
      'types in typescript-5.9, bundler',
      'types in typescript, nodenext',
      'types in typescript, bundler',
    ]);
    for (const problem of problems(broken)) expect(problem).toMatch(/Missing[^]*node:crypto/);
    await rm(staging, { recursive: true, force: true });
  });
});
