import type { Acquirer } from './acquirer.ts';
import type { SimulatorClock } from './clock.ts';
import type { Courier } from './courier.ts';
import type { FaultDraw } from './faults/plan.ts';
import type { WaitingRoom } from './faults/waiting-room.ts';
import type { RandomSource } from './random.ts';
import type { Send } from './send.ts';
import type { TimelineEntry } from './timeline.ts';

/** Where an acquirer's sandbox is reached. Its documented hosts, until the simulator listens on a port. */
export interface Origin {
  api: string;
  web: string;
}

/** What the frame gives to one acquirer's half; everything outside it is reached through this. */
export interface Context {
  readonly acquirer: Acquirer;
  readonly clock: SimulatorClock;
  readonly random: RandomSource;
  /** To the merchant. Redirects are not followed, and ten seconds without an answer reject. */
  readonly send: Send;
  /** How many payments to remember. */
  readonly keepPayments: number;
  /** What goes wrong now. */
  readonly faults: FaultDraw;
  /** Where a call waits that is delayed or never answered. */
  readonly waitingRoom: WaitingRoom;
  /** Delivers notifications and repeats them on the clock. */
  readonly courier: Courier;
  /** Read it when a URL is built, never earlier: it changes when the simulator starts to listen. */
  readonly origin: Origin;
  readonly record: (entry: TimelineEntry) => void;
}
