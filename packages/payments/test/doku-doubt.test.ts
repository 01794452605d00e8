import { rupiah } from '@bayar/core';
import { dokuDana } from '@bayar/doku-dana';
import { createPayments, memoryLedger } from '@bayar/payments';
import { createSimulator, virtualClock } from '@bayar/simulator';
import { expect, it } from 'vitest';

const SECOND = 1_000;

it('each attempt at DOKU that is lost is given its own time to be found before the next is sent', async () => {
  const { clock, doku, faults } = createSimulator({ clock: virtualClock(Date.parse('2026-01-02T03:00:00Z')) });
  faults.add({ acquirer: 'doku', operation: 'payment', times: 'always', fault: { type: 'reset', when: 'before' } });
  const { clientId, secretKey, merchantPrivateKey: privateKey, dokuPublicKey } = doku.credentials;
  const time = {
    now: () => new Date(clock.now()),
    sleep: (_: number, signal?: AbortSignal) =>
      new Promise<void>((wake) => {
        signal?.addEventListener('abort', () => wake(), { once: true });
      }),
  };
  let sent = 0;
  const fetch: typeof globalThis.fetch = (input, init) => {
    const { pathname } = new URL(new Request(input, init).url);
    if (/payment/.test(pathname)) sent += 1;
    return doku.fetch(input, init);
  };
  const payments = createPayments({
    acquirers: {
      doku: dokuDana(
        { environment: 'sandbox', clientId, secretKey, privateKey, dokuPublicKey },
        { fetch, clock: time },
      ),
    },
    active: 'doku',
    publicUrl: 'https://shop.example/pay',
    ledger: memoryLedger(),
    clock: time,
  });
  const after: [number, string, number][] = [];
  for (const seconds of [0, 5, 95, 1, 60, 40]) {
    await clock.advance(seconds * SECOND);
    const { kind } = await payments.createPayment({
      reference: 'INV-1',
      amount: rupiah(25_000),
      title: 'Kopi susu',
      returnUrl: 'https://shop.example/thanks',
      device: { platform: 'web' },
    });
    after.push([seconds, kind, sent]);
  }
  expect(after).toEqual([
    [0, 'unknown', 1],
    [5, 'unknown', 1],
    [95, 'unknown', 2],
    [1, 'unknown', 2],
    [60, 'unknown', 2],
    [40, 'unknown', 3],
  ]);
});
