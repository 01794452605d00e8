import type { Acquirer } from './acquirer.ts';
import type { DeliveryAttempt } from './courier.ts';
import type { ReceivedRequest, SentAnswer } from './received-request.ts';
import type { SignatureCheck } from './signature-check.ts';

/** One thing that happened, as an operator would want to read it back. Plain data. */
export interface TimelineEvent {
  /** Counts up from 1. */
  readonly id: number;
  /** Milliseconds since the epoch, on the simulator's clock. */
  readonly at: number;
  readonly acquirer: Acquirer;
  /** The merchant's payment reference, where the event belongs to one payment. */
  readonly reference?: string;
  /** What happened, in kebab-case: `payment-created`, `notification-attempted`, … */
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
  /** The merchant's request, where the event is about one. */
  readonly request?: ReceivedRequest;
  /** Whether that request was signed by the merchant; absent where it was refused before its signature was looked at. */
  readonly signature?: SignatureCheck;
  /** What that request was answered. */
  readonly answer?: SentAnswer;
  /** The attempt to notify the merchant, where the event is about one. */
  readonly delivery?: DeliveryAttempt;
}

/** What a half writes down; the frame adds the rest. */
export type TimelineEntry = Omit<TimelineEvent, 'id' | 'at' | 'acquirer'>;

/** Told of every event as it is recorded. */
export type TimelineListener = (event: TimelineEvent) => void;

/** Everything that happened, oldest first. */
export interface Timeline {
  readonly record: (event: Omit<TimelineEvent, 'id'>) => void;
  /** All events, or those of one payment reference. */
  readonly events: (reference?: string) => readonly TimelineEvent[];
  /** The returned function ends it. */
  readonly listen: (listener: TimelineListener) => () => void;
}

/** A timeline that goes on after what is known already, and forgets its oldest events beyond the limit. */
export function createTimeline(limit: number, known: readonly TimelineEvent[] = []): Timeline {
  const kept: TimelineEvent[] = [...known];
  let last = known.at(-1)?.id ?? 0;
  const listeners = new Set<TimelineListener>();
  return {
    record(entry) {
      const event: TimelineEvent = { id: ++last, ...entry };
      kept.push(event);
      // A tenth at a time: taking one from the front moves all the others.
      if (kept.length > limit * 1.1) kept.splice(0, kept.length - limit);
      for (const listener of listeners) listener(event);
    },
    events: (reference) => kept.filter((event) => reference === undefined || event.reference === reference),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
