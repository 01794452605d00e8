import { describe, expect, it } from 'vitest';
import { openShop, paymentFields } from './merchant.ts';

const { additionalInfo, urlParam } = paymentFields;
const [returnTo] = urlParam;
const hour = 3_600_000;

describe('a reference asked for again', () => {
  it('DOKU 10.18: leads to the same page while the order is the same', async () => {
    const { simulator, merchant } = openShop();
    const first = await merchant.pay();
    const second = await merchant.pay({}, { headers: { 'X-DEVICE-ID': 'another1' } });
    expect(second).toMatchObject({ status: 200, body: first.body });
    expect(simulator.doku.payments()).toHaveLength(1);
  });

  it.each([
    ['amount', { amount: { value: '10001.00', currency: 'IDR' } }],
    ['title', { additionalInfo: { ...additionalInfo, orderTitle: 'Boots' } }],
    ['return URL', { urlParam: [{ ...returnTo, url: 'https://elsewhere.example' }] }],
    ['expiry', { validUpTo: '2026-01-02T12:04:06+07:00' }],
  ])('DOKU 10.18: is refused with another %s', async (_, fields) => {
    const { simulator, merchant } = openShop();
    await merchant.pay();
    expect(await merchant.pay(fields)).toMatchObject({
      status: 404,
      body: { responseCode: '4040518', responseMessage: 'Inconsistent Request' },
    });
    expect(simulator.doku.payment('INV-0001')?.amount).toBe(1_000_000);
  });

  it('DOKU 10.18: is refused as a duplicate once paid, so nobody pays twice', async () => {
    const { simulator, merchant } = openShop();
    await merchant.pay();
    await simulator.doku.customer.pay('INV-0001');
    expect(await merchant.pay()).toMatchObject({ status: 409, body: { responseCode: '4090501' } });
    expect(simulator.doku.payment('INV-0001')?.charges).toBe(1);
  });
});

describe('the life of a payment', () => {
  it.each([
    ['pay', '00', 1],
    ['fail', '06', 0],
    ['cancel', '05', 0],
    ['abandon', '01', 0],
  ] as const)('stands as the customer left it: %s', async (decision, status, charges) => {
    const { simulator, merchant } = openShop();
    await merchant.pay();
    const { returnTo } = await simulator.doku.customer[decision]('INV-0001');
    expect(returnTo).toBe('https://www.merchant.co.id/return?order=INV-0001');
    expect(simulator.doku.payment('INV-0001')).toMatchObject({ status, charges });
  });

  it('ends once: a later decision changes nothing', async () => {
    const { simulator, merchant } = openShop();
    await merchant.pay();
    await simulator.doku.customer.pay('INV-0001');
    await simulator.doku.customer.pay('INV-0001');
    await simulator.doku.customer.cancel('INV-0001');
    expect(simulator.doku.payment('INV-0001')).toMatchObject({ status: '00', charges: 1 });
  });

  it('DOKU 10.18: expires at validUpTo, not before', async () => {
    const { simulator, merchant } = openShop();
    await merchant.pay();
    await simulator.clock.advance(hour);
    expect(simulator.doku.payment('INV-0001')?.status).toBe('01');
    await simulator.clock.advance(1000);
    expect(simulator.doku.payment('INV-0001')?.status).toBe('05');
    await simulator.doku.customer.pay('INV-0001');
    expect(simulator.doku.payment('INV-0001')).toMatchObject({ status: '05', charges: 0 });
  });

  it('expires after the configured time when the request names none', async () => {
    const { simulator, merchant } = openShop({ paymentLifetimeMs: 60_000 });
    await merchant.pay({ validUpTo: undefined });
    await simulator.clock.advance(60_000);
    expect(simulator.doku.payment('INV-0001')?.status).toBe('05');
  });

  it('stays paid past its expiry', async () => {
    const { simulator, merchant } = openShop();
    await merchant.pay();
    await simulator.doku.customer.pay('INV-0001');
    await simulator.clock.advance(2 * hour);
    expect(simulator.doku.payment('INV-0001')?.status).toBe('00');
  });

  it('is unknown to the customer under another reference', async () => {
    const { simulator } = openShop();
    await expect(simulator.doku.customer.pay('INV-9')).rejects.toThrow('DOKU has no payment INV-9');
  });
});
