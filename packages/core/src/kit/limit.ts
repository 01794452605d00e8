import type { CallOptions } from '../gateway.ts';
import type { Clock } from './clock.ts';

/** How long a call may take unless it is told. */
export const DEADLINE_MS = 30_000;

/** A span of time that ends by itself, by its parent, or by hand. */
export interface Limit {
  readonly signal: AbortSignal;
  readonly end: () => void;
}

// Without a reason each abort would make an exception with a stack, which costs more than signing with a shared secret.
const ENDED = 'ended';

/** Starts a span of at most `ms` within the parent. It must be ended, or its timer lives on. */
export function startLimit(clock: Clock, ms: number, parent?: AbortSignal): Limit {
  const over = new AbortController();
  const timer = new AbortController();
  const stop = (): void => {
    over.abort(ENDED);
    timer.abort(ENDED);
  };
  if (parent?.aborted === true) stop();
  parent?.addEventListener('abort', stop, { once: true });
  void clock.sleep(ms, timer.signal).then(() => {
    if (!timer.signal.aborted) over.abort(ENDED);
  });
  return {
    signal: over.signal,
    end: () => {
      timer.abort(ENDED);
      parent?.removeEventListener('abort', stop);
    },
  };
}

/** Starts the time a call may take, and whatever it does within. It must be ended, or its timer lives on. */
export function startDeadline(clock: Clock, { deadlineMs = DEADLINE_MS, signal }: CallOptions): Limit {
  return startLimit(clock, deadlineMs, signal);
}
