import { describe, expect, it } from 'vitest';
import { createPayments, memoryLedger, type Ledger } from '@bayar/payments';
import { type Toy, toyAcquirer } from './toy-acquirer.ts';
import { toyServer } from './toy-server.ts';
import { jumpingClock, openToyShop, order } from './toy-shop.ts';

/** A ledger that can be switched off. */
function switchable(): { readonly ledger: Ledger; down: boolean } {
  const kept = memoryLedger();
  const state = { down: false, ledger: kept as Ledger };
  const guarded =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    (...args: A): Promise<R> =>
      state.down ? Promise.reject(new Error('ledger is down')) : call(...args);
  state.ledger = {
    ...kept,
    read: guarded(kept.read),
    replace: guarded(kept.replace),
    readByOrder: guarded(kept.readByOrder),
  };
  return state;
}

describe('a ledger that fails after the acquirer answered and stays down', () => {
  it('leaves the answer of a creation unknown, and throws nothing', async () => {
    const kept = switchable();
    const shop = openToyShop({ ledger: kept.ledger });
    shop.one.meanwhile = () => Promise.resolve(void (kept.down = true));
    expect(await shop.payments.createPayment(order('A-1'))).toMatchObject({
      kind: 'unknown',
      inquiry: { doubt: 'not-recorded' },
    });
  });

  it('loses nothing that finds the payment again: the inquiry has it', async () => {
    const kept = switchable();
    const shop = openToyShop({ ledger: kept.ledger });
    shop.one.meanwhile = () => Promise.resolve(void (kept.down = true));
    const outcome = await shop.payments.createPayment(order('A-1'));
    if (outcome.kind !== 'unknown') throw new Error(outcome.kind);
    kept.down = false;
    shop.one.meanwhile = undefined;
    await shop.payments.resolve(outcome.inquiry);
    expect((await shop.ledger.read('A-1'))?.payment).toMatchObject({ locator: { key: 'toy:A-1' } });
  });

  it('does not keep a customer who comes back from going on', async () => {
    const kept = switchable();
    const shop = openToyShop({ ledger: kept.ledger });
    await shop.payments.createPayment(order('A-1'));
    const url = String(shop.one.requests[0]?.body['returnUrl']);
    shop.one.meanwhile = () => Promise.resolve(void (kept.down = true));
    expect((await shop.payments.handler(new Request(url))).status).toBe(303);
    expect(shop.failures).toMatchObject([{ message: 'ledger is down' }, { message: 'ledger is down' }]);
  });
});

describe('an adapter that throws while it creates a payment', () => {
  it('leaves the reference in doubt, so that the next call inquires and does not wait', async () => {
    const [server, clock] = [toyServer(), jumpingClock()];
    const toy = toyAcquirer({ fetch: server.fetch, clock });
    let broken = true;
    const payments = createPayments({
      acquirers: {
        one: {
          ...toy,
          createPayment: async (...call: Parameters<Toy['createPayment']>) => {
            const outcome = await toy.createPayment(...call);
            if (broken) throw new TypeError('a mistake of the adapter');
            return outcome;
          },
        },
      },
      active: 'one',
      publicUrl: 'https://shop.example',
      ledger: memoryLedger(),
      clock,
    });
    await expect(payments.createPayment(order('A-1'))).rejects.toThrow('a mistake of the adapter');
    broken = false;
    expect(await payments.createPayment(order('A-1'))).toMatchObject({ kind: 'done' });
    expect(server.requests.map(({ path }) => path)).toEqual(['/create', '/query']);
  });
});

describe('the deadline of a call', () => {
  it('keeps the claim of a call that may take longer than most', async () => {
    const [server, clock, ledger] = [toyServer(), jumpingClock(), memoryLedger()];
    const open = () =>
      createPayments({
        acquirers: { one: toyAcquirer({ fetch: server.fetch, clock }) },
        active: 'one',
        publicUrl: 'https://shop.example',
        ledger,
        clock,
      });
    const [first, second] = [open(), open()];
    let other: unknown;
    server.meanwhile = async () => {
      server.meanwhile = undefined;
      clock.advance(90_000);
      other = await second.createPayment(order('A-1'), { deadlineMs: 300 });
    };
    await first.createPayment(order('A-1'), { deadlineMs: 120_000 });
    expect(other).toEqual({ kind: 'not-sent', reason: { why: 'in-progress' } });
  });
});
