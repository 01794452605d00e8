import type { SimulatorClock } from '../clock.ts';

/** Calls that wait: for the clock, or for nothing at all. */
export interface WaitingRoom {
  /** Waits on the simulator's clock; rejects when the caller gives up. */
  readonly wait: (ms: number, request: Request) => Promise<void>;
  /** Rejects when the caller gives up, and does nothing else. */
  readonly hang: (request: Request) => Promise<never>;
  /** Calls back once somebody waits for the clock: from then on only time brings things forward. Answers how not to. */
  readonly onOccupied: (tell: () => void) => () => void;
}

/** Nobody waits yet. */
export function createWaitingRoom(clock: Pick<SimulatorClock, 'after'>): WaitingRoom {
  /** Once Node collects a request, the caller's abort signal no longer reaches it. */
  const held = new Set<Request>();
  const waiting = new Set<Request>();
  const listeners = new Set<() => void>();

  function untilAborted(request: Request): Promise<never> {
    const { signal } = request;
    held.add(request);
    return new Promise((_, reject) => {
      const giveUp = (): void => reject(abortReason(signal));
      if (signal.aborted) giveUp();
      else signal.addEventListener('abort', giveUp, { once: true });
    });
  }

  function enter(request: Request): void {
    waiting.add(request);
    for (const tell of listeners) tell();
    listeners.clear();
  }

  return {
    async wait(ms, request) {
      let cancel: (() => void) | undefined;
      const passed = new Promise<void>((resolve) => void (cancel = clock.after(ms, resolve)));
      enter(request);
      try {
        await Promise.race([passed, untilAborted(request)]);
      } finally {
        cancel?.();
        waiting.delete(request);
        held.delete(request);
      }
    },
    hang: (request) => untilAborted(request).finally(() => held.delete(request)),
    onOccupied(tell) {
      if (waiting.size > 0) tell();
      else listeners.add(tell);
      return () => listeners.delete(tell);
    },
  };
}

/** What `fetch` rejects with when its caller gives up. */
export function abortReason(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new DOMException('Aborted', 'AbortError');
}
