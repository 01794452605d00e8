import { brokenStage, defend, type BreakName } from './breaks.ts';
import { asExpected, travel, type Journey } from './journey.ts';
import type { Result } from './report.ts';
import { names, openStage, type Name, type Stage } from './stage.ts';
import { switchInFlight } from './switching.ts';

/** Plays the main job out, or the defence against what was broken. */
export async function run(
  broken: BreakName | undefined,
  progress: (line: string) => void,
  signal: AbortSignal,
): Promise<Result> {
  progress('Starting DANA, DOKU, Faspay and a shop on this machine');
  const stage = await openStage(brokenStage(broken));
  try {
    const defence = broken && (await defend(broken, stage, signal));
    if (defence !== undefined) return { ok: defence.held, payments: [], defence };
    return await playOut(stage, broken, progress, signal);
  } finally {
    await stage.close();
  }
}

async function playOut(
  stage: Stage,
  broken: BreakName | undefined,
  progress: (line: string) => void,
  signal: AbortSignal,
): Promise<Result> {
  const journeys: Journey[] = [];
  for (const name of names) {
    signal.throwIfAborted();
    progress(`Paying through ${name}`);
    journeys.push(await travel(stage, name, signal, (reference) => notified(stage, name, reference, broken)));
  }
  progress('Switching with payments in flight');
  const switched = broken === undefined ? await switchInFlight(stage, signal) : undefined;
  const settled = switched === undefined || switched.settledAtOwnAcquirer === switched.inFlight;
  const ok = broken === undefined && settled && journeys.every(asExpected);
  return { ok, payments: journeys, ...(switched === undefined ? {} : { switched }) };
}

async function notified(stage: Stage, name: Name, reference: string, broken: BreakName | undefined): Promise<void> {
  // Signed by DANA, about our order, with one rupiah as its amount.
  if (broken === 'dana-amount' && name === 'dana-direct')
    stage.simulator.dana.notify(reference, { amount: 100, delayMs: 0 });
  await new Promise((resolve) => setTimeout(resolve, broken === 'dana-amount' ? 100 : 0));
  await stage.simulator.idle();
}
