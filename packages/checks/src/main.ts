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
  const results = await runChecks(chosen, context, spoken(options.json));
  const { aborted } = interruption.signal;
  process.stdout.write(`${options.json ? toJson(results, aborted) : describeTally(tally(results))}\n`);
  if (aborted) return INTERRUPTED;
  return tally(results).failed > 0 ? 1 : 0;
}

// With --json what is said goes beside the report, so that a person can follow and a program can read.
function spoken(json: boolean): Progress {
  const { stdout, stderr } = process;
  const out = json ? stderr : stdout;
  return {
    started: ({ name }) => {
      if (out.isTTY) out.write(`  ${name}…\r`);
    },
    ended: (result) => {
      out.write(`${describeResult(result)}\n`);
    },
  };
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
