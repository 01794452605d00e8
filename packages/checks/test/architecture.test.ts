import { describe, expect, it } from 'vitest';
import { acquirerNames } from '../src/architecture/acquirer-names.ts';
import { adapterMain } from '../src/architecture/adapter-main.ts';
import { rules } from '../src/architecture/architecture.ts';
import { fileCycles, packageCycles } from '../src/architecture/cycles.ts';
import { fileLength, fileNames } from '../src/architecture/file-shape.ts';
import { packageArrows } from '../src/architecture/package-arrows.ts';
import { soleImporters } from '../src/architecture/sole-importers.ts';
import { repository } from './model.ts';

const sound = repository(
  {
    'packages/core/src/index.ts': "export type { Money } from './money.ts';\n",
    'packages/core/src/money.ts': '/** Money. */\nexport interface Money { readonly minor: number }\n',
    'packages/core/src/ky.ts': "export const load = () => import('ky');\n",
    'packages/doku-dana/src/doku-dana.ts': "import { load } from '@bayar/core/kit';\nexport const dokuDana = load;\n",
    'packages/doku-dana/test/doku-dana.test.ts': "import { simulator } from '@bayar/simulator';\nsimulator();\n",
    'packages/faspay-dana/src/md5/web.ts': "import md5 from 'crypto-js/md5';\nexport const hash = md5;\n",
    'packages/payments/test/switch.test.ts': "import { dokuDana } from '@bayar/doku-dana';\ndokuDana();\n",
  },
  {
    core: { exports: { '.': { default: './src/index.ts' } } },
    'doku-dana': {
      dependencies: { '@bayar/core': 'workspace:^' },
      devDependencies: { '@bayar/simulator': 'workspace:^' },
    },
  },
);

it('finds nothing in a repository that keeps the rules', () => {
  expect(rules.flatMap((rule) => rule(sound))).toEqual([]);
});

describe('arrows', () => {
  it.each([
    ['an adapter that imports another', 'packages/doku-dana/src/a.ts', "import { x } from '@bayar/faspay-dana';"],
    ['an adapter that imports payments', 'packages/dana-direct/src/a.ts', "export * from '@bayar/payments';"],
    ['a fourth adapter that imports another', 'packages/acme-dana/src/a.ts', "import { x } from '@bayar/doku-dana';"],
    ['core that imports the standard', 'packages/core/src/a.ts', "import type { X } from '@bayar/bi-snap';"],
    ['payments that loads an adapter', 'packages/payments/src/a.ts', "const x = await import('@bayar/doku-dana');"],
    ['the simulator that imports core', 'packages/simulator/src/a.ts', "import { x } from '@bayar/core/kit';"],
    ["the simulator's tests that import core", 'packages/simulator/test/a.test.ts', "import { x } from '@bayar/core';"],
    [
      'a relative path into another package',
      'packages/doku-dana/src/a.ts',
      "import { x } from '../../payments/src/b.ts';",
    ],
  ])('catches %s', (_, path, text) => {
    expect(packageArrows(repository({ [path]: text }))).toMatchObject([{ where: path }]);
  });

  it('catches an arrow that is only declared', () => {
    const model = repository({}, { core: { dependencies: { '@bayar/bi-snap': 'workspace:^' } } });
    expect(packageArrows(model)).toMatchObject([{ where: 'packages/core/package.json' }]);
  });

  it('lets tests, and not sources, depend on the simulator', () => {
    const declared = { '@bayar/simulator': 'workspace:^' };
    expect(packageArrows(repository({}, { 'doku-dana': { devDependencies: declared } }))).toEqual([]);
    expect(packageArrows(repository({}, { 'doku-dana': { dependencies: declared } }))).toHaveLength(1);
  });
});

