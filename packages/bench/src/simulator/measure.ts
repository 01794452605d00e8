import { createSimulator, virtualClock, type Acquirer, type Simulator } from '@bayar/simulator';
import { acknowledge, merchants, type CreatePayment } from './merchant.ts';

/** What payments cost at one acquirer. */
export interface Measured {
  readonly acquirer: Acquirer;
  readonly payments: number;
  /** Wall time to create, pay and notify them, one after the other. */
  readonly ms: number;
  /** Payments a second. */
  readonly rate: number;
}

/** MiB of heap, after a collection. */
export interface Memory {
  readonly atRest: number;
  /** After the payments, at all three acquirers. */
  readonly after: number;
  /** After three times as many. */
  readonly afterThrice: number;
  /** Whether it stopped growing: at most a MiB more. */
  readonly flat: boolean;
}

const acquirers = ['dana', 'doku', 'faspay'] as const;
const start = Date.parse('2026-01-02T10:00:00+07:00');

/** Creates, pays and notifies so many payments per acquirer in process, thrice, and looks at time and memory. */
export async function measure(
  payments: number,
  collect: () => void,
): Promise<{ readonly times: readonly Measured[]; readonly heap: Memory }> {
  const simulator = createSimulator({ clock: virtualClock(start), send: acknowledge });
  const creates = acquirers.map((acquirer) => [acquirer, merchants[acquirer](simulator)] as const);
  const heapNow = async (): Promise<number> => {
    // What ended in this turn of the event loop is collected in the next.
    await new Promise((resolve) => setImmediate(resolve));
    collect();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };

  const atRest = await heapNow();
  const times: Measured[] = [];
  for (const [acquirer, create] of creates) {
    const ms = await pay(simulator, acquirer, create, 0, payments);
    times.push({ acquirer, payments, ms, rate: Math.round((payments / ms) * 1000) });
  }
  const after = await heapNow();
  for (const [acquirer, create] of creates) await pay(simulator, acquirer, create, payments, payments * 3);
  const afterThrice = await heapNow();
  return { times, heap: { atRest, after, afterThrice, flat: afterThrice - after <= 1 } };
}

async function pay(
  simulator: Simulator,
  acquirer: Acquirer,
  create: CreatePayment,
  from: number,
  to: number,
): Promise<number> {
  const began = performance.now();
  for (let nth = from; nth < to; nth++) {
    const reference = `INV-${nth}`;
    const answer = await create(reference);
    if (!answer.ok) throw new Error(`${acquirer} answered ${await answer.text()}`);
    await simulator[acquirer].customer.pay(reference);
    await simulator.clock.advance(1000);
    const payment = simulator[acquirer].payment(reference);
    if (payment?.deliveries.at(-1)?.verdict !== 'acknowledged') throw new Error(`${reference} was not notified`);
  }
  return performance.now() - began;
}
