import { describe, expect, it } from 'vitest';
import { createPayments, memoryLedger, type Payments } from '@bayar/payments';
import { toyAcquirer, TOY_SECRET, type Toy } from './toy-acquirer.ts';
import { toyServer } from './toy-server.ts';
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
  it('stays where a notification has meanwhile shown the payment to exist', async () => {
    const clock = jumpingClock();
    const [one, two] = [toyServer(), toyServer()];
    const payments: Payments<{ readonly one: Toy; readonly two: Toy }> = createPayments({
      acquirers: {
        one: toyAcquirer({ clock, fetch: (input, init) => notified().then(() => one.fetch(input, init)) }),
        two: toyAcquirer({ clock, fetch: two.fetch }),
      },
      active: 'one',
      failover: ['two'],
      publicUrl: 'https://shop.example',
      ledger: memoryLedger(),
      clock,
    });
    const notified = (): Promise<Response> => {
      const body = JSON.stringify({ secret: TOY_SECRET, reference: 'A-1', status: 'paid', amount: 2_500_000 });
      return payments.handler(new Request('https://shop.example/one/notify', { method: 'POST', body }));
    };
    one.mishaps.push('refuse-connection');
    expect(await payments.createPayment(order('A-1'))).toMatchObject({ value: { acquirer: 'one', status: 'paid' } });
    expect(two.requests).toEqual([]);
  });
});
