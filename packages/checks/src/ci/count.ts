import type { CheckResult } from '../run/run-checks.ts';
import { tally } from '../run/report.ts';

/** What of Vitest's JSON report is counted. */
export interface TestReport {
  readonly success: boolean;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** What of the checks' JSON report is counted. */
export interface CheckReport {
  readonly interrupted: boolean;
  readonly checks: readonly CheckResult[];
}

/** How a program ended, and what it reported; nothing when it could not. */
export interface Reported<Report> {
  readonly code: number;
  readonly report: Report | undefined;
}

/** What a run of everything came to. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  /** Why the run fails besides what failed in it. */
  readonly problems: readonly string[];
}

/** Counts a run from what was reported: nothing is passed that nobody reported. */
export function count(tests: Reported<TestReport>, checks: Reported<CheckReport>, floor: number): Count {
  const tested = countTests(tests);
  const checked = countChecks(checks);
  const passed = tested.passed + checked.passed;
  const problems = [...tested.problems, ...checked.problems];
  if (passed < floor) problems.push(`Only ${passed} passed: at least ${floor} did before.`);
  return { passed, failed: tested.failed + checked.failed, problems };
}

function countTests({ code, report }: Reported<TestReport>): Count {
  if (report === undefined) return { passed: 0, failed: 1, problems: ['The tests reported nothing.'] };
  const statuses = report.testResults.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status));
  const passed = statuses.filter((status) => status === 'passed').length;
  const failed = statuses.filter((status) => status === 'failed').length;
  const left = statuses.length - passed - failed;
  // A file that cannot be loaded fails without a single test of it failing.
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  const problems = [
    ...(left > 0 ? [`${left} tests were skipped or are still to do.`] : []),
    ...unloaded.map(({ name }) => `${name} could not be run.`),
  ];
  return { passed, ...ended(failed + unloaded.length, code === 0 && report.success, problems, 'The tests') };
}

function countChecks({ code, report }: Reported<CheckReport>): Count {
  if (report === undefined) return { passed: 0, failed: 1, problems: ['The checks reported nothing.'] };
  const { passed, failed } = tally(report.checks);
  return { passed, ...ended(failed, code === 0 && !report.interrupted, [], 'The checks') };
}

function ended(failed: number, well: boolean, problems: readonly string[], who: string): Omit<Count, 'passed'> {
  if (well || failed > 0) return { failed, problems };
  return { failed: 1, problems: [...problems, `${who} ended badly although none failed.`] };
}
