import { describe, expect, it } from 'vitest';
import { count, type CheckReport, type Reported, type TestReport } from '../src/ci/count.ts';

function tests(statuses: readonly string[], file = 'passed', code = 0, success = code === 0): Reported<TestReport> {
  const assertionResults = statuses.map((status) => ({ status }));
  return { code, report: { success, testResults: [{ name: 'a.test.ts', status: file, assertionResults }] } };
}

function checks(wrong: readonly number[], code = 0): Reported<CheckReport> {
  const findings = (many: number): { where: string; problem: string }[] =>
    Array.from({ length: many }, () => ({ where: 'a', problem: 'b' }));
  const results = wrong.map((many, index) => ({ name: String(index), about: '', ms: 1, findings: findings(many) }));
  return { code, report: { interrupted: false, checks: results } };
}

describe('a run of everything', () => {
  it('counts tests and checks together', () => {
    expect(count(tests(['passed', 'passed']), checks([0, 0, 0]), 5)).toEqual({ passed: 5, failed: 0, problems: [] });
  });

  it('counts what failed of both', () => {
    const failed = count(tests(['passed', 'failed'], 'failed', 1), checks([0, 7], 1), 1);
    expect(failed).toEqual({ passed: 2, failed: 2, problems: [] });
  });

  it.each(['skipped', 'pending', 'todo', 'disabled'])('does not let a %s test pass', (status) => {
    expect(count(tests(['passed', status]), checks([0]), 1).problems).toEqual([
      '1 tests were skipped or are still to do.',
    ]);
  });

  it('counts a file that cannot be loaded as failed', () => {
    expect(count(tests([], 'failed', 1), checks([0]), 1)).toMatchObject({
      failed: 1,
      problems: ['a.test.ts could not be run.'],
    });
  });

  it('fails when a program ends badly although nothing failed', () => {
    expect(count(tests(['passed'], 'passed', 1), checks([0]), 1).failed).toBe(1);
    expect(count(tests(['passed']), checks([0], 130), 1).failed).toBe(1);
  });

  it('fails when a program reports nothing', () => {
    const nothing = { code: 1, report: undefined };
    expect(count(nothing, nothing, 1)).toMatchObject({ passed: 0, failed: 2 });
  });

  it('fails below the floor', () => {
    expect(count(tests(['passed']), checks([0]), 3).problems).toEqual(['Only 2 passed: at least 3 did before.']);
  });
});
