import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import lines from './lines.json' with { type: 'json' };
import { formatResults, isProved, resultsOf } from './report.ts';
import type { TestReport } from './report.ts';

// Runs the tests that prove a line of the references' checklists, and prints every line with its result.
const root = fileURLToPath(new URL('../../../../', import.meta.url));
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const folder = mkdtempSync(join(tmpdir(), 'checklist-'));
const outputFile = join(folder, 'report.json');
const named = '(DANA|DOKU|FASPAY) [0-9][^ ]*:';
const options = ['--config', 'vitest.workspace.ts', '-t', named, '--reporter=json', `--outputFile=${outputFile}`];
spawnSync(process.execPath, [vitest, 'run', ...options, 'packages/simulator/test'], { cwd: root, stdio: 'ignore' });
const report: TestReport = JSON.parse(readFileSync(outputFile, 'utf8'));
rmSync(folder, { recursive: true });
const results = resultsOf(lines, withoutSkipped(report));
process.stdout.write(formatResults(results));
process.exitCode = results.every(isProved) ? 0 : 1;

/** Tests the filter left out did not run. */
function withoutSkipped({ testResults }: TestReport): TestReport {
  const ran = ({ status }: { readonly status: string }) => status === 'passed' || status === 'failed';
  return {
    testResults: testResults.map(({ assertionResults }) => ({ assertionResults: assertionResults.filter(ran) })),
  };
}
