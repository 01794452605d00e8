import { describe, expect, it } from 'vitest';
import { createPayments, memoryLedger, type Ledger } from '@bayar/payments';
import { toyAcquirer } from './toy-acquirer.ts';
import { jumpingClock, openToyShop, order } from './toy-shop.ts';
import { toyServer } from './toy-server.ts';

/** A ledger whose next writes fail. */
function failing(): { readonly ledger: Ledger; failures: number } {
  const kept = memoryLedger();
  const state = { failures: 0, ledger: kept as Ledger };
  state.ledger = {
    ...kept,
    replace: (record) => {
      if (state.failures === 0) return kept.replace(record);
      state.failures -= 1;
      return Promise.reject(new Error('ledger is down'));
    },
  };
  return state;
}

describe('a ledger', () => {
  it('shared by two processes lets one of them send, and answers both alike', async () => {
    const [server, ledger, clock] = [toyServer(), memoryLedger(), jumpingClock()];
    const open = () =>
      createPayments({
        acquirers: { one: toyAcquirer({ fetch: server.fetch, clock }) },
        active: 'one',
        publicUrl: 'https://shop.example',
        ledger,
        clock,
      });
    const processes = [open(), open(), open(), open()];
    const calls = processes.flatMap((process) => Array.from({ length: 50 }, () => process.createPayment(order('A-1'))));
    const outcomes = await Promise.all(calls);
    expect(server.requests).toHaveLength(1);
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
  });

  it('that fails after the payment was made leaves it unknown and not lost', async () => {
    const kept = failing();
    const shop = openToyShop({ ledger: kept.ledger });
    kept.failures = 1;
    const outcome = await shop.payments.createPayment(order('A-1'));
    expect(outcome).toMatchObject({
      kind: 'unknown',
      inquiry: { doubt: 'not-recorded', payment: { reference: 'A-1', locator: { key: 'toy:A-1' } } },
    });
    expect(shop.failures).toMatchObject([{ message: 'ledger is down' }]);
    shop.one.pay('A-1');
    if (outcome.kind !== 'unknown') throw new Error(outcome.kind);
    expect(await shop.payments.resolve(outcome.inquiry)).toMatchObject({ kind: 'found', value: { status: 'paid' } });
  });

  it('that fails on a notification has the acquirer deliver it again', async () => {
    const kept = failing();
    const shop = openToyShop({ ledger: kept.ledger });
    await shop.payments.createPayment(order('A-1'));
    kept.failures = 1;
    expect([(await shop.notify('A-1', 'paid')).status, (await shop.notify('A-1', 'paid')).status]).toEqual([500, 200]);
    expect(shop.events.map(({ type }) => type)).toEqual(['payment.paid']);
  });

  it('that could not be asked at first is asked again', async () => {
    const kept = memoryLedger();
    let asked = 0;
    const ledger: Ledger = {
      ...kept,
      unsettled: (page) => (++asked === 1 ? Promise.reject(new Error('ledger is down')) : kept.unsettled(page)),
    };
    const { payments } = openToyShop({ ledger });
    await expect(payments.createPayment(order('A-1'))).rejects.toThrow('ledger is down');
    expect(await payments.createPayment(order('A-1'))).toMatchObject({ kind: 'done' });
  });
});

describe('a reference', () => {
  it('is free again when the merchant’s account was refused and not the payment', async () => {
    const { payments, one } = openToyShop();
    one.mishaps.push('decline-account');
    expect(await payments.createPayment(order('A-1'))).toMatchObject({
      kind: 'declined',
      decline: { reason: 'authentication', retryable: false },
    });
    expect(await payments.createPayment(order('A-1'))).toMatchObject({ kind: 'done' });
  });
});
