// @ts-check
import { readdirSync } from 'node:fs';
import eslint from '@eslint/js';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { importX } from 'eslint-plugin-import-x';
import jsdoc from 'eslint-plugin-jsdoc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { ambientRules, digestRules, timeRules } from './packages/checks/src/lint/ambient.ts';
import { restrictions } from './packages/checks/src/lint/restrictions.ts';

const tests = ['{packages,docs/examples}/*/test/**/*.ts', 'packages/*/src/**/*.test.ts'];
const packages = readdirSync(new URL('packages', import.meta.url));

export default defineConfig(
  globalIgnores([
    '**/dist/',
    '**/.cache/',
    'docs/reference/',
    'docs/.vitepress/',
    'docs/examples/*/public/',
    '**/next-app/',
  ]),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: ['*.js', '*.ts', 'docs/*.js'],
          defaultProject: 'packages/checks/tsconfig.json',
        },
        tsconfigRootDir: import.meta.dirname,
      },
    },
  },
  {
    plugins: { 'import-x': importX },
    settings: {
      // Without these two no-cycle parses nothing and finds nothing.
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
      'import-x/extensions': ['.ts'],
      'import-x/resolver-next': [
        createTypeScriptImportResolver({ conditionNames: ['@bayar/source', 'types', 'import', 'node', 'default'] }),
      ],
    },
    rules: {
      'import-x/no-cycle': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-relative-packages': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // An async function without await still turns what it throws into a rejection.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // `Money<'IDR'>` says more than `Money`, and stays true when a second currency comes.
      '@typescript-eslint/no-unnecessary-type-arguments': 'off',
      complexity: ['error', 10],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 200 }],
      'max-lines-per-function': ['error', { max: 40 }],
      'no-console': 'error',
      // The compiler knows every name.
      'no-undef': 'off',
    },
  },
  {
    files: ['packages/*/src/**/*.ts'],
    ignores: tests,
    plugins: { jsdoc },
    settings: { jsdoc: { mode: 'typescript' } },
    rules: {
      ...ambientRules,
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          require: { ClassDeclaration: true, FunctionDeclaration: true },
          contexts: [
            'ExportNamedDeclaration > TSInterfaceDeclaration',
            'ExportNamedDeclaration > TSTypeAliasDeclaration',
            'ExportNamedDeclaration > VariableDeclaration',
          ],
        },
      ],
      'jsdoc/require-description': 'error',
      'jsdoc/no-types': 'error',
    },
  },
  {
    // The sandboxes read and write long messages of optional members, and compare spellings that guard nothing.
    files: ['packages/simulator/src/**/*.ts'],
    rules: { ...timeRules, complexity: ['error', 21], 'max-lines-per-function': ['error', { max: 50 }] },
  },
  restrictions(packages),
  { files: ['packages/*/src/**/{clock,random}.ts'], rules: { ...digestRules, 'no-restricted-properties': 'off' } },
  {
    files: tests,
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      // expect.any() and JSON.parse() are `any`, and a test is where they end.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      complexity: 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'max-lines-per-function': 'off',
      'no-restricted-syntax': 'off',
    },
  },
  // An example talks to the person who started it.
  { files: ['docs/examples/**/*.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['{,docs/}*.config.{js,ts}', 'vitest.workspace.ts'],
    rules: { 'import-x/no-default-export': 'off', 'import-x/no-relative-packages': 'off' },
  },
  // What a worker's runtime asks of its entry.
  { files: ['packages/worker-tests/src/worker.ts'], rules: { 'import-x/no-default-export': 'off' } },
);
