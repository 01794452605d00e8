import type { SimulatorClock } from './clock.ts';
import type { Control } from './control/control.ts';
import { createControl } from './control/create-control.ts';
import { createDana } from './dana/dana.ts';
import type { DanaSandbox } from './dana/dana.ts';
import type { DanaSettings } from './dana/settings.ts';
import { createDoku, dokuOrigin } from './doku/doku.ts';
import type { DokuSandbox, DokuSettings } from './doku/doku.ts';
import { createFaspay, faspayOrigin } from './faspay/faspay.ts';
import type { FaspaySandbox } from './faspay/sandbox.ts';
import type { FaspaySettings } from './faspay/settings.ts';
import type { Faults } from './faults/plan.ts';
import { createFrame } from './frame.ts';
import type { FrameSettings } from './frame.ts';
import type { SandboxFetch } from './half.ts';
import { openPorts } from './listen.ts';
import type { ListenOptions } from './listen.ts';
import { merchantSettings } from './merchant-settings.ts';
import type { MerchantSettings } from './merchant-settings.ts';
import { createRoom } from './room/room.ts';
import type { SimulatorState } from './state.ts';
import type { TimelineEvent } from './timeline.ts';

/** The shared parts, and what each half lets a caller choose. */
export interface SimulatorSettings extends FrameSettings {
  readonly dana?: DanaSettings;
  readonly doku?: DokuSettings;
  readonly faspay?: FaspaySettings;
  /** What an earlier run left: `simulator.state()`. */
  readonly state?: SimulatorState;
}

const keptEvents = 1000;

/** The simulator on ports of its own, one per acquirer. */
export interface ServedSimulator {
  readonly dana: string;
  readonly doku: string;
  readonly faspay: string;
  /** The control room. */
  readonly room: string;
  /** Closes every port and gives the halves their documented hosts back. */
  readonly close: () => Promise<void>;
}

/** The acquirers' sandboxes in one process. */
export interface Simulator {
  readonly dana: DanaSandbox;
  readonly doku: DokuSandbox;
  readonly faspay: FaspaySandbox;
  /** What a shop configures to reach the sandboxes, acquirer by acquirer. */
  readonly settings: MerchantSettings;
  readonly faults: Faults;
  readonly clock: SimulatorClock;
  /** Everything an operator can see and do. */
  readonly control: Control;
  /** The control room and its HTTP API, in process. */
  readonly room: SandboxFetch;
  /** Everything that happened, or what happened to one payment reference. */
  readonly timeline: (reference?: string) => readonly TimelineEvent[];
  /** Resolves when no notification is under way. */
  readonly idle: () => Promise<void>;
  /** What survives a restart, as plain JSON. It is live: serialise it at once. */
  readonly state: () => SimulatorState;
  /** Resolves when a call waits for the clock: delayed, or with a dripping body. Only `clock.advance` helps it then. */
  readonly waiting: () => Promise<void>;
  readonly listen: (options?: ListenOptions) => Promise<ServedSimulator>;
}

/** Puts the sandboxes together. Nothing is sent, timed or opened until it is used. */
export function createSimulator(settings: SimulatorSettings = {}): Simulator {
  const known = settings.state;
  const frame = createFrame(settings, known);
  const danaContext = frame.context('dana', { api: 'https://api.sandbox.dana.id', web: 'https://m.sandbox.dana.id' });
  const dana = createDana(danaContext, settings.dana, known?.dana);
  const dokuContext = frame.context('doku', dokuOrigin);
  const doku = createDoku(dokuContext, settings.doku, known?.doku);
  const faspayContext = frame.context('faspay', faspayOrigin);
  const faspay = createFaspay(faspayContext, settings.faspay, known?.faspay);

  const contexts = { dana: danaContext, doku: dokuContext, faspay: faspayContext };
  const control = createControl(frame, { dana, doku, faspay }, () => ({
    dana: contexts.dana.origin.api,
    doku: contexts.doku.origin.api,
    faspay: contexts.faspay.origin.api,
  }));
  const room = createRoom(control);

  return {
    dana,
    doku,
    faspay,
    settings: merchantSettings({ dana, doku, faspay }),
    faults: frame.faults,
    clock: frame.clock,
    control,
    room,
    timeline: frame.timeline.events,
    idle: frame.courier.idle,
    state: () => ({
      run: (known?.run ?? 0) + 1,
      now: frame.clock.now(),
      dana: dana.state(),
      doku: doku.state(),
      faspay: faspay.state(),
      timeline: frame.timeline.events().slice(-keptEvents),
    }),
    waiting: () => new Promise((resolve) => void frame.waitingRoom.onOccupied(resolve)),
    async listen(options = {}) {
      const ports = openPorts(options);
      return {
        dana: await ports.serve(dana.fetch, danaContext.origin),
        doku: await ports.serve(doku.fetch, dokuContext.origin),
        faspay: await ports.serve(faspay.fetch, faspayContext.origin),
        room: await ports.serve(room, { api: '', web: '' }),
        close: ports.close,
      };
    },
  };
}
