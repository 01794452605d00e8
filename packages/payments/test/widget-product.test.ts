import { rupiah } from '@bayar/core';
import { danaDirect } from '@bayar/dana-direct';
import { createPayments, memoryLedger } from '@bayar/payments';
import { createSimulator, virtualClock } from '@bayar/simulator';
import { describe, expect, it } from 'vitest';

const request = {
  reference: 'INV-1',
  amount: rupiah(25_000),
  title: 'Kopi',
  returnUrl: 'https://shop.example/thanks',
  extra: { dana: { product: 'widget' } },
} as const;

describe('a payment through a second product of one acquirer', () => {
  it('is routed, inquired about, notified and refunded where it was made', async () => {
    const { payments, simulator, paths } = shop();
    const outcome = await payments.createPayment(request);
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
    const payment = outcome.value;
    expect(payment).toMatchObject({ acquirer: 'dana', locator: { product: 'widget' } });
    await simulator.dana.customer.pay('INV-1');
    await simulator.idle();
    expect(await payments.getPayment(payment)).toMatchObject({ kind: 'found', value: { status: 'paid' } });
    const refund = { refundReference: 'RF-1', amount: rupiah(5_000) };
    expect(await payments.refundPayment(payment, refund)).toMatchObject({ kind: 'done' });
    expect(paths).toEqual([
      '/rest/redirection/v1.0/debit/payment-host-to-host',
      '/rest/v1.1/debit/status',
      '/v1.0/debit/refund.htm',
    ]);
  });

  it('is cancelled where it would be, although nobody knows yet whether it was made', async () => {
    const { payments, simulator, paths } = shop();
    const fault = { type: 'reset', when: 'after-commit' } as const;
    simulator.faults.add({ acquirer: 'dana', operation: 'widgetPayment', times: 3, fault });
    const outcome = await payments.createPayment(request);
    if (outcome.kind !== 'unknown') throw new Error(outcome.kind);
    const { payment } = outcome.inquiry;
    expect(payment).toMatchObject({ acquirer: 'dana', locator: { product: 'widget' } });
    expect(await payments.cancelPayment(payment)).toMatchObject({ kind: 'done' });
    expect(paths.at(-1)).toBe('/v1.0/debit/cancel.htm');
  });

  it('is found after a crash that left only the claim', async () => {
    const { payments, simulator, paths, ledger } = shop();
    const fault = { type: 'reset', when: 'after-commit' } as const;
    simulator.faults.add({ acquirer: 'dana', operation: 'widgetPayment', times: 3, fault });
    await payments.createPayment(request);
    const record = await ledger.read('INV-1');
    if (record === undefined) throw new Error('There is no record.');
    const payment = { ...record.payment, locator: {} };
    await ledger.replace({ ...record, version: record.version + 1, payment });
    // This simulator knows Widget payments at the inquiry of the other product too; DANA does not say whether it does.
    simulator.faults.add({ acquirer: 'dana', operation: 'queryPayment', fault: notFound });
    expect(await payments.getPayment(payment)).toMatchObject({
      kind: 'found',
      value: { locator: { product: 'widget' } },
    });
    expect((await ledger.read('INV-1'))?.payment.locator).toEqual({ product: 'widget' });
    expect(paths.slice(-2)).toEqual(['/payment-gateway/v1.0/debit/status.htm', '/rest/v1.1/debit/status']);
  });
});

const notFound = {
  type: 'answer',
  when: 'before',
  status: 404,
  body: '{"responseCode":"4045501","responseMessage":"Transaction Not Found"}',
} as const;

function shop() {
  const paths: string[] = [];
  const simulator = createSimulator({
    clock: virtualClock(Date.parse('2026-09-01T10:00:00+07:00')),
    seed: 'widget',
    send: (sent) => payments.handler(sent),
  });
  const { clientId, merchantId, privateKey, danaPublicKey } = simulator.dana.credentials;
  const clock = {
    now: () => new Date(simulator.clock.now()),
    sleep: (ms: number, signal?: AbortSignal) =>
      ms < 8_000
        ? Promise.resolve()
        : new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true })),
  };
  const fetch: typeof globalThis.fetch = (input, init) => {
    paths.push(new URL(input instanceof Request ? input.url : input).pathname);
    return simulator.dana.fetch(input, init);
  };
  const dana = danaDirect(
    { environment: 'sandbox', clientId, merchantId, privateKey, danaPublicKeys: danaPublicKey, mcc: '5732' },
    { fetch, clock },
  );
  const ledger = memoryLedger();
  const publicUrl = 'https://shop.example/pay';
  const payments = createPayments({ acquirers: { dana }, active: 'dana', publicUrl, ledger, clock });
  return { payments, simulator, paths, ledger };
}
