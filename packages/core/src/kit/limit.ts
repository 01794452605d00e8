import type { Clock } from './clock.ts';

/** A span of time that ends by itself, by its parent, or by hand. */
export interface Limit {
  readonly signal: AbortSignal;
  readonly end: () => void;
}

/** Starts a span of at most `ms` within the parent. It must be ended, or its timer lives on. */
export function startLimit(clock: Clock, ms: number, parent?: AbortSignal): Limit {
  const over = new AbortController();
  const timer = new AbortController();
  const stop = (): void => {
    over.abort();
    timer.abort();
  };
  if (parent?.aborted === true) stop();
  parent?.addEventListener('abort', stop, { once: true });
  void clock.sleep(ms, timer.signal).then(() => {
    if (!timer.signal.aborted) over.abort();
  });
  return {
    signal: over.signal,
    end: () => {
      timer.abort();
      parent?.removeEventListener('abort', stop);
    },
  };
}
