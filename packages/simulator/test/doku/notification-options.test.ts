import { describe, expect, it } from 'vitest';
import type { DokuNotificationOptions } from '../../src/index.ts';
import { openNotified } from './notified-merchant.ts';

const minute = 60_000;
const hour = 60 * minute;

describe('a notification set to differ', () => {
  it.each<[string, DokuNotificationOptions, Record<string, unknown>]>([
    ['another amount', { amount: 1 }, { amount: { value: '0.01', currency: 'IDR' } }],
    ['another status', { status: '03' }, { latestTransactionStatus: '03', transactionStatusDesc: 'pending' }],
    ['more fields, not all ASCII', { extraFields: { catatan: 'Kopi é ☕' } }, { catatan: 'Kopi é ☕' }],
    [
      'the channel under its other name',
      { channelField: 'channel' },
      { additionalInfo: { channel: 'EMONEY_DANA_SNAP' } },
    ],
  ])('DOKU 10.24: has %s, and is correctly signed', async (_, notifications, expected) => {
    const { inbound, pay } = await openNotified({ notifications });
    await pay();
    expect(inbound.received).toMatchObject([{ genuine: true, body: expected }]);
  });

  it('DOKU 10.24: has no customer id', async () => {
    const { inbound, pay } = await openNotified({ notifications: { withoutCustomerId: true } });
    await pay();
    expect(inbound.received[0]?.body['additionalInfo']).not.toHaveProperty('custIdMerchant');
  });

  it('DOKU 10.24: has milliseconds in its time', async () => {
    const { inbound, pay } = await openNotified({ notifications: { fractionalTimestamp: true } });
    await pay();
    expect(inbound.received[0]).toMatchObject({ genuine: true });
    expect(inbound.received[0]?.headers.get('x-timestamp')).toBe('2026-01-02T10:04:05.000+07:00');
  });

  it.each(['other-key', 'other-path', 'hex', 'case-swapped', 'absent'] as const)(
    'DOKU 10.24: has a signature the merchant must refuse: %s',
    async (signature) => {
      const { inbound, deliveries, pay } = await openNotified({ notifications: { signature } });
      await pay();
      expect(inbound.received[0]?.genuine).toBe(false);
      expect(deliveries()).toMatchObject([{ verdict: 'not-acknowledged', response: { status: 401 } }]);
    },
  );

  it('DOKU 10.24: carries a token the merchant never gave', async () => {
    const { inbound, pay } = await openNotified({ notifications: { merchantToken: 'forged' } });
    await pay();
    expect(inbound.tokenRequests).toEqual([]);
    expect(inbound.received[0]?.genuine).toBe(false);
  });

  it('DOKU 10.24: carries the last token while it lives, or the first for ever', async () => {
    for (const [merchantToken, afterAMinute, afterAnHour] of [
      ['fresh', 2, 3],
      ['cached', 1, 2],
      ['first', 1, 1],
    ] as const) {
      const { simulator, inbound, pay } = await openNotified({ notifications: { merchantToken } });
      await pay();
      await simulator.clock.advance(minute);
      simulator.doku.notify('INV-0001');
      await simulator.idle();
      expect(inbound.tokenRequests).toHaveLength(afterAMinute);
      await simulator.clock.advance(hour);
      simulator.doku.notify('INV-0001');
      await simulator.idle();
      expect(inbound.tokenRequests).toHaveLength(afterAnHour);
    }
  });

  it('DOKU 10.24: arrives several times', async () => {
    const { inbound, pay } = await openNotified({ notifications: { copies: 3 } });
    await pay();
    expect(inbound.received).toHaveLength(3);
    expect(new Set(inbound.received.map(({ headers }) => headers.get('x-external-id'))).size).toBe(1);
  });

  it('DOKU 10.24: arrives late, after one that was sent later', async () => {
    const { simulator, inbound, pay } = await openNotified();
    simulator.doku.notify('INV-0001', { delayMs: minute });
    await pay();
    await simulator.clock.advance(minute);
    expect(inbound.received.map(({ body }) => body['latestTransactionStatus'])).toEqual(['00', '01']);
  });

  it('is sent by hand as the payment stands, under an id of its own', async () => {
    const { simulator, inbound, pay } = await openNotified();
    await pay();
    simulator.doku.notify('INV-0001');
    await simulator.idle();
    expect(inbound.received.map(({ body }) => body['latestTransactionStatus'])).toEqual(['00', '00']);
    expect(new Set(inbound.received.map(({ headers }) => headers.get('x-external-id'))).size).toBe(2);
    expect(() => simulator.doku.notify('INV-9')).toThrow('DOKU has no payment INV-9');
  });
});
