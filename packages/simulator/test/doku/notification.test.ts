import { describe, expect, it } from 'vitest';
import { openShop } from './merchant.ts';
import { notificationUrl, notifiedMerchant, openNotified } from './notified-merchant.ts';

const hour = 3_600_000;

describe('a notification', () => {
  it('DOKU 10.23: is two steps: a token asked for with the DOKU key, then a body signed with it', async () => {
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
  ] as const)('DOKU 10.24: tells that the customer decided to %s', async (decision, status) => {
    const { simulator, inbound } = await openNotified();
    await simulator.doku.customer[decision]('INV-0001');
    await simulator.idle();
    expect(inbound.received.map(({ body }) => body['latestTransactionStatus'])).toEqual([status]);
  });

  it('DOKU 10.24: tells that a payment expired', async () => {
    const { simulator, inbound } = await openNotified();
    await simulator.clock.advance(2 * hour);
    await simulator.idle();
    expect(inbound.received.map(({ body }) => body['latestTransactionStatus'])).toEqual(['05']);
  });

  it('DOKU 10.24: tells that a payment was refunded', async () => {
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

  it('DOKU 10.25: is kept with the merchant answer', async () => {
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

  it('DOKU 10.25: warns about ngrok, which DOKU prohibits', () => {
    const { simulator } = openShop();
    simulator.doku.register({ tokenUrl: 'https://abc.ngrok-free.app/token', notificationUrl });
    expect(simulator.timeline().filter(({ type }) => type === 'prohibited-host')).toHaveLength(1);
  });
});
