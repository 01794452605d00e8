import { describe, expect, it } from 'vitest';
import { findDeclared } from '../src/docs/snippets/declared.ts';
import { comparePrinted } from '../src/docs/snippets/printed.ts';
import { readSnippets } from '../src/docs/snippets/snippet.ts';
import { tryPages } from '../src/docs/snippets/snippets.ts';
import { loadWorkspace } from '../src/workspace.ts';

const PAGE = [
  '# Title',
  '```ts',
  'const a = 1;',
  '```',
  'Text',
  '```sh',
  'ls',
  '```',
  '```ts continued',
  'a;',
  '```',
  '',
];

describe('snippets', () => {
  it('keep the lines of their page, so that the compiler names them', () => {
    const [snippet] = readSnippets(PAGE.join('\n'));
    expect(snippet?.code.split('\n').indexOf('const a = 1;')).toBe(2);
    expect(snippet?.code.split('\n').indexOf('a;')).toBe(9);
  });

  it('are modules of their own unless they continue', () => {
    expect(readSnippets(PAGE.join('\n'))).toHaveLength(1);
    expect(readSnippets(PAGE.join('\n').replace(' continued', ''))).toHaveLength(2);
  });

  it('leave other languages alone', () => {
    expect(readSnippets('```sh\nls\n```\n```tsx\n<a/>\n```\n')).toEqual([]);
  });
});

describe('a snippet that only declares', () => {
  it.each([
    'declare const settings: string;',
    'declare function secret(name: string): string;',
    'export declare const settings: string;',
    'declare global { var settings: string; }',
    'declare class Settings {}',
  ])('is found: %s', (code) => {
    const found = findDeclared({ page: 'a.md', code: `const a = 1;\n${code}\n` });
    expect(found.map(({ where }) => where)).toEqual(['a.md:2']);
  });

  it.each(['interface Order { id: string }', 'declare interface Order { id: string }', 'type Id = string;'])(
    'may name a type: %s',
    (code) => {
      expect(findDeclared({ page: 'a.md', code })).toEqual([]);
    },
  );
});

describe('what a snippet prints', () => {
  const compare = (code: string, printed: string) => comparePrinted({ page: 'a.md', line: 1, code }, printed);

  it('is what it says, line by line', () => {
    const code = 'say(1); // prints: one (1)\nsay(2); // prints: two …\n';
    expect(compare(code, 'one (1)\ntwo at 10:00\n')).toEqual([]);
    expect(compare(code, 'one (1)\nthree\n')).toEqual([
      { where: 'a.md:2', problem: 'says it prints "two …" and prints "three"' },
    ]);
    expect(compare(code, 'one (1)\n')).toHaveLength(1);
    expect(compare(code, 'one 1\ntwo \n')).toHaveLength(1);
  });

  it('is nothing where it says nothing', () => {
    expect(compare('quiet();', '')).toEqual([]);
    expect(compare('quiet();', 'hello\n')).toHaveLength(1);
  });
});

// Written on one page, so that the compiler starts once; each is a module that runs in a process of its own.
const BROKEN = [
  ["throw new Error('sold out');", 'sold out'],
  ["await Promise.reject(new Error('not delivered'));", 'not delivered'],
  ["void Promise.reject(new Error('nobody looked'));", 'nobody looked'],
  ["console.log('tea'); // prints: coffee", 'says it prints "coffee" and prints "tea"'],
  ['export const brew = (): string => "coffee";', 'brew is never called'],
  ["await fetch('https://sandbox.example/').catch(() => undefined);", 'It reaches for sandbox.example'],
  ['await new Promise(() => undefined);', 'unsettled top-level await'],
  ['process.exit(3);', 'fails'],
] as const;
const SOUND = [
  "import { secret } from './secrets.ts';",
  "import { payments } from './payments.ts';",
  "import { coffee } from './orders.ts';",
  "const outcome = await payments.createPayment(coffee('INV-1'));",
  "console.log(outcome.kind, secret('DANA_CLIENT_ID').length); // prints: done …",
].join('\n');

describe('snippets that run', () => {
  const fence = (code: string): string => `\`\`\`ts\n${code}\n\`\`\`\n`;
  const check = async (text: string) => {
    const context = { workspace: await loadWorkspace(), signal: new AbortController().signal };
    return tryPages(context, [{ path: 'docs/a page.md', text }], 'under-test');
  };

  it('are found when they throw, reject, print otherwise, leave a function out, reach out or do not end', async () => {
    const found = await check([...BROKEN.map(([code]) => code), SOUND].map(fence).join(''));
    expect(found.map(({ where }) => where)).toEqual(BROKEN.map((_, index) => `docs/a page.md:${3 * index + 2}`));
    for (const [index, [, problem]] of BROKEN.entries()) expect(found[index]?.problem).toContain(problem);
  });

  it('are found when they do not compile, or declare a value', async () => {
    const found = await check(fence("declare const tea: string;\nconst price: number = 'free';"));
    expect(found.map(({ where }) => where)).toEqual(['docs/a page.md:2', 'docs/a page.md:3']);
  });
});
