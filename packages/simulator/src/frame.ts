import type { Acquirer } from './acquirer.ts';
import { realClock, settlingClock } from './clock.ts';
import type { SimulatorClock } from './clock.ts';
import type { Context, Origin } from './context.ts';
import { createCourier } from './courier.ts';
import type { Courier } from './courier.ts';
import { faultyCourier } from './faults/faulty-courier.ts';
import { createFaults } from './faults/plan.ts';
import type { Faults } from './faults/plan.ts';
import { createWaitingRoom } from './faults/waiting-room.ts';
import type { WaitingRoom } from './faults/waiting-room.ts';
import { seededRandom } from './random.ts';
import { sendWithTimeout } from './send.ts';
import type { Send } from './send.ts';
import type { SimulatorState } from './state.ts';
import { createTimeline } from './timeline.ts';
import type { Timeline } from './timeline.ts';

/** What all three halves share. */
export interface FrameSettings {
  /** The machine's clock unless told. */
  readonly clock?: SimulatorClock;
  /** The same seed gives the same references and chances. */
  readonly seed?: string | number;
  /**
   * How many payments each acquirer remembers; 1,000 unless told. Beyond that the oldest finished ones are forgotten, as
   * are the oldest events of the timeline.
   */
  readonly keepPayments?: number;
  /** How to reach the merchant; `globalThis.fetch` unless told. */
  readonly send?: Send;
}

/** The shared parts, and a context for each half. */
export interface Frame {
  readonly clock: SimulatorClock;
  readonly faults: Faults;
  readonly timeline: Timeline;
  readonly courier: Courier;
  readonly waitingRoom: WaitingRoom;
  readonly context: (acquirer: Acquirer, origin: Readonly<Origin>) => Context;
}

/** What the three acquirers together write down about one payment each, give or take. */
const eventsPerPayment = 15;

/** Puts the shared parts together. */
export function createFrame(settings: FrameSettings, known?: SimulatorState): Frame {
  // A later run must not draw the references of an earlier one again.
  const seed = `${settings.seed ?? 'bayar'}${known ? `#${known.run + 1}` : ''}`;
  const clock = settlingClock(settings.clock ?? realClock(), settle);
  const send = sendWithTimeout(settings.send);
  const faults = createFaults((name) => seededRandom(`${seed}/${name}`));
  const waitingRoom = createWaitingRoom(clock);
  const keepPayments = settings.keepPayments ?? 1000;
  const timeline = createTimeline(keepPayments * eventsPerPayment, known?.timeline);
  const courier: Courier = createCourier(clock, send);

  /** Work under way ends before time moves on, unless it waits for that. */
  async function settle(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise<void>((resolve) => {
      const leave = waitingRoom.onOccupied(resolve);
      void courier.idle().then(() => {
        leave();
        resolve();
      });
    });
  }

  return {
    clock,
    faults,
    timeline,
    courier,
    waitingRoom,
    context(acquirer, origin) {
      const record: Context['record'] = (entry) => timeline.record({ at: clock.now(), acquirer, ...entry });
      return {
        acquirer,
        clock,
        // One source per acquirer: a call to one must not change what another draws.
        random: seededRandom(`${seed}/${acquirer}`),
        send,
        keepPayments,
        faults,
        waitingRoom,
        courier: faultyCourier(courier, faults, acquirer, record),
        origin: { ...origin },
        record,
      };
    },
  };
}
