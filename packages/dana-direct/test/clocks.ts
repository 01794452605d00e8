import type { Clock } from '@bayar/core/kit';
import type { SimulatorClock } from '@bayar/simulator';

/** The shortest time limit of a call: whatever sleeps less is a wait between resends. */
const SHORTEST_LIMIT_MS = 3_000;

/** Stands still. Waits between resends pass at once, time limits never run out. */
export function standingClock(now: string): Clock {
  return {
    now: () => new Date(now),
    sleep: (ms, signal) => (ms < SHORTEST_LIMIT_MS ? Promise.resolve() : untilAborted(signal)),
  };
}

/** Moves by hand: limits and waits end when their time has come. */
export function manualClock(start: string): Clock & { readonly advance: (ms: number) => Promise<void> } {
  let time = Date.parse(start);
  const sleepers = new Set<{ readonly until: number; readonly wake: () => void }>();
  return {
    now: () => new Date(time),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const sleeper = { until: time + ms, wake: resolve };
        sleepers.add(sleeper);
        void untilAborted(signal).then(() => {
          sleepers.delete(sleeper);
          resolve();
        });
      }),
    advance: async (ms) => {
      time += ms;
      for (const sleeper of [...sleepers].filter(({ until }) => until <= time)) {
        sleepers.delete(sleeper);
        sleeper.wake();
      }
      // Lets everything that was woken run until it waits again.
      await new Promise((resolve) => setTimeout(resolve, 15));
    },
  };
}

/** The simulator's time, for a gateway beside it. */
export function clockOf(clock: SimulatorClock): Clock {
  return {
    now: () => new Date(clock.now()),
    sleep: (ms, signal) => (ms < SHORTEST_LIMIT_MS ? Promise.resolve() : untilAborted(signal)),
  };
}

function untilAborted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) resolve();
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
}
