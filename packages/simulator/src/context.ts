import type { Acquirer } from './acquirer.ts';
import type { SimulatorClock } from './clock.ts';
import type { Courier } from './courier.ts';
import type { Faults } from './faults.ts';
import type { RandomSource } from './random.ts';
import type { TimelineEntry } from './timeline.ts';

/** Sends a request to the merchant. */
export type Send = (request: Request) => Promise<Response>;

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
  readonly faults: Faults;
  /** Delivers notifications and repeats them on the clock. */
  readonly courier: Courier;
  /** Read it when a URL is built, never earlier: it changes when the simulator starts to listen. */
  readonly origin: Origin;
  readonly record: (entry: TimelineEntry) => void;
}

const answerWithinMs = 10_000;

/** Wraps a way to reach the merchant so that no answer within ten seconds rejects. */
export function sendWithTimeout(send: Send = (request) => globalThis.fetch(request)): Send {
  return async (request) => {
    const timeout = AbortSignal.timeout(answerWithinMs);
    const expired = new Promise<never>((_, reject) => {
      timeout.addEventListener('abort', () => reject(new DOMException('No answer in time', 'TimeoutError')), {
        once: true,
      });
    });
    return Promise.race([send(new Request(request, { redirect: 'manual', signal: timeout })), expired]);
  };
}
