import { formatJakartaDay } from './jakarta-time.ts';
import { conflict } from './refusal.ts';
import type { DanaOptions } from './settings.ts';

/** The `X-EXTERNAL-ID`s of one day. */
export interface ExternalIds {
  /** Refuses an id used before on the same Jakarta day, where the simulator is told to. A token request has none. */
  readonly use: (id: string, now: number) => void;
}

/** No ids yet. Whether DANA refuses a repeat is not known (DANA reference §4.7), so it is an option. */
export function createExternalIds({ repeatedExternalId }: DanaOptions): ExternalIds {
  const used = new Set<string>();
  let today = '';
  return {
    use(id, now) {
      if (repeatedExternalId === 'accepted' || id === '') return;
      const day = formatJakartaDay(now);
      if (day !== today) used.clear();
      today = day;
      if (used.has(id)) throw conflict();
      used.add(id);
    },
  };
}