describe("an adapter's main file", () => {
  const main = 'packages/doku-dana/src/doku-dana.ts';

  it.each(['if (x) y();', 'switch (x) { case 1: break; }', 'try { x(); } catch { y(); }'])('may not say %s', (text) => {
    expect(adapterMain(repository({ [main]: `export function f() {\n  ${text}\n}` }))).toMatchObject([
      { where: `${main}:2` },
    ]);
  });

  it('may say so in a comment or a string', () => {
    expect(adapterMain(repository({ [main]: "// if only\nexport const text = 'try { x(); }';" }))).toEqual([]);
  });

  it('has at most 80 lines', () => {
    expect(adapterMain(repository({ [main]: '//\n'.repeat(80) }))).toEqual([]);
    expect(adapterMain(repository({ [main]: '//\n'.repeat(81) }))).toHaveLength(1);
  });

  it('is the index where no file has the name of the package', () => {
    expect(adapterMain(repository({ 'packages/doku-dana/src/index.ts': 'if (x) y();' }))).toHaveLength(1);
  });
});

describe("acquirers' names", () => {
  it.each([
    '// DANA says so',
    "const id = 'doku';",
    'const faspayUrl = 1;',
    'type DokuDana = 1;',
    'const MY_DANA_KEY = 1;',
  ])('are caught in «%s»', (text) => {
    expect(acquirerNames(repository({ 'packages/payments/src/a.ts': `\n${text}` }))).toMatchObject([
      { where: 'packages/payments/src/a.ts:2' },
    ]);
  });

  it('are not seen inside other words', () => {
    expect(acquirerNames(repository({ 'packages/core/src/a.ts': '// a bandana, some dokument' }))).toEqual([]);
  });

  it('are at home in adapters and in tests', () => {
    const files = { 'packages/doku-dana/src/a.ts': '// DOKU', 'packages/payments/test/a.test.ts': '// DOKU' };
    expect(acquirerNames(repository(files))).toEqual([]);
  });
});

describe('third parties', () => {
  it.each([
    ['ky', 'packages/payments/src/a.ts', "import ky from 'ky';"],
    ['crypto-js', 'packages/core/src/a.ts', "import md5 from 'crypto-js/md5';"],
  ])('catches %s outside its place', (_, path, text) => {
    expect(soleImporters(repository({ [path]: text }))).toMatchObject([{ where: path }]);
  });

  it('catches a second file that imports crypto-js in the right place', () => {
    const text = "import md5 from 'crypto-js/md5';";
    const files = { 'packages/faspay-dana/src/md5/a.ts': text, 'packages/faspay-dana/src/md5/b.ts': text };
    expect(soleImporters(repository(files))).toMatchObject([{ where: 'packages/faspay-dana/src/md5/b.ts' }]);
  });
});

describe('cycles', () => {
  it('catches packages that depend on each other', () => {
    const model = repository(
      {},
      {
        core: { devDependencies: { '@bayar/conformance': 'workspace:^' } },
        conformance: { dependencies: { '@bayar/core': 'workspace:^' } },
      },
    );
    expect(packageCycles(model)).toMatchObject([{ problem: expect.stringContaining('core → conformance → core') }]);
  });

  it('catches files that import only each other’s types', () => {
    const files = {
      'packages/core/src/a.ts': "import type { B } from './b.ts';",
      'packages/core/src/b.ts': "import type { C } from './kit/c.ts';",
      'packages/core/src/kit/c.ts': "import type { A } from '../a.ts';",
    };
    expect(fileCycles(repository(files))).toHaveLength(1);
  });
});

describe('files', () => {
  it('have at most 200 lines', () => {
    expect(fileLength(repository({ 'packages/core/src/a.ts': '//\n'.repeat(200) }))).toEqual([]);
    expect(fileLength(repository({ 'packages/core/src/a.ts': '//\n'.repeat(201) }))).toHaveLength(1);
  });

  it.each(['utils.ts', 'helpers.ts', 'types.ts', 'common.ts', 'HttpClient.ts', 'snake_case.ts'])(
    'are not called %s',
    (name) => {
      expect(fileNames(repository({ [`packages/core/src/${name}`]: '' }))).toHaveLength(1);
    },
  );

  it('are called index only where users import from', () => {
    const files = { 'packages/core/src/index.ts': '', 'packages/core/src/kit/index.ts': '' };
    const exports = { '.': { default: './src/index.ts' } };
    expect(fileNames(repository(files, { core: { exports } }))).toMatchObject([
      { where: 'packages/core/src/kit/index.ts' },
    ]);
  });
});
