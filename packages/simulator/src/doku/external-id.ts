import { createKept } from '../kept.ts';
import { wibDay } from './timestamp.ts';

/** An answer kept for the day, with what was asked. */
interface AnsweredRequest {
  readonly fingerprint: string;
  readonly body: string;
}

/** What an `X-EXTERNAL-ID` means when it arrives. */
export type ExternalIdUse =
  | { readonly kind: 'new' }
  /** The same request again: DOKU repeats the stored body, under HTTP 409. */
  | { readonly kind: 'replay'; readonly body: string }
  | { readonly kind: 'conflict' };

/** The `X-EXTERNAL-ID`s a client has used today, Jakarta time. */
export interface ExternalIds {
  readonly use: (id: string, fingerprint: string, now: number) => ExternalIdUse;
  readonly keep: (id: string, fingerprint: string, body: string, now: number) => void;
}

/** None used yet. Beyond so many, the oldest are forgotten before their day is over. */
export function createExternalIds(limit: number): ExternalIds {
  let day = 0;
  const answered = createKept<AnsweredRequest>(limit, () => true);

  function turnDay(now: number): void {
    if (wibDay(now) === day) return;
    day = wibDay(now);
    answered.clear();
  }

  return {
    use(id, fingerprint, now) {
      turnDay(now);
      const earlier = answered.get(id);
      if (!earlier) return { kind: 'new' };
      return earlier.fingerprint === fingerprint ? { kind: 'replay', body: earlier.body } : { kind: 'conflict' };
    },
    keep(id, fingerprint, body, now) {
      turnDay(now);
      answered.add(id, { fingerprint, body });
    },
  };
}
