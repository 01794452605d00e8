import { describe, expect, it } from 'vitest';
import type { DokuNotificationOptions, DokuSettings } from '../../src/index.ts';
import { openShop } from './merchant.ts';
import { notificationUrl, notifiedMerchant, tokenUrl } from './notified-merchant.ts';

const minute = 60_000;
const hour = 60 * minute;

async function openNotified(settings: DokuSettings = {}) {
  const inbound = notifiedMerchant();
  const { simulator, merchant } = openShop(settings, inbound.send);
  inbound.credentials = simulator.doku.credentials;
  inbound.now = simulator.clock.now;
  simulator.doku.register({ tokenUrl, notificationUrl });
  await merchant.pay({}, { externalId: '42' });
  const deliveries = () => simulator.doku.payment('INV-0001')?.deliveries ?? [];
  async function pay() {
    await simulator.doku.customer.pay('INV-0001');
    await simulator.idle();
  }
  return { simulator, merchant, inbound, deliveries, pay };
}

describe('a notification', () => {
  it('is two steps: a token asked for with the DOKU key, then a body signed with it', async () => {
    const { inbound, pay } = await openNotified();
    await pay();
    expect(inbound.tokenRequests).toHaveLength(1);
    expect(inbound.received).toHaveLength(1);
    expect(inbound.received[0]?.genuine).toBe(true);
  });

  it('says what DOKU documents', async () => {
    const { simulator, inbound, pay } = await openNotified();
    await pay();
    const [received] = inbound.received;
    expect(received?.body).toEqual({
      originalPartnerReferenceNo: 'INV-0001',
      originalReferenceNo: simulator.doku.payment('INV-0001')?.acquirerReference,
      originalExternalId: '42',
      latestTransactionStatus: '00',
      transactionStatusDesc: 'success',
      amount: { value: '10000.00', currency: 'IDR' },
      additionalInfo: {
        channelId: 'EMONEY_DANA_SNAP',
        acquirerId: 'DANA',
        custIdMerchant: expect.stringMatching(/^CUST-\d+$/),
        accountType: 'EMONEY',
      },
    });
    expect(received?.headers.get('x-partner-id')).toBe(simulator.doku.credentials.clientId);
    expect(received?.headers.get('x-external-id')).toMatch(/^\d{1,36}$/);
    expect(received?.headers.get('x-device-id')).toBe('device123');
    expect(received?.headers.get('x-timestamp')).toBe('2026-01-02T10:04:05+07:00');
  });

  it.each([
    ['fail', '06'],
    ['cancel', '05'],
  ] as const)('tells that the customer decided to %s', async (decision, status) => {
    const { simulator, inbound } = await openNotified();
    await simulator.doku.customer[decision]('INV-0001');
    await simulator.idle();
    expect(inbound.received.map(({ body }) => body['latestTransactionStatus'])).toEqual([status]);
  });

  it('tells that a payment expired', async () => {
    const { simulator, inbound } = await openNotified();
    await simulator.clock.advance(2 * hour);
    await simulator.idle();
    expect(inbound.received.map(({ body }) => body['latestTransactionStatus'])).toEqual(['05']);
  });

  it('tells that a payment was refunded', async () => {
    const { simulator, merchant, inbound, pay } = await openNotified();
    await pay();
    await merchant.refund();
    await simulator.idle();
    expect(inbound.received.map(({ body }) => body['latestTransactionStatus'])).toEqual(['00', '04']);
  });

  it('is not sent while no URL is registered', async () => {
    const inbound = notifiedMerchant();
    const { simulator, merchant } = openShop({}, inbound.send);
    await merchant.pay();
    await simulator.doku.customer.pay('INV-0001');
    await simulator.idle();
    expect(inbound.tokenRequests).toEqual([]);
    expect(simulator.doku.payment('INV-0001')?.deliveries).toEqual([]);
  });

  it('is kept with the merchant answer', async () => {
    const { deliveries, pay, simulator } = await openNotified();
    await pay();
    expect(deliveries()).toMatchObject([
      {
        at: simulator.clock.now(),
        verdict: 'acknowledged',
        request: { url: notificationUrl },
        response: { status: 200 },
      },
    ]);
    expect(simulator.timeline().map(({ type }) => type)).toContain('merchant-token-requested');
  });

  it('warns about ngrok, which DOKU prohibits', () => {
    const { simulator } = openShop();
    simulator.doku.register({ tokenUrl: 'https://abc.ngrok-free.app/token', notificationUrl });
    expect(simulator.timeline().filter(({ type }) => type === 'prohibited-host')).toHaveLength(1);
  });
});

