import type { Clock } from '../../src/kit/clock.ts';

/** A clock that stands still until it is moved. */
export interface ManualClock extends Clock {
  /** Moves time, waking on the way whoever is due, in order. */
  readonly advance: (ms: number) => Promise<void>;
  /** Resolves once somebody sleeps for exactly so long. */
  readonly sleeping: (ms: number) => Promise<void>;
  /** How long each sleeper still has, in the order they fell asleep. */
  readonly remaining: () => number[];
}

/** Lets everything that is ready run. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** 2026-09-01T10:00:00+07:00. */
export const TEN_IN_JAKARTA = Date.UTC(2026, 8, 1, 3);

/** Makes a clock that stands at the given time. */
export function manualClock(start = TEN_IN_JAKARTA): ManualClock {
  let time = start;
  const sleepers = new Set<{ readonly at: number; readonly asked: number; readonly wake: () => void }>();
  const clock: ManualClock = {
    now: () => new Date(time),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted === true) return resolve();
        const sleeper = { at: time + ms, asked: ms, wake: done };
        function done(): void {
          sleepers.delete(sleeper);
          resolve();
        }
        sleepers.add(sleeper);
        signal?.addEventListener('abort', done, { once: true });
      }),
    advance: async (ms) => {
      const end = time + ms;
      for (let next = due(end); next !== undefined; next = due(end)) {
        time = next.at;
        next.wake();
        await settle();
      }
      time = end;
      await settle();
    },
    sleeping: async (ms) => {
      while (![...sleepers].some((sleeper) => sleeper.asked === ms)) await settle();
    },
    remaining: () => [...sleepers].map((sleeper) => sleeper.at - time),
  };
  return clock;

  function due(end: number): { readonly at: number; readonly wake: () => void } | undefined {
    return [...sleepers].filter((sleeper) => sleeper.at <= end).sort((a, b) => a.at - b.at)[0];
  }
}
