import { describe, expect, it } from 'vitest';
import { createPayments, memoryLedger, type Payments } from '@bayar/payments';
import { toyAcquirer, type Toy } from './toy-acquirer.ts';
import { toyServer, type ToyServer } from './toy-server.ts';
import { jumpingClock, order } from './toy-shop.ts';

/** Long enough for a claim to be taken for dead. */
const ASLEEP_MS = 120_000;

type Process = Payments<{ readonly one: Toy; readonly two: Toy }>;

const whole = { refundReference: 'R-1', amount: order('A-1').amount };
const other = { refundReference: 'R-2', amount: order('A-1').amount };

/**
 * Two processes on one ledger. `frozen` sends nothing until it is told what its connection came to, as a serverless
 * process that was stopped with a request under way; `awake` sends what it is asked to, after `before`.
 */
function openTwo() {
  const [one, two, clock, ledger] = [toyServer(), toyServer(), jumpingClock(), memoryLedger()];
  const open = (via: (server: ToyServer) => typeof fetch): Process =>
    createPayments({
      acquirers: {
        one: toyAcquirer({ fetch: via(one), clock }, { recognisesRepeats: ['refundPayment'] }),
        two: toyAcquirer({ fetch: via(two), clock }),
      },
      active: 'one',
      failover: ['two'],
      publicUrl: 'https://shop.example',
      ledger,
      clock,
    });
  const stopped = gate();
  const woken = gate();
  const state: { before: (path: string) => unknown } = { before: () => undefined };
  const frozen = open(() => async () => {
    stopped.open();
    await woken.passed;
    throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
  });
  const awake = open(({ fetch }) => async (input, init) => {
    await state.before(new URL(new Request(input, init).url).pathname);
    return fetch(input, init);
  });
  /** Has the frozen process begin something, and its claim run out. */
  const begin = async <T>(call: (frozen: Process) => Promise<T>): Promise<{ readonly wake: () => Promise<T> }> => {
    const late = call(frozen);
    await stopped.passed;
    clock.advance(ASLEEP_MS);
    return {
      wake: () => {
        woken.open();
        return late;
      },
    };
  };
  return { one, two, ledger, awake, begin, state };
}

function gate() {
  let open: () => void = () => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { open, passed };
}

const sent = ({ requests }: ToyServer, to: string): number => requests.filter(({ path }) => path === to).length;

describe('a process that wakes after another took over its claim', () => {
  it('does not free a reference that is in doubt by then', async () => {
    const { one, awake, begin, state } = openTwo();
    const { wake } = await begin((frozen) => frozen.createPayment(order('A-1')));
    state.before = (path) => path === '/create' && one.mishaps.push('lose-answer');
    const inDoubt = await awake.createPayment(order('A-1'));
    expect(inDoubt).toMatchObject({ kind: 'unknown' });
    expect(await wake()).toEqual(inDoubt);
    one.mishaps.push('garble');
    expect(await awake.createPayment(order('A-1'))).toEqual(inDoubt);
    expect(sent(one, '/create')).toBe(1);
  });

  it('does not take the payment to another acquirer while the other process sends it', async () => {
    const { one, two, awake, begin, state } = openTwo();
    const { wake } = await begin((frozen) => frozen.createPayment(order('A-1')));
    let late: unknown;
    state.before = async (path) => {
      if (path === '/create') late = await wake();
    };
    expect(await awake.createPayment(order('A-1'))).toMatchObject({ kind: 'done', value: { acquirer: 'one' } });
    expect(late).toEqual({ kind: 'not-sent', reason: { why: 'in-progress' } });
    expect([sent(one, '/create'), sent(two, '/create')]).toEqual([1, 0]);
  });

  it('does not free the money of a refund that is in doubt by then', async () => {
    const { one, awake, begin, state } = openTwo();
    const created = await awake.createPayment(order('A-1'));
    if (created.kind !== 'done') throw new Error(created.kind);
    one.pay('A-1');
    await awake.getPayment(created.value);
    const refund = (process: Process, request: typeof whole) => process.refundPayment(created.value, request);
    const { wake } = await begin((frozen) => refund(frozen, whole));
    state.before = (path) => path === '/refund' && one.mishaps.push('lose-answer');
    expect(await refund(awake, whole)).toMatchObject({ kind: 'unknown' });
    expect(await wake()).toMatchObject({ kind: 'unknown' });
    expect(await refund(awake, other)).toMatchObject({ kind: 'not-sent', reason: { why: 'invalid' } });
    expect(sent(one, '/refund')).toBe(1);
  });
});