describe('an unacknowledged notification', () => {
  it('is repeated 30 minutes, 6 hours and 12 hours after the first, then never', async () => {
    const { simulator, inbound, pay } = await openNotified();
    inbound.answerNotification = () => new Response('', { status: 500 });
    const paidAt = simulator.clock.now();
    await pay();
    await simulator.clock.advance(48 * hour);
    expect(inbound.received.map(({ at }) => at - paidAt)).toEqual([0, 30 * minute, 6 * hour, 12 * hour]);
  });

  it('is signed anew each time, under the same id, with the same words', async () => {
    const { simulator, inbound, pay } = await openNotified();
    inbound.answerNotification = () => new Response('', { status: 503 });
    await pay();
    await simulator.clock.advance(13 * hour);
    expect(inbound.received.every(({ genuine }) => genuine)).toBe(true);
    expect(new Set(inbound.received.map(({ headers }) => headers.get('x-timestamp'))).size).toBe(4);
    expect(new Set(inbound.received.map(({ headers }) => headers.get('x-external-id'))).size).toBe(1);
    expect(new Set(inbound.received.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  it.each([
    ['401 for a bad signature', () => new Response('{"responseCode":"4015600"}', { status: 401 })],
    ['a redirect', () => new Response(null, { status: 302, headers: { location: 'https://shop.example/' } })],
    ['no answer at all', () => Promise.reject(new TypeError('fetch failed'))],
  ])('is one the merchant met with %s', async (_, answer) => {
    const { simulator, inbound, pay } = await openNotified();
    inbound.answerNotification = answer;
    await pay();
    await simulator.clock.advance(30 * minute);
    expect(inbound.received).toHaveLength(2);
  });

  it('is not one met with HTTP 200, whatever its body says', async () => {
    const { simulator, inbound, pay } = await openNotified();
    inbound.answerNotification = () => Response.json({ responseCode: '5005600', responseMessage: 'Invalid Token' });
    await pay();
    await simulator.clock.advance(48 * hour);
    expect(inbound.received).toHaveLength(1);
  });

  it('stops being repeated once acknowledged', async () => {
    const { simulator, inbound, pay } = await openNotified();
    inbound.answerNotification = () => new Response(null, { status: inbound.received.length === 2 ? 204 : 500 });
    await pay();
    await simulator.clock.advance(48 * hour);
    expect(inbound.received).toHaveLength(2);
  });

  it.each([
    ['refuses', () => Response.json({ responseCode: '4017300' }, { status: 401 })],
    ['gives no token', () => Response.json({ responseCode: '2007300' })],
    ['answers in HTML', () => new Response('<html>', { status: 200 })],
  ])('is one whose token request the merchant %s', async (_, answer) => {
    const { simulator, inbound, deliveries, pay } = await openNotified();
    const correct = inbound.answerToken;
    inbound.answerToken = answer;
    await pay();
    expect(deliveries()).toMatchObject([{ verdict: 'not-sent', problem: expect.stringContaining('gave no token') }]);
    inbound.answerToken = correct;
    await simulator.clock.advance(30 * minute);
    expect(inbound.received.map(({ genuine }) => genuine)).toEqual([true]);
  });
});

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
  ])('has %s, and is correctly signed', async (_, notifications, expected) => {
    const { inbound, pay } = await openNotified({ notifications });
    await pay();
    expect(inbound.received).toMatchObject([{ genuine: true, body: expected }]);
  });

  it('has no customer id', async () => {
    const { inbound, pay } = await openNotified({ notifications: { withoutCustomerId: true } });
    await pay();
    expect(inbound.received[0]?.body['additionalInfo']).not.toHaveProperty('custIdMerchant');
  });

  it('has milliseconds in its time', async () => {
    const { inbound, pay } = await openNotified({ notifications: { fractionalTimestamp: true } });
    await pay();
    expect(inbound.received[0]).toMatchObject({ genuine: true });
    expect(inbound.received[0]?.headers.get('x-timestamp')).toBe('2026-01-02T10:04:05.000+07:00');
  });

  it.each(['other-key', 'other-path', 'hex', 'case-swapped', 'absent'] as const)(
    'has a signature the merchant must refuse: %s',
    async (signature) => {
      const { inbound, deliveries, pay } = await openNotified({ notifications: { signature } });
      await pay();
      expect(inbound.received[0]?.genuine).toBe(false);
      expect(deliveries()).toMatchObject([{ verdict: 'not-acknowledged', response: { status: 401 } }]);
    },
  );

  it('carries a token the merchant never gave', async () => {
    const { inbound, pay } = await openNotified({ notifications: { merchantToken: 'forged' } });
    await pay();
    expect(inbound.tokenRequests).toEqual([]);
    expect(inbound.received[0]?.genuine).toBe(false);
  });

  it('carries the last token while it lives, or the first for ever', async () => {
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

  it('arrives several times', async () => {
    const { inbound, pay } = await openNotified({ notifications: { copies: 3 } });
    await pay();
    expect(inbound.received).toHaveLength(3);
    expect(new Set(inbound.received.map(({ headers }) => headers.get('x-external-id'))).size).toBe(1);
  });

  it('arrives late, after one that was sent later', async () => {
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
