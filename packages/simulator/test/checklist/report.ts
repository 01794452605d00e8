/** What a run of the tests says about one line. */
export interface LineResult {
  readonly id: string;
  readonly text: string;
  readonly passed: number;
  readonly failed: number;
}

/** The part of Vitest's JSON report that is read here. */
export interface TestReport {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
}

/** Finds the line a test is about: its title begins with the line's id. */
export function idOf(title: string): string | undefined {
  return /^((?:DANA|DOKU|FASPAY) [\w./-]+):/.exec(title)?.[1];
}

/** Every line with the tests that ran for it. A title that names no known line is a line of its own. */
export function resultsOf(lines: Readonly<Record<string, string>>, report: TestReport): readonly LineResult[] {
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const named = tests.flatMap(({ title }) => idOf(title) ?? []);
  return [...new Set([...Object.keys(lines), ...named])].map((id) => {
    const mine = tests.filter(({ title }) => idOf(title) === id);
    const passed = mine.filter(({ status }) => status === 'passed').length;
    return { id, text: lines[id] ?? '', passed, failed: mine.length - passed };
  });
}

/** Whether the line is proved: at least one test ran, and none failed. */
export function isProved({ passed, failed }: LineResult): boolean {
  return passed > 0 && failed === 0;
}

/** The list for a person to read. */
export function formatResults(results: readonly LineResult[]): string {
  const rows = results.map((result) => {
    const mark = isProved(result) ? '✓' : '✗';
    const ran =
      result.failed > 0 ? `${result.failed} of ${result.passed + result.failed} failed` : `${result.passed} ran`;
    return `${mark} ${result.id.padEnd(26)} ${ran.padStart(8)}  ${result.text}`;
  });
  const proved = results.filter(isProved).length;
  return [...rows, '', `${proved} of ${results.length} lines proved`, ''].join('\n');
}
