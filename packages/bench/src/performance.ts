import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpus, loadavg, platform } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { now } from './performance/clock.ts';
import { toMarkdown, verdict, type Row } from './performance/row.ts';

const QUICK = ['create', 'overhead', 'notifications', 'tokens', 'imports', 'sizes'];
const SLOW = ['memory'];

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    json: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    /** The minutes-long ones too. */
    memory: { type: 'boolean', default: false },
    'no-build': { type: 'boolean', default: false },
  },
});

/** Runs a suite in a process of its own, on the built packages: what users run. */
async function run(suite: string): Promise<readonly Row[]> {
  const script = fileURLToPath(new URL('performance/suite.ts', import.meta.url));
  const child = fork(script, [suite, values.rounds], { execArgv: ['--expose-gc'] });
  const rows = await Promise.race([
    once(child, 'message').then(([message]) => message as readonly Row[]),
    once(child, 'exit').then(() => undefined),
  ]);
  if (rows === undefined) throw new Error(`The suite ${suite} ended without a result`);
  return rows;
}

if (!values['no-build']) {
  const { status } = spawnSync('pnpm', ['run', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error('The packages do not build');
}
const suites = values.only.length > 0 ? values.only : [...QUICK, ...(values.memory ? SLOW : [])];
const rows: Row[] = [];
for (const suite of suites) {
  process.stderr.write(`${suite}…\n`);
  rows.push(...(await run(suite)));
}
const [load = 0] = loadavg();
const processors = cpus();
const machine = `${processors.length} × ${processors[0]?.model ?? 'processor'}, ${platform()}, Node ${process.version}`;
const date = now().toISOString().slice(0, 10);
const missed = rows.filter((row) => verdict(row) === 'missed');
if (values.json) {
  const judged = rows.map((row) => ({ ...row, verdict: verdict(row) }));
  process.stdout.write(`${JSON.stringify({ machine, date, load, rounds: Number(values.rounds), rows: judged })}\n`);
} else {
  process.stdout.write(
    `${date}, ${machine}, load ${load.toFixed(1)}, ${values.rounds} rounds\n\n${toMarkdown(rows)}\n`,
  );
}
process.exitCode = missed.length > 0 ? 1 : 0;
