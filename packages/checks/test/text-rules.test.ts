import { describe, expect, it } from 'vitest';
import { findText } from '../src/text/rules.ts';

// Put together, so that this file does not hold what is forbidden.
const broken = (...parts: string[]): string => parts.join('');
const LATER = broken('TO', 'DO');

const forbidden = [
  ['a gate switched off', broken('// eslint', '-disable-next-line')],
  ['a compiler silenced', broken('// @ts', '-ignore')],
  ['unfinished work', `// ${LATER}: later`],
  ['a home', broken('see /home/', 'someone/notes.md')],
  ['a working folder', broken("cd '/wo", "rk/main'")],
  ['a merge', `${'<'.repeat(7)} HEAD`],
];

describe('text', () => {
  it.each(forbidden)('catches %s', (_, line) => {
    expect(findText('a.ts', `fine\n${line}\n`)).toMatchObject([{ where: 'a.ts:2' }]);
  });

  it.each([
    `// ${LATER}: https://example.com/issues/1`,
    'https://example.com/work/with/us',
    'a framework/root/of/things',
    "import './work/main.ts'",
    'the customer’s session ends',
  ])('lets «%s» stand', (line) => {
    expect(findText('a.ts', line)).toEqual([]);
  });
});
