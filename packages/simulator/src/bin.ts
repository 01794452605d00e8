#!/usr/bin/env node
import { run } from './bin/run.ts';

const stop = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
});

process.exitCode = await run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  problem: (text) => void process.stderr.write(text),
  stopped: stop,
});
