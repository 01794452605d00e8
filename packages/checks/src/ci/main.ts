import { readFile } from 'node:fs/promises';
import { count, type CheckReport, type Reported, type TestReport } from './count.ts';

/** The last line of a file as JSON: before it, a package manager may have had its say. */
async function readReport<Report>(path: string, code: string): Promise<Reported<Report>> {
  try {
    const last = (await readFile(path, 'utf8')).trim().split('\n').at(-1) ?? '';
    return { code: Number(code), report: JSON.parse(last) as Report };
  } catch {
    return { code: Number(code), report: undefined };
  }
}

const [tests = '', testsCode = '1', checks = '', checksCode = '1', floor = ''] = process.argv.slice(2);
const least = Number((await readFile(floor, 'utf8')).trim());
const { passed, failed, problems } = count(
  await readReport<TestReport>(tests, testsCode),
  await readReport<CheckReport>(checks, checksCode),
  least,
);
for (const problem of problems) process.stderr.write(`${problem}\n`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && problems.length === 0 && Number.isSafeInteger(least) ? 0 : 1;
