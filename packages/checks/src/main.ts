import { checks } from './checks.ts';
import { readOptions, type Options } from './run/options.ts';
import { describeResult, describeTally, tally, toJson } from './run/report.ts';
import { runChecks, type Progress } from './run/run-checks.ts';
import { loadWorkspace } from './workspace.ts';

const INTERRUPTED = 130;

async function main(options: Options): Promise<number> {
  const interruption = new AbortController();
  process.once('SIGINT', () => {
    interruption.abort();
  });
  const chosen = checks.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  const context = { workspace: await loadWorkspace(), signal: interruption.signal };
  const results = await runChecks(chosen, context, options.json ? silent : spoken);
  const { aborted } = interruption.signal;
  print(options.json ? toJson(results, aborted) : describeTally(tally(results)));
  if (aborted) return INTERRUPTED;
  return tally(results).failed > 0 ? 1 : 0;
}

const spoken: Progress = {
  started: ({ name }) => {
    if (process.stdout.isTTY) process.stdout.write(`  ${name}…\r`);
  },
  ended: (result) => {
    print(describeResult(result));
  },
};

const silent: Progress = { started: () => undefined, ended: () => undefined };

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function choose(): Options | undefined {
  try {
    return readOptions(
      process.argv.slice(2),
      checks.map(({ name }) => name),
    );
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
}

const options = choose();
process.exitCode = options === undefined ? 2 : await main(options);
