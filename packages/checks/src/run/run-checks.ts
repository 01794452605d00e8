import type { Check, Context, Finding } from '../check.ts';

/** What came of one check. */
export interface CheckResult {
  readonly name: string;
  readonly about: string;
  readonly findings: readonly Finding[];
  readonly ms: number;
}

/** Told as the run goes on. */
export interface Progress {
  readonly started: (check: Check) => void;
  readonly ended: (result: CheckResult) => void;
}

/** Runs checks in order. An interrupted run ends with the checks that had ended by then. */
export async function runChecks(
  checks: readonly Check[],
  context: Context,
  progress: Progress,
): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const check of checks) {
    if (isInterrupted(context)) break;
    progress.started(check);
    const start = performance.now();
    const findings = await findingsOf(check, context);
    // What an interrupted check found says nothing about the repository.
    if (isInterrupted(context)) break;
    const result = { name: check.name, about: check.about, findings, ms: Math.round(performance.now() - start) };
    results.push(result);
    progress.ended(result);
  }
  return results;
}

function isInterrupted({ signal }: Context): boolean {
  return signal.aborted;
}

// A check that breaks has not been passed: its own failure is a finding.
async function findingsOf(check: Check, context: Context): Promise<readonly Finding[]> {
  try {
    return await check.run(context);
  } catch (error) {
    const problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return [{ where: check.name, problem: `the check itself broke: ${problem}` }];
  }
}
