import { describe, expect, it } from 'vitest';
import { readSnippets } from '../src/docs/snippet.ts';

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
