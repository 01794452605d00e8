import { describe, expect, it } from 'vitest';
import { findDeadLinks } from '../src/docs/links.ts';

const GITHUB = 'https://github.com/bayar-js/bayar';
const pages = (text: string) => [
  { path: 'README.md', text: '# Bayar\n\n## Your `first` payment\n\n## Again\n\n## Again\n' },
  { path: 'docs/guide/start.md', text: `# Start\n\n${text}\n\n## Go live\n` },
];
const problemsOf = (text: string) =>
  findDeadLinks(pages(text), (path) => ['README.md', 'docs/guide', 'docs/guide/start.md', 'logo.svg'].includes(path));

describe('a link of a page', () => {
  it.each([
    '[a](../../README.md)',
    '[a](../../README.md#your-first-payment)',
    '[a](../../README.md#again-1)',
    '[a](#go-live)',
    '[a](../guide/)',
    '![a](../../logo.svg)',
    `[a](${GITHUB})`,
    `[a](${GITHUB}#your-first-payment)`,
    `[a](${GITHUB}/tree/main/docs/guide)`,
    `[a](${GITHUB}/blob/main/docs/guide/start.md#go-live)`,
    '[a](https://example.com/a#b)',
    '`[a](nowhere.md)`',
    '```md\n[a](nowhere.md)\n```',
    '<!-- [a](nowhere.md) -->',
  ])('arrives: %s', (text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  it.each([
    ['[a](nowhere.md)', 'links to nowhere.md, which is not there'],
    ['| a |\n| - |\n| [a](nowhere.md) |', 'links to nowhere.md, which is not there'],
    ['![a](gone.svg)', 'links to gone.svg, which is not there'],
    ['[a](#nowhere)', 'links to #nowhere, a heading that is not there'],
    ['[a](../../README.md#again-2)', 'links to ../../README.md#again-2, a heading that is not there'],
    [`[a](${GITHUB}#nowhere)`, `links to ${GITHUB}#nowhere, a heading that is not there`],
    [`[a](${GITHUB}/blob/main/gone.ts)`, `links to ${GITHUB}/blob/main/gone.ts, which is not there`],
    ['[a](http://example.com/)', 'links to http://example.com/, which is not https'],
  ])('does not: %s', (text, problem) => {
    const [found] = problemsOf(text);
    expect(found?.problem).toBe(problem);
    expect(found?.where).toMatch(/^docs\/guide\/start\.md:\d+$/);
  });
});
