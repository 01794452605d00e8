import type { DanaState } from './dana/state.ts';
import type { DokuState } from './doku/state.ts';
import type { FaspayState } from './faspay/state.ts';
import type { TimelineEvent } from './timeline.ts';

/**
 * What survives a restart, as plain JSON: per acquirer the account with its keys, the payments, refunds and tokens, and
 * the registered endpoints; and the last thousand events. Planned faults do not, nor do repetitions of notifications
 * that were waiting: the payment's status can be sent again by hand.
 */
export interface SimulatorState {
  /** Counts the runs, so that each draws references of its own from the same seed. */
  readonly run: number;
  /** Milliseconds since the epoch. A clock that stands still goes on from here. */
  readonly now: number;
  readonly dana: DanaState;
  readonly doku: DokuState;
  readonly faspay: FaspayState;
  readonly timeline: readonly TimelineEvent[];
}
