import { describe, expect, it } from 'vitest';
import { ConfigError } from '@bayar/core';
import { createPayments, memoryLedger } from '@bayar/payments';
import { toyAcquirer } from './toy-acquirer.ts';
import { toyServer } from './toy-server.ts';
import { openToyShop, order } from './toy-shop.ts';

const toy = toyAcquirer({ fetch: toyServer().fetch });

function problems(attempt: () => unknown): readonly string[] {
  try {
    attempt();
  } catch (error) {
    if (ConfigError.isInstance(error)) return error.issues.map(({ field }) => field);
    throw error;
  }
  return [];
}

describe('createPayments', () => {
  it('lists every problem of its options at once', () => {
    const options = {
      acquirers: { 'a b': toy },
      active: 'nobody' as never,
      failover: ['nobody' as never],
      publicUrl: 'http://shop.example/pay',
      ledger: memoryLedger(),
    };
    expect(problems(() => createPayments(options))).toEqual(['acquirers.a b', 'active', 'failover.0', 'publicUrl']);
  });

  it('names what is no gateway, no ledger, no list and no option', () => {
    const options = {
      acquirers: { toy, factory: toyAcquirer },
      active: 'toy',
      failover: 'toy',
      failOver: ['toy'],
      retired: [7],
      publicUrl: 'https://shop.example',
      ledger: { ...memoryLedger(), unsettled: undefined },
    };
    expect(problems(() => createPayments(options as never))).toEqual([
      'failOver',
      'acquirers.factory',
      'failover',
      'retired',
      'ledger',
    ]);
    expect(problems(() => createPayments({ ...options, acquirers: undefined, ledger: undefined } as never))).toContain(
      'acquirers',
    );
  });

  it.each([
    'not a url',
    'ftp://shop.example',
    'https://user@shop.example',
    'https://shop.example/pay?x=1',
    'http://192.168.0.1/pay',
  ])('refuses %s as its public URL', (publicUrl) => {
    expect(
      problems(() => createPayments({ acquirers: { toy }, active: 'toy', publicUrl, ledger: memoryLedger() })),
    ).toEqual(['publicUrl']);
  });

  it.each(['https://shop.example', 'https://shop.example/a/b/', 'http://127.0.0.1:8080/pay', 'http://localhost/pay'])(
    'takes %s as its public URL',
    (publicUrl) => {
      expect(
        problems(() => createPayments({ acquirers: { toy }, active: 'toy', publicUrl, ledger: memoryLedger() })),
      ).toEqual([]);
    },
  );

  it('refuses a name that `active` answers and nobody is configured under', async () => {
    const payments = createPayments({
      acquirers: { toy },
      active: () => 'gone',
      publicUrl: 'https://shop.example',
      ledger: memoryLedger(),
    });
    await expect(payments.createPayment(order('A-1'))).rejects.toThrow(ConfigError);
  });

  it('refuses to leave open payments behind under a name that is no longer configured', async () => {
    const { payments, ledger } = openToyShop();
    await payments.createPayment(order('A-1'));
    const options = { acquirers: { two: toy }, active: 'two', publicUrl: 'https://shop.example', ledger } as const;
    await expect(createPayments(options).ready()).rejects.toThrow(/acquirers\.one: has open payments/);
    await expect(createPayments({ ...options, retired: ['one'] }).ready()).resolves.toBeUndefined();
  });

  it('forgets a name once its payments are settled', async () => {
    const { payments, ledger, notify } = openToyShop();
    await payments.createPayment(order('A-1'));
    await notify('A-1', 'paid');
    const options = { acquirers: { two: toy }, active: 'two', publicUrl: 'https://shop.example', ledger } as const;
    await expect(createPayments(options).ready()).resolves.toBeUndefined();
  });
});

describe('supports', () => {
  it('tells what a payment’s own acquirer has', async () => {
    const { payments } = openToyShop();
    const outcome = await payments.createPayment(order('A-1'));
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    expect([
      payments.supports(outcome.value, 'refundPayment'),
      payments.supports(outcome.value, 'listMethods'),
    ]).toEqual([true, false]);
    expect(payments.supports({ ...outcome.value, acquirer: 'toString' }, 'refundPayment')).toBe(false);
  });
});
