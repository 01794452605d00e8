import type { CheckResult } from './run-checks.ts';

/** How many checks were passed and failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** Counts results. */
export function tally(results: readonly CheckResult[]): Tally {
  const failed = results.filter(({ findings }) => findings.length > 0).length;
  return { passed: results.length - failed, failed };
}

/** One check's outcome, with everything it found. */
export function describeResult({ name, about, findings, ms }: CheckResult): string {
  const seconds = `${(ms / 1_000).toFixed(1)} s`;
  if (findings.length === 0) return `✓ ${name}: ${about} (${seconds})`;
  const found = findings.map(({ where, problem }) => `    ${where}: ${indent(problem)}`);
  return [`✗ ${name}: ${about} (${seconds}, ${findings.length} found)`, ...found].join('\n');
}

/** The whole run as one JSON object. */
export function toJson(results: readonly CheckResult[], interrupted: boolean): string {
  return JSON.stringify({ ...tally(results), interrupted, checks: results });
}

/** The last line of a run. */
export function describeTally({ passed, failed }: Tally): string {
  return `${passed} checks passed, ${failed} failed`;
}

function indent(text: string): string {
  return text.split('\n').join('\n      ');
}
