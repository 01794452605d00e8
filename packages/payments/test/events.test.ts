import { describe, expect, it } from 'vitest';
import { UsageError } from '@bayar/core';
import { createPayments } from '@bayar/payments';
import { toyAcquirer } from './toy-acquirer.ts';
import { openToyShop, order } from './toy-shop.ts';

describe('an event', () => {
  it('is left by a process that handles none, for one that does', async () => {
    const { payments, one, ledger, clock, events } = openToyShop();
    // Whoever only watches for alerts handles nothing.
    const script = createPayments({
      acquirers: { one: toyAcquirer({ fetch: one.fetch, clock }) },
      active: 'one',
      retired: ['two'],
      publicUrl: 'https://shop.example/pay',
      ledger,
      clock,
    });
    script.on('answer.mismatch', () => undefined);
    const outcome = await script.createPayment(order('A-1'));
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    one.pay('A-1');
    expect(await script.getPayment(outcome.value)).toMatchObject({ value: { status: 'paid' } });
    expect(events).toEqual([]);
    await payments.getPayment(outcome.value);
    expect(events).toMatchObject([{ type: 'payment.paid', evidence: 'inquiry' }]);
  });

  it('that does not exist cannot be waited for', () => {
    const { payments } = openToyShop();
    expect(() => payments.on('payment.payed' as never, () => undefined)).toThrow(UsageError);
    expect(() => payments.on('payment.payed' as never, () => undefined)).toThrow(/payment\.paid,/);
    expect(() => payments.on('payment.paid', undefined as never)).toThrow(
      /handler of payment\.paid must be a function/,
    );
  });
});

describe('a payment that is only named', () => {
  it('is asked for by the whole of it', async () => {
    const { payments } = openToyShop();
    await expect(payments.getPayment('A-1' as never)).rejects.toThrow(/not its reference alone/);
  });

  it('and does not exist leaves its reference free', async () => {
    const { payments } = openToyShop();
    const outcome = await payments.createPayment(order('A-1'));
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    expect(await payments.getPayment({ ...outcome.value, reference: 'A-2' })).toMatchObject({ kind: 'absent' });
    expect(await payments.createPayment(order('A-2'))).toMatchObject({ kind: 'done' });
  });
});
