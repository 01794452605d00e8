import { describe, expect, it } from 'vitest';
import { createPayments, memoryLedger } from '@bayar/payments';
import type { Clock } from '@bayar/core/kit';
import { toyAcquirer } from './toy-acquirer.ts';
import { order } from './toy-shop.ts';

/** A clock that goes when it is told to. */
function handClock(): Clock & { readonly advance: (ms: number) => void } {
  let now = Date.parse('2026-09-01T03:00:00Z');
  const sleepers = new Set<{ readonly until: number; readonly wake: () => void }>();
  return {
    now: () => new Date(now),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        const sleeper = { until: now + ms, wake: resolve };
        sleepers.add(sleeper);
        if (signal?.aborted === true) resolve();
        signal?.addEventListener('abort', () => resolve(), { once: true });
      }),
    advance: (ms) => {
      now += ms;
      for (const { until, wake } of sleepers) if (until <= now) wake();
    },
  };
}

describe('a deadline', () => {
  it('bounds the call and not each acquirer it asks', async () => {
    const clock = handClock();
    const refuses: typeof globalThis.fetch = () => {
      clock.advance(7_000);
      return Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));
    };
    const hangs: typeof globalThis.fetch = (_, init) => {
      queueMicrotask(() => clock.advance(3_000));
      return new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(new Error('aborted')));
      });
    };
    const payments = createPayments({
      acquirers: { one: toyAcquirer({ clock, fetch: refuses }), two: toyAcquirer({ clock, fetch: hangs }) },
      active: 'one',
      failover: ['two'],
      publicUrl: 'https://shop.example',
      ledger: memoryLedger(),
      clock,
    });
    expect(await payments.createPayment(order('A-1'), { deadlineMs: 10_000 })).toMatchObject({
      kind: 'unknown',
      inquiry: { doubt: 'no-answer', payment: { acquirer: 'two' } },
    });
  });

  it.each([0, -1, NaN, Infinity, 1e300, '500' as unknown as number])(
    'of %s is a mistake, said before anything is sent',
    async (deadlineMs) => {
      const { payments, sent } = hanging();
      await expect(payments.createPayment(order('A-1'), { deadlineMs })).rejects.toThrow(/deadlineMs must be a number/);
      expect(sent()).toBe(0);
    },
  );

  it('ends the wait for another call of the same reference', async () => {
    const { payments, requests } = hanging();
    void payments.createPayment(order('A-1'));
    await requests(1);
    const stop = new AbortController();
    const second = payments.createPayment(order('A-1'), { signal: stop.signal });
    stop.abort();
    expect(await second).toEqual({ kind: 'not-sent', reason: { why: 'in-progress' } });
  });
});

describe('a reference', () => {
  it('is not held up by another call that never ends, beyond the deadline of who waits', async () => {
    const { clock, payments, requests } = hanging();
    void payments.createPayment(order('A-1'));
    await requests(1);
    const second = payments.createPayment(order('A-1'), { deadlineMs: 6_000 });
    for (let ms = 0; ms < 6_000; ms += 100) {
      await new Promise(setImmediate);
      clock.advance(100);
    }
    expect(await second).toEqual({ kind: 'not-sent', reason: { why: 'in-progress' } });
  });
});

/** A shop whose acquirer never answers, and does not hear that nobody waits: what a worker is left with. */
function hanging() {
  const clock = handClock();
  const arrived: unknown[] = [];
  const fetch: typeof globalThis.fetch = (input) => {
    arrived.push(input);
    return new Promise(() => undefined);
  };
  const payments = createPayments({
    acquirers: { one: toyAcquirer({ clock, fetch }) },
    active: 'one',
    publicUrl: 'https://shop.example',
    ledger: memoryLedger(),
    clock,
  });
  const requests = async (count: number): Promise<void> => {
    while (arrived.length < count) await new Promise(setImmediate);
  };
  return { clock, payments, requests, sent: () => arrived.length };
}
