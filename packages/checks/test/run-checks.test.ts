import { describe, expect, it } from 'vitest';
import type { Check } from '../src/check.ts';
import { readOptions } from '../src/run/options.ts';
import { describeResult, describeTally, tally, toJson } from '../src/run/report.ts';
import { runChecks } from '../src/run/run-checks.ts';

const passing: Check = { name: 'fine', about: 'is fine', run: () => Promise.resolve([]) };
const failing: Check = {
  name: 'bad',
  about: 'is bad',
  run: () => Promise.resolve([{ where: 'a.ts:1', problem: 'is wrong' }]),
};
const broken: Check = { name: 'broken', about: 'breaks', run: () => Promise.reject(new Error('no such program')) };
const silent = { started: () => undefined, ended: () => undefined };
const workspace = { root: '', packages: [] };

describe('a run', () => {
  it('counts a check that breaks as failed and goes on', async () => {
    const context = { workspace, signal: new AbortController().signal };
    const results = await runChecks([broken, failing, passing], context, silent);
    expect(describeTally(tally(results))).toBe('1 checks passed, 2 failed');
    expect(results[0]?.findings[0]?.problem).toContain('no such program');
    expect(JSON.parse(toJson(results, false))).toMatchObject({ passed: 1, failed: 2, interrupted: false });
  });

  it('ends when it is interrupted, without a verdict on the check it was in', async () => {
    const interruption = new AbortController();
    const interrupting: Check = {
      ...failing,
      run: () => {
        interruption.abort();
        return Promise.reject(new Error('killed'));
      },
    };
    const context = { workspace, signal: interruption.signal };
    const results = await runChecks([passing, interrupting, passing], context, silent);
    expect(results.map(({ name }) => name)).toEqual(['fine']);
  });

  it('says where and what, one finding a line', () => {
    const text = describeResult({
      name: 'bad',
      about: 'is bad',
      findings: [{ where: 'a.ts:1', problem: 'is wrong' }],
      ms: 1_200,
    });
    expect(text).toBe('✗ bad: is bad (1.2 s, 1 found)\n    a.ts:1: is wrong');
  });
});

describe('options', () => {
  it('choose checks by name', () => {
    expect(readOptions(['--json', '--only=a,b', '--only=c'], ['a', 'b', 'c'])).toEqual({
      json: true,
      only: ['a', 'b', 'c'],
    });
  });

  it('refuse a name there is not', () => {
    expect(() => readOptions(['--only=typo'], ['a', 'b'])).toThrow('There are: a, b.');
  });
});
