/** Entries by key. Beyond a limit the oldest that are over are forgotten; what is not over stays. */
export interface Kept<T> {
  /** `forget` is called when the entry goes: timers about it can stop. */
  readonly add: (key: string, entry: T, forget?: () => void) => void;
  readonly get: (key: string) => T | undefined;
  /** Oldest first. */
  readonly all: () => readonly T[];
  readonly find: (matches: (entry: T) => boolean) => T | undefined;
  readonly clear: () => void;
}

/** Nothing kept yet. */
export function createKept<T>(limit: number, isOver: (entry: T) => boolean): Kept<T> {
  const kept = new Map<string, { readonly entry: T; readonly forget: (() => void) | undefined }>();

  function forgetOldest(): void {
    for (const [key, { entry, forget }] of kept) {
      if (kept.size <= limit) return;
      if (!isOver(entry)) continue;
      kept.delete(key);
      forget?.();
    }
  }

  return {
    add(key, entry, forget) {
      kept.set(key, { entry, forget });
      forgetOldest();
    },
    get: (key) => kept.get(key)?.entry,
    all: () => Array.from(kept.values(), ({ entry }) => entry),
    find(matches) {
      for (const { entry } of kept.values()) if (matches(entry)) return entry;
      return undefined;
    },
    clear: () => kept.clear(),
  };
}
