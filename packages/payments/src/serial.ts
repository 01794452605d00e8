/** Runs tasks of one key one after another, and tasks of different keys side by side, within this process. */
export type Serial = <T>(key: string, task: () => Promise<T>) => Promise<T>;

/** A {@link Serial} that forgets a key as soon as nothing waits for it. */
export function createSerial(): Serial {
  const tails = new Map<string, Promise<unknown>>();
  return async (key, task) => {
    const before = tails.get(key) ?? Promise.resolve();
    const run = before.then(task, task);
    tails.set(key, run);
    try {
      return await run;
    } finally {
      if (tails.get(key) === run) tails.delete(key);
    }
  };
}
