import { systemClock, type Clock } from './clock.ts';
import { systemRandom, type Random } from './random.ts';

/** What a gateway takes from its surroundings. All of it can be replaced, so that a test owns network, time and chance. */
export interface Runtime {
  /**
   * Called once for each send, and must send once: one that tries again can turn a request that was lost on its way into
   * one that seems never to have left. Default: the global `fetch`.
   */
  readonly fetch?: typeof globalThis.fetch;
  /** Default: the system's clock. */
  readonly clock?: Clock;
  /** Default: the platform's cryptographic random source. */
  readonly random?: Random;
}

/** {@link Runtime} with every default filled in. */
export function resolveRuntime(runtime: Runtime = {}): Required<Runtime> {
  return {
    // Looked up at each call: a program may install its own fetch after configuring.
    fetch: runtime.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    clock: runtime.clock ?? systemClock,
    random: runtime.random ?? systemRandom,
  };
}
