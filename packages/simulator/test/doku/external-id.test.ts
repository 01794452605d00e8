import { describe, expect, it } from 'vitest';
import { openShop, paymentFields } from './merchant.ts';

const externalId = '1767323046000483920175634';

describe('an X-EXTERNAL-ID', () => {
  it('DOKU 10.11: repeated with the same body gets the stored body under HTTP 409', async () => {
    const { simulator, merchant } = openShop();
    const first = await merchant.pay({}, { externalId });
    const second = await merchant.pay({}, { externalId });
    expect(first.status).toBe(200);
    expect(second.status).toBe(409);
    expect(second.body).toEqual(first.body);
    expect(simulator.doku.payments()).toHaveLength(1);
  });

  it('DOKU 10.11: repeated with the same body refunds once', async () => {
    const { simulator, merchant } = openShop();
    await merchant.pay();
    await simulator.doku.customer.pay('INV-0001');
    await merchant.refund({}, { externalId });
    expect((await merchant.refund({}, { externalId })).body['responseCode']).toBe('2000700');
    expect(simulator.doku.payment('INV-0001')?.refunds).toHaveLength(1);
  });

  it('DOKU 10.11: repeated with another body is a conflict', async () => {
    const { simulator, merchant } = openShop();
    await merchant.pay({}, { externalId });
    const answer = await merchant.pay({ partnerReferenceNo: 'INV-0002' }, { externalId });
    expect(answer).toMatchObject({ status: 409, body: { responseCode: '4090500', responseMessage: 'Conflict' } });
    expect(simulator.doku.payment('INV-0002')).toBeUndefined();
  });

  it('DOKU 10.11: is shared by all operations', async () => {
    const { merchant } = openShop();
    await merchant.pay({}, { externalId });
    expect((await merchant.status({}, { externalId })).body['responseCode']).toBe('4095500');
  });

  it('DOKU 10.11: repeats a refusal under HTTP 409 too', async () => {
    const { merchant } = openShop();
    const wrong = { ...paymentFields, amount: { value: '1', currency: 'IDR' } };
    expect((await merchant.pay(wrong, { externalId })).status).toBe(400);
    expect(await merchant.pay(wrong, { externalId })).toMatchObject({ status: 409, body: { responseCode: '4000501' } });
  });

  it('DOKU 10.11: is not used up by a request whose signature is wrong', async () => {
    const { merchant } = openShop();
    await merchant.pay({}, { externalId, encoding: 'hex' });
    expect((await merchant.pay({}, { externalId })).status).toBe(200);
  });

  it('DOKU 10.11: is free again on the next day in Jakarta', async () => {
    const { simulator, merchant } = openShop();
    const later = { validUpTo: '2026-02-02T11:04:06+07:00' };
    const untilMidnight = Date.parse('2026-01-03T00:00:00+07:00') - simulator.clock.now();
    await merchant.pay(later, { externalId });
    await simulator.clock.advance(untilMidnight - 1);
    expect((await merchant.pay(later, { externalId })).status).toBe(409);
    await simulator.clock.advance(1);
    expect((await merchant.pay(later, { externalId })).status).toBe(200);
  });
});
