import type { SimulatorClock } from './clock.ts';
import type { Send } from './send.ts';

/** What became of one attempt to notify the merchant. */
export type DeliveryVerdict = 'acknowledged' | 'not-acknowledged' | 'no-answer' | 'not-sent';

/** One attempt to notify the merchant. Plain data. */
export interface DeliveryAttempt {
  /** Milliseconds since the epoch, on the simulator's clock. */
  readonly at: number;
  /** Absent when the request could not be built, for example because the merchant gave no token. */
  readonly request?: {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  /** Absent when the merchant did not answer. */
  readonly response?: { readonly status: number; readonly body: string };
  readonly verdict: DeliveryVerdict;
  /** Why there is no request or no response. */
  readonly problem?: string;
  /** When it is repeated, in milliseconds since the epoch; absent where it is not. */
  readonly retryAt?: number;
}

/** Attempts of an earlier run: what was waiting to be repeated no longer is. */
export function withoutRetries(attempts: readonly DeliveryAttempt[]): DeliveryAttempt[] {
  return attempts.map(({ retryAt: _, ...attempt }) => attempt);
}

/** A notification and how long it is repeated. */
export interface Delivery {
  /** The merchant's payment reference, as on the wire. */
  readonly reference: string;
  /** Builds the attempt; called anew for every attempt, so that timestamps and signatures are fresh. */
  readonly build: (now: number) => Promise<Request>;
  /** Whether the merchant's answer ends the repetition. */
  readonly acknowledged: (response: Response) => Promise<boolean>;
  /** The waits between one attempt and the next; when they are used up the acquirer gives up. */
  readonly retryAfterMs: readonly number[];
  /** Wait before the first attempt; none unless told. */
  readonly delayMs?: number;
  /** Called with every attempt, as it ends. */
  readonly attempted: (attempt: DeliveryAttempt) => void;
}

/** Delivers notifications to the merchant. */
export interface Courier {
  /** Starts at once and returns at once. */
  readonly deliver: (delivery: Delivery) => void;
  /** Resolves when no attempt is under way. Attempts waiting on the clock do not count. */
  readonly idle: () => Promise<void>;
  /** When the next waiting attempt is due, in milliseconds since the epoch. */
  readonly nextAttemptAt: () => number | undefined;
}

/** A courier on the given clock. */
export function createCourier(clock: SimulatorClock, send: Send): Courier {
  const underWay = new Set<Promise<void>>();
  const waiting = new Set<{ readonly dueAt: number }>();

  function startLater(delivery: Delivery, retries: readonly number[], ms: number): number {
    const due = { dueAt: clock.now() + ms };
    waiting.add(due);
    clock.after(ms, () => {
      waiting.delete(due);
      return start(delivery, retries);
    });
    return due.dueAt;
  }

  function start(delivery: Delivery, retries: readonly number[]): Promise<void> {
    const running = run(delivery, retries).finally(() => underWay.delete(running));
    underWay.add(running);
    return running;
  }

  async function run(delivery: Delivery, [wait, ...later]: readonly number[]): Promise<void> {
    const attempt = await attemptOnce(delivery, clock.now(), send);
    const isRepeated = attempt.verdict !== 'acknowledged' && wait !== undefined;
    delivery.attempted(isRepeated ? { ...attempt, retryAt: startLater(delivery, later, wait) } : attempt);
  }

  return {
    deliver(delivery) {
      if (delivery.delayMs === undefined) void start(delivery, delivery.retryAfterMs);
      else startLater(delivery, delivery.retryAfterMs, delivery.delayMs);
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    nextAttemptAt: () => earliest([...waiting].map(({ dueAt }) => dueAt)),
  };
}

function earliest(times: readonly number[]): number | undefined {
  return times.length === 0 ? undefined : Math.min(...times);
}

async function attemptOnce(delivery: Delivery, at: number, send: Send): Promise<DeliveryAttempt> {
  let request: Request;
  try {
    request = await delivery.build(at);
  } catch (error) {
    return { at, verdict: 'not-sent', problem: String(error) };
  }
  const sent = { url: request.url, headers: Object.fromEntries(request.headers), body: await request.clone().text() };
  try {
    const response = await send(request);
    const answer = { status: response.status, body: await response.clone().text() };
    // An answer that cannot even be read acknowledges nothing.
    const isAcknowledged = await delivery.acknowledged(response).catch(() => false);
    return { at, request: sent, response: answer, verdict: isAcknowledged ? 'acknowledged' : 'not-acknowledged' };
  } catch (error) {
    return { at, request: sent, verdict: 'no-answer', problem: String(error) };
  }
}
