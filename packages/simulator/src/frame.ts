import type { Acquirer } from './acquirer.ts';
import { realClock, settlingClock } from './clock.ts';
import type { SimulatorClock } from './clock.ts';
import { sendWithTimeout } from './context.ts';
import type { Context, Origin, Send } from './context.ts';
import { createCourier } from './courier.ts';
import type { Courier } from './courier.ts';
import { createFaults } from './faults.ts';
import type { Faults } from './faults.ts';
import { seededRandom } from './random.ts';
import type { SimulatorState } from './state.ts';
import { createTimeline } from './timeline.ts';
import type { Timeline } from './timeline.ts';

/** What all three halves share. */
export interface FrameSettings {
  /** The machine's clock unless told. */
  readonly clock?: SimulatorClock;
  /** The same seed gives the same references and chances. */
  readonly seed?: string | number;
  /** How to reach the merchant; `globalThis.fetch` unless told. */
  readonly send?: Send;
}

/** The shared parts, and a context for each half. */
export interface Frame {
  readonly clock: SimulatorClock;
  readonly faults: Faults;
  readonly timeline: Timeline;
  readonly courier: Courier;
  readonly context: (acquirer: Acquirer, origin: Readonly<Origin>) => Context;
}

/** Puts the shared parts together. */
export function createFrame(settings: FrameSettings, known?: SimulatorState): Frame {
  const clock = settlingClock(settings.clock ?? realClock(), () => courier.idle());
  const send = sendWithTimeout(settings.send);
  const faults = createFaults();
  const timeline = createTimeline(known?.timeline);
  const courier: Courier = createCourier(clock, send);
  // A later run must not draw the references of an earlier one again.
  const run = known ? `#${known.run + 1}` : '';
  const seed = `${settings.seed ?? 'bayar'}${run}`;

  return {
    clock,
    faults,
    timeline,
    courier,
    context: (acquirer, origin) => ({
      acquirer,
      clock,
      // One source per acquirer: a call to one must not change what another draws.
      random: seededRandom(`${seed}/${acquirer}`),
      send,
      faults,
      courier,
      origin: { ...origin },
      record: (entry) => timeline.record({ at: clock.now(), acquirer, ...entry }),
    }),
  };
}
