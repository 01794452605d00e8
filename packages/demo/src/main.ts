import { readArguments } from './arguments.ts';
import { describe } from './report.ts';
import { run } from './run.ts';

const asked = readArguments(process.argv.slice(2));
if (typeof asked === 'string') {
  process.stderr.write(`${asked}\n`);
  process.exit(2);
}

const stop = new AbortController();
process.once('SIGINT', () => stop.abort());

const result = await run(asked.breaks, (line) => void process.stderr.write(`${line} …\n`), stop.signal);
process.stdout.write(asked.json ? `${JSON.stringify(result)}\n` : `\n${describe(result)}\n`);
process.exitCode = result.ok ? 0 : 1;
