import type { ReadsRefunds } from '@bayar/core';
import { createPayments, memoryLedger, type Ledger, type Payments } from '@bayar/payments';
import { toyAcquirer, type Toy } from './toy-acquirer.ts';
import { toyServer, type ToyServer } from './toy-server.ts';
import { jumpingClock } from './toy-shop.ts';

/** One of the two. */
export type Process = Payments<{ readonly one: Toy; readonly two: Toy }>;

/**
 * What the connection of a process that is stopped comes to once it wakes: it never left, it arrived and its answer was
 * lost, or it had been answered before.
 */
export type Waking = 'refused' | 'lost' | 'answered';

/** Two processes on one ledger. */
export interface TwoProcesses {
  readonly one: ToyServer;
  readonly two: ToyServer;
  readonly ledger: Ledger;
  /** The process that runs on. */
  readonly awake: Process;
  /** Has the other begin something and stop with its first request under way, until its claim has run out. Answers what wakes it. */
  readonly begin: <T>(call: (stopped: Process) => Promise<T>) => Promise<() => Promise<T>>;
  /** Runs once, before the next request of the process that runs on goes to that path. */
  readonly next: (path: string, before: () => unknown) => void;
}

/** Long enough for a claim to be taken for dead. */
const ASLEEP_MS = 120_000;

/** Opens both, as a serverless platform stops one with a request under way and starts another. */
export function openTwo(waking: Waking, { asksAboutRefunds = false } = {}): TwoProcesses {
  const [one, two, clock, ledger] = [toyServer(), toyServer(), jumpingClock(), memoryLedger()];
  const [stopped, woken] = [gate(), gate()];
  const pending: { path: string; before: () => unknown }[] = [];

  async function runOn(server: ToyServer, ...[input, init]: Parameters<typeof fetch>): Promise<Response> {
    const { pathname } = new URL(new Request(input, init).url);
    const index = pending.findIndex(({ path }) => path === pathname);
    if (index !== -1) await pending.splice(index, 1)[0]?.before();
    return server.fetch(input, init);
  }

  async function stop(server: ToyServer, ...[input, init]: Parameters<typeof fetch>): Promise<Response> {
    if (server === two) return server.fetch(input, init);
    const answered = waking === 'answered' ? await server.fetch(input, init) : undefined;
    stopped.open();
    await woken.passed;
    if (answered !== undefined) return answered;
    if (waking === 'refused') throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    server.mishaps.push('lose-answer');
    return server.fetch(input, init);
  }

  function open(via: typeof runOn): Process {
    const toyAt = (server: ToyServer): Toy => {
      const toy = toyAcquirer({ fetch: (...sent) => via(server, ...sent), clock });
      return asksAboutRefunds ? readingRefunds(toy, server, () => (via === stop ? pause() : Promise.resolve())) : toy;
    };
    return createPayments({
      acquirers: { one: toyAt(one), two: toyAt(two) },
      active: 'one',
      failover: ['two'],
      publicUrl: 'https://shop.example',
      ledger,
      clock,
    });
  }

  /** The first inquiry of the stopped process about a refund is answered before it stops. */
  async function pause(): Promise<void> {
    if (waking !== 'answered') return;
    stopped.open();
    await woken.passed;
  }

  return {
    one,
    two,
    ledger,
    awake: open(runOn),
    begin: async (call) => {
      const late = call(open(stop));
      await stopped.passed;
      clock.advance(ASLEEP_MS);
      return () => {
        woken.open();
        return late;
      };
    },
    next: (path, before) => void pending.push({ path, before }),
  };
}

/** The toy with an inquiry about refunds, whose answer is on its way until `arrived`. */
function readingRefunds(toy: Toy, { payments }: ToyServer, arrived: () => Promise<void>): Toy {
  const getRefund: ReadsRefunds['getRefund'] = async (ref, refund) => {
    const known = payments.get(ref.reference)?.refunds[refund.refundReference] !== undefined;
    await arrived();
    if (!known) return { kind: 'absent', final: true };
    return { kind: 'found', value: { ...refund, status: 'succeeded', payment: ref } };
  };
  return { ...toy, getRefund } as Toy;
}

function gate() {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { open, passed };
}
