import type { SimulatorClock } from './clock.ts';
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
import { openPorts } from './listen.ts';
import type { ListenOptions } from './listen.ts';
import type { TimelineEvent } from './timeline.ts';

/** The shared parts, and what each half lets a caller choose. */
export interface SimulatorSettings extends FrameSettings {
  readonly dana?: DanaSettings;
  readonly doku?: DokuSettings;
  readonly faspay?: FaspaySettings;
}

/** The simulator on ports of its own, one per acquirer. */
export interface ServedSimulator {
  readonly dana: string;
  readonly doku: string;
  readonly faspay: string;
  /** Closes every port and gives the halves their documented hosts back. */
  readonly close: () => Promise<void>;
}

/** The acquirers' sandboxes in one process. */
export interface Simulator {
  readonly dana: DanaSandbox;
  readonly doku: DokuSandbox;
  readonly faspay: FaspaySandbox;
  readonly faults: Faults;
  readonly clock: SimulatorClock;
  /** Everything that happened, or what happened to one payment reference. */
  readonly timeline: (reference?: string) => readonly TimelineEvent[];
  /** Resolves when no notification is under way. */
  readonly idle: () => Promise<void>;
  /** Resolves when a call waits for the clock: delayed, or with a dripping body. Only `clock.advance` helps it then. */
  readonly waiting: () => Promise<void>;
  readonly listen: (options?: ListenOptions) => Promise<ServedSimulator>;
}

/** Puts the sandboxes together. Nothing is sent, timed or opened until it is used. */
export function createSimulator(settings: SimulatorSettings = {}): Simulator {
  const frame = createFrame(settings);
  const danaContext = frame.context('dana', { api: 'https://api.sandbox.dana.id', web: 'https://m.sandbox.dana.id' });
  const dana = createDana(danaContext, settings.dana);
  const dokuContext = frame.context('doku', dokuOrigin);
  const doku = createDoku(dokuContext, settings.doku);
  const faspayContext = frame.context('faspay', faspayOrigin);
  const faspay = createFaspay(faspayContext, settings.faspay);

  return {
    dana,
    doku,
    faspay,
    faults: frame.faults,
    clock: frame.clock,
    timeline: frame.timeline.events,
    idle: frame.courier.idle,
    waiting: () => new Promise((resolve) => void frame.waitingRoom.onOccupied(resolve)),
    async listen(options = {}) {
      const ports = openPorts(options);
      return {
        dana: await ports.serve(dana.fetch, danaContext.origin),
        doku: await ports.serve(doku.fetch, dokuContext.origin),
        faspay: await ports.serve(faspay.fetch, faspayContext.origin),
        close: ports.close,
      };
    },
  };
}
