import { setImmediate as turn } from 'node:timers/promises';
import { answerTo } from '../acquirer.ts';
import { openDana, pay } from '../merchant.ts';
import { captureNotifications, take } from '../messages.ts';
import type { Row } from '../row.ts';

const MIB = 2 ** 20;

/** Heap after a forced collection: it stops growing. Takes minutes. */
export async function memory(): Promise<Row[]> {
  const { dana } = await captureNotifications();
  const believe = (): Promise<unknown> => take(dana, 'notification');
  const warm = await heapAfter(200_000, believe);
  const full = await heapAfter(800_000, believe);
  const answerAtOnce: typeof fetch = () => Promise.resolve(new Response(answerTo('')));
  const gateway = openDana('https://api.sandbox.dana.id', { fetch: answerAtOnce });
  const few = await heapAfter(5_000, () => pay(gateway));
  const many = await heapAfter(25_000, () => pay(gateway));
  return [
    growth('Heap growth from 200,000 to 1,000,000 notifications', warm, full, 1),
    growth('Heap growth from 5,000 to 30,000 payments', few, many, 2),
  ];
}

function growth(measure: string, before: number, after: number, most: number): Row {
  const detail = `${before.toFixed(1)} MiB to ${after.toFixed(1)} MiB`;
  return { measure, value: after - before, unit: 'MiB', goal: most, gate: most, better: 'lower', detail };
}

async function heapAfter(count: number, run: () => Promise<unknown>): Promise<number> {
  for (let done = 0; done < count; done++) await run();
  // What ended in this turn of the event loop is collected in the next.
  await turn();
  globalThis.gc?.({ type: 'major', execution: 'sync' });
  return process.memoryUsage().heapUsed / MIB;
}
