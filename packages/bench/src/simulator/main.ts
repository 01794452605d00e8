import { measure } from './measure.ts';

const { gc } = globalThis;
if (!gc) throw new Error('Run packages/bench/src/simulator.ts: it exposes the garbage collector');
const collect = (): void => gc({ type: 'major', execution: 'sync' });
const { times, heap } = await measure(1000, collect);

if (process.argv.includes('--json')) {
  process.stdout.write(`${JSON.stringify({ simulator: { times, heap } })}\n`);
} else {
  process.stdout.write('Created, paid and notified in process:\n');
  for (const { acquirer, payments, ms, rate } of times) {
    process.stdout.write(`  ${acquirer.padEnd(8)} ${payments} payments in ${ms.toFixed(0)} ms, ${rate} a second\n`);
  }
  const mib = (size: number): string => `${size.toFixed(1)} MiB`;
  process.stdout.write(`Heap: ${mib(heap.atRest)} at rest, ${mib(heap.after)} after 1,000 payments per acquirer, `);
  process.stdout.write(`${mib(heap.afterThrice)} after 3,000: ${heap.flat ? 'flat' : 'growing'}\n`);
}
process.exitCode = heap.flat ? 0 : 1;
