import type { Clock } from '@bayar/core/kit';

/** Runs tasks of one key one after another, and tasks of different keys side by side, within this process. */
export type Serial = <T>(key: string, task: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

const WAIT_MS = 5_000;

/**
 * A {@link Serial} that forgets a key as soon as nothing waits for it. It spares the ledger a crowd; what keeps the
 * crowd apart is the ledger's own claim. So nobody waits longer than five seconds or their own signal: in a worker,
 * what one request began may end with it, without a word to those who wait.
 */
export function createSerial(clock: Clock): Serial {
  const tails = new Map<string, Promise<unknown>>();
  return async (key, task, signal) => {
    const before = tails.get(key);
    const run = before === undefined ? task() : settledOrTired(clock, before, signal).then(task);
    tails.set(key, run);
    try {
      return await run;
    } finally {
      if (tails.get(key) === run) tails.delete(key);
    }
  };
}

async function settledOrTired(clock: Clock, before: Promise<unknown>, signal: AbortSignal | undefined): Promise<void> {
  if (signal?.aborted === true) return;
  const over = new AbortController();
  const stop = (): void => over.abort();
  signal?.addEventListener('abort', stop, { once: true });
  await Promise.race([before.catch(() => undefined), clock.sleep(WAIT_MS, over.signal)]);
  stop();
  signal?.removeEventListener('abort', stop);
}
