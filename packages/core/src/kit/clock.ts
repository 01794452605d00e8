/** The time, and waiting for it. */
export interface Clock {
  readonly now: () => Date;
  /** Resolves after the time, or as soon as the signal fires. Never rejects. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

// What a timer holds, 24 days; anything longer would fire at once.
const LONGEST_MS = 2_147_483_647;

/** The system's clock. */
export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(done, Math.min(ms, LONGEST_MS));
      function done(): void {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      }
      if (signal?.aborted === true) done();
      else signal?.addEventListener('abort', done, { once: true });
    }),
};
