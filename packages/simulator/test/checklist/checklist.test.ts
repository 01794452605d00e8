import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import lines from './lines.json' with { type: 'json' };
import { formatResults, idOf, isProved, resultsOf } from './report.ts';

const tests = new URL('../', import.meta.url);
const sources = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && !file.startsWith('checklist'))
  .map((file) => readFileSync(new URL(file, tests), 'utf8'));
const ids = sources.flatMap((text) =>
  [...text.matchAll(/['"]((?:DANA|DOKU|FASPAY) [\w./-]+)(?=[:'])/g)].flatMap(([, id]) => id ?? []),
);

describe('the checklists of the three references', () => {
  it.each(Object.keys(lines))('%s has a test', (id) => {
    expect(ids).toContain(id);
  });

  it('are named by no test beyond their lines', () => {
    expect(ids.filter((id) => !Object.hasOwn(lines, id))).toEqual([]);
  });
});

describe('the printed list', () => {
  const assertionResults = [
    { title: 'DOKU 10.1: gives a token', status: 'passed' },
    { title: 'DOKU 10.1: refuses another grant', status: 'failed' },
    { title: 'DANA 9.1: knows its routes', status: 'passed' },
    { title: 'is about no line', status: 'failed' },
  ];
  const results = resultsOf({ 'DOKU 10.1': 'token', 'DOKU 10.2': 'client' }, { testResults: [{ assertionResults }] });

  it('proves a line by tests that ran and did not fail', () => {
    expect(results.map((result) => [result.id, isProved(result)])).toEqual([
      ['DOKU 10.1', false],
      ['DOKU 10.2', false],
      ['DANA 9.1', true],
    ]);
  });

  it('says how many of its tests failed, and how many lines are proved', () => {
    expect(formatResults(results)).toContain('1 of 2 failed');
    expect(formatResults(results)).toContain('1 of 3 lines proved');
  });

  it('reads the id at the beginning of a title alone', () => {
    expect(['DOKU 1.2/token: x', 'as DOKU 10.1: x', 'DOKU: x'].map(idOf)).toEqual([
      'DOKU 1.2/token',
      undefined,
      undefined,
    ]);
  });
});
