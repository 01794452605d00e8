import { describe, expect, it } from 'vitest';
import { rupiah } from '@bayar/core';
import { created, openShop, type Shop } from './shop.ts';

describe('a notification', () => {
  async function notified(options: Parameters<Shop['simulator']['doku']['notify']>[1]): Promise<Shop> {
    const shop = openShop();
    await created(shop);
    shop.simulator.doku.notify('INV-1', options);
    await shop.settle();
    return shop;
  }

  it('is the same fact however often it is delivered', async () => {
    const shop = await notified({ status: '00' });
    shop.simulator.doku.notify('INV-1', { status: '00' });
    await shop.settle();
    const ids = shop.received.flatMap((received) =>
      received.kind === 'notification' ? [received.notification.id] : [],
    );
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it.each([
    { channelField: 'channel' },
    { withoutCustomerId: true },
    { fractionalTimestamp: true },
    { extraFields: { note: 'Kopi  ☕', nested: { a: [1.5, null] } } },
  ] as const)('is read with %j', async (options) => {
    const shop = await notified({ status: '00', ...options });
    expect(shop.received.at(-1)).toMatchObject({ kind: 'notification', notification: { status: 'paid' } });
  });

  it.each([
    [{ signature: 'other-key' }, 'bad-signature'],
    [{ signature: 'other-path' }, 'bad-signature'],
    [{ signature: 'hex' }, 'bad-signature'],
    [{ signature: 'case-swapped' }, 'bad-signature'],
    [{ signature: 'absent' }, 'missing-credential'],
    [{ merchantToken: 'forged' }, 'bad-token'],
  ] as const)('with %j is refused, and DOKU tries again', async (options, refusal) => {
    const shop = await notified({ status: '00', ...options });
    expect(shop.received.at(-1)).toMatchObject({ kind: 'refused', refusal });
    await shop.settle(1_800_000);
    expect(shop.simulator.doku.payment('INV-1')?.deliveries.map(({ verdict }) => verdict)).toEqual([
      'not-acknowledged',
      'not-acknowledged',
    ]);
  });

  it('with another amount carries that amount, for the merchant to compare', async () => {
    const shop = await notified({ status: '00', amount: 100 });
    expect(shop.received.at(-1)).toMatchObject({ notification: { amounts: [rupiah(1)] } });
  });
});
