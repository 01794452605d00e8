import { describe, expect, it } from 'vitest';
import type { NotSent } from '@bayar/core';
import type { Clock } from '@bayar/core/kit';
import { dokuDana } from '@bayar/doku-dana';
import { createPayments, memoryLedger } from '@bayar/payments';
import { createSimulator } from '@bayar/simulator';
import { toyAcquirer, TOY_SECRET, type Toy } from './toy-acquirer.ts';
import { toyServer, type ToyServer } from './toy-server.ts';
import { jumpingClock, order } from './toy-shop.ts';

/** Three acquirers, of which the first `down` cannot be reached. */
function three(failover: readonly ('one' | 'two' | 'three')[], active: 'one' | 'two' | 'three', down: number) {
  const clock = jumpingClock();
  const tried: string[] = [];
  const open = (name: string) => {
    const server = toyServer();
    const fetch: typeof globalThis.fetch = (input, init) => {
      tried.push(name);
      if (tried.length <= down) server.mishaps.push('refuse-connection');
      return server.fetch(input, init);
    };
    return toyAcquirer({ fetch, clock });
  };
  const payments = createPayments({
    acquirers: { one: open('one'), two: open('two'), three: open('three') },
    active,
    failover,
    publicUrl: 'https://shop.example',
    ledger: memoryLedger(),
    clock,
  });
  return { payments, tried };
}

/** Two acquirers, of which the second is there for what the first provably did not take. */
function failingOver(one: Toy, two: ToyServer, clock: Clock) {
  return createPayments({
    acquirers: { one, two: toyAcquirer({ clock, fetch: two.fetch }) },
    active: 'one',
    failover: ['two'],
    publicUrl: 'https://shop.example',
    ledger: memoryLedger(),
    clock,
  });
}

/** Two acquirers, of which the first sends nothing, for a reason. */
function answering(reason: NotSent) {
  const clock = jumpingClock();
  const two = toyServer();
  const one = toyAcquirer({ clock, fetch: two.fetch });
  const unsent: Toy = { ...one, createPayment: () => Promise.resolve({ kind: 'not-sent', reason }) };
  return { payments: failingOver(unsent, two, clock), two };
}

describe('the list of acquirers to fail over to', () => {
  it.each([
    ['one', ['one', 'two', 'three']],
    ['two', ['two', 'one', 'three']],
    ['three', ['three', 'one', 'two']],
  ] as const)('may name the active one, %s, wherever it stands', async (active, order_) => {
    const { payments, tried } = three(['one', 'two', 'three'], active, 2);
    expect(await payments.createPayment(order('A-1'))).toMatchObject({ kind: 'done', value: { acquirer: order_[2] } });
    expect(tried).toEqual(order_);
  });

  it('asks each acquirer once, however often it is named', async () => {
    const { payments, tried } = three(['two', 'one', 'two', 'one'], 'one', 99);
    expect(await payments.createPayment(order('A-1'))).toEqual({ kind: 'not-sent', reason: { why: 'unreachable' } });
    expect(tried).toEqual(['one', 'two']);
  });
});

describe('failover', () => {
  it.each([
    { why: 'unreachable' },
    { why: 'token-unavailable' },
    { why: 'circuit-open', retryAfterMs: 1_000 },
  ] satisfies NotSent[])('moves on when the answer of the active acquirer is $why', async (reason) => {
    const { payments, two } = answering(reason);
    expect(await payments.createPayment(order('A-1'))).toMatchObject({ kind: 'done', value: { acquirer: 'two' } });
    expect(two.requests).toHaveLength(1);
  });

  it.each([
    { why: 'aborted' },
    { why: 'in-progress' },
    { why: 'authentication', code: '4017300', hint: 'Not ours.' },
    { why: 'invalid', issues: [] },
  ] satisfies NotSent[])('stays when it is $why: another acquirer would not change it', async (reason) => {
    const { payments, two } = answering(reason);
    expect(await payments.createPayment(order('A-1'))).toEqual({ kind: 'not-sent', reason });
    expect(two.requests).toEqual([]);
  });

  it('moves on when DOKU issues no token', async () => {
    const { settings } = createSimulator();
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = (input) => {
      asked.push(new URL(new Request(input).url).pathname);
      return Promise.resolve(new Response('Service Unavailable', { status: 503 }));
    };
    const clock = jumpingClock();
    const two = toyServer();
    const payments = createPayments({
      acquirers: {
        doku: dokuDana(settings.doku, { clock, fetch }),
        two: toyAcquirer({ clock, fetch: two.fetch }),
      },
      active: 'doku',
      failover: ['two'],
      publicUrl: 'https://shop.example',
      ledger: memoryLedger(),
      clock,
    });
    const device = { platform: 'web' } as const;
    expect(await payments.createPayment({ ...order('A-1'), device })).toMatchObject({
      kind: 'done',
      value: { acquirer: 'two' },
    });
    expect(new Set(asked)).toEqual(new Set(['/authorization/v1/access-token/b2b']));
  });

  it('stays where a notification has meanwhile shown the payment to exist', async () => {
    const clock = jumpingClock();
    const [one, two] = [toyServer(), toyServer()];
    const fetch: typeof globalThis.fetch = async (input, init) => {
      await notify();
      return one.fetch(input, init);
    };
    const payments = failingOver(toyAcquirer({ clock, fetch }), two, clock);
    const notify = (): Promise<Response> => {
      const body = JSON.stringify({ secret: TOY_SECRET, reference: 'A-1', status: 'paid', amount: 2_500_000 });
      return payments.handler(new Request('https://shop.example/one/notify', { method: 'POST', body }));
    };
    one.mishaps.push('refuse-connection');
    expect(await payments.createPayment(order('A-1'))).toMatchObject({ value: { acquirer: 'one', status: 'paid' } });
    expect(two.requests).toEqual([]);
  });
});
