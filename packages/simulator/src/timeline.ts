import type { Acquirer } from './acquirer.ts';

/** One thing that happened, as an operator would want to read it back. Plain data. */
export interface TimelineEvent {
  /** Milliseconds since the epoch, on the simulator's clock. */
  readonly at: number;
  readonly acquirer: Acquirer;
  /** The merchant's payment reference, where the event belongs to one payment. */
  readonly reference?: string;
  /** What happened, in kebab-case: `payment-created`, `notification-attempted`, … */
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What a half writes down; the frame adds the time and the acquirer. */
export type TimelineEntry = Omit<TimelineEvent, 'at' | 'acquirer'>;

/** Everything that happened, oldest first. */
export interface Timeline {
  readonly record: (event: TimelineEvent) => void;
  /** All events, or those of one payment reference. */
  readonly events: (reference?: string) => readonly TimelineEvent[];
}

/** An empty timeline that forgets its oldest events beyond the limit. */
export function createTimeline(limit: number): Timeline {
  const kept: TimelineEvent[] = [];
  return {
    record(event) {
      kept.push(event);
      // A tenth at a time: taking one from the front moves all the others.
      if (kept.length > limit * 1.1) kept.splice(0, kept.length - limit);
    },
    events: (reference) => kept.filter((event) => reference === undefined || event.reference === reference),
  };
}
