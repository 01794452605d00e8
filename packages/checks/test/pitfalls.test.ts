import { describe, expect, it } from 'vitest';
import { readPitfalls } from '../src/docs/pitfall-page.ts';
import { findPitfalls } from '../src/docs/pitfalls.ts';

const FILE = 'packages/toy/test/toy.test.ts';
const listed = [
  { name: 'toy > signs what it sends', file: FILE },
  { name: 'toy > refuses %s', file: FILE },
];
const link = (title: string, file = `https://github.com/bayar-js/bayar/blob/main/${FILE}`) => `[${title}](${file})`;

describe('pitfalls', () => {
  it('are read with their sections, lines and tests', () => {
    const page = `# Pitfalls\n\n## Toy\n\n1. Signs twice.\n   ${link('signs what it sends')}\n2. Only words.\n`;
    expect(readPitfalls(page)).toEqual([
      {
        title: 'Toy',
        pitfalls: [
          { line: 5, number: 1, tests: [{ title: 'signs what it sends', file: FILE }] },
          { line: 7, number: 2, tests: [] },
        ],
      },
    ]);
  });

  it('are in order when each names a test that exists, templates as they stand in the source', () => {
    expect(
      problems(`1. a ${link('signs what it sends')}`, `2. b ${link('refuses %s')} ${link('toy > refuses %s')}`),
    ).toEqual([]);
  });

  it.each([
    ['a test that is gone', `1. a ${link('signs nothing')}`, /«signs nothing» is no test of/],
    ['the end of a title', `1. a ${link('what it sends')}`, /is no test of/],
    [
      'a file that is gone',
      `1. a ${link('signs what it sends', '../packages/toy/test/gone.test.ts')}`,
      /gone\.test\.ts/,
    ],
    ['a number that is left out', '2. a', /2 is out of order/],
  ])('are found with %s', (_, entry, problem) => {
    expect(problems(entry)).toEqual([expect.stringMatching(problem)]);
  });

  it('may be words alone six times in a section, and not seven', () => {
    const words = Array.from({ length: 7 }, (_, index) => `${index + 1}. words`);
    expect(problems(...words.slice(1).map((word, index) => word.replace(/^\d+/, String(index + 1))))).toEqual([]);
    expect(problems(...words)).toEqual([expect.stringMatching(/Toy has 7 entries without a test/)]);
  });
});

function problems(...entries: readonly string[]): string[] {
  const [section] = readPitfalls(`## Toy\n\n${entries.join('\n')}\n`);
  return section === undefined ? ['no section'] : findPitfalls(section, listed).map(({ problem }) => problem);
}
