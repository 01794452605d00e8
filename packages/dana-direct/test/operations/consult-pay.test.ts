import { reveal, rupiah } from '@bayar/core';
import { describe, expect, it } from 'vitest';
import { danaDirect, danaMethod, type DanaDirectConfig } from '../../src/index.ts';
import { config, now } from '../account.ts';
import { standingClock } from '../clocks.ts';
import { answer, answering, coded } from '../wire.ts';

const listed = {
  responseCode: '2005700',
  responseMessage: 'Successful',
  paymentInfos: [
    { payMethod: 'BALANCE' },
    { payMethod: 'VIRTUAL_ACCOUNT', payOption: 'VIRTUAL_ACCOUNT_BSI_PAYMENT' },
    { payMethod: 'NETWORK_PAY', payOption: 'NETWORK_PAY_PG_QRIS', promoInfos: [{ promoType: 'NEW_KIND' }] },
    { payMethod: 'CREDIT_CARD', payOption: '' },
    { payMethod: 'NETWORK_PAY', payOption: 'NETWORK_PAY_PG_NEWCOMER' },
  ],
};

describe('consultPay', () => {
  it('sends exactly the documented body', async () => {
    const { sent, dana } = gateway({ storeId: 'S1' });
    await dana.listMethods(rupiah(15_000));
    expect(sent[0]?.url).toBe('https://api.sandbox.dana.id/v1.0/payment-gateway/consult-pay.htm');
    expect(JSON.parse(sent[0]?.body ?? '')).toStrictEqual({
      merchantId: '216620000000000000001',
      amount: { value: '15000.00', currency: 'IDR' },
      externalStoreId: 'S1',
      additionalInfo: { buyer: {}, envInfo: { sourcePlatform: 'IPG', terminalType: 'SYSTEM' } },
    });
  });

  it('lists what DANA offers, methods of tomorrow under its own word', async () => {
    expect(await gateway().dana.listMethods(rupiah(15_000))).toEqual({
      kind: 'found',
      value: [
        { id: 'BALANCE', name: 'DANA' },
        { id: 'VIRTUAL_ACCOUNT_BSI_PAYMENT', name: 'BSI virtual account' },
        { id: 'NETWORK_PAY_PG_QRIS', name: 'QRIS' },
        { id: 'CREDIT_CARD', name: 'CREDIT_CARD' },
        { id: 'NETWORK_PAY_PG_NEWCOMER', name: 'NETWORK_PAY_PG_NEWCOMER' },
      ],
    });
  });

  it('gives ids a payment can be created with', () => {
    const methods = listed.paymentInfos.map(({ payMethod, payOption }) => danaMethod(payOption ?? payMethod));
    expect(methods).toEqual([
      { type: 'balance' },
      { type: 'virtual-account', bank: 'BSI' },
      { type: 'qris' },
      undefined,
      undefined,
    ]);
  });

  it('keeps promotions and whatever else DANA says in the raw answer', async () => {
    const reading = await gateway().dana.listMethods(rupiah(15_000));
    expect(reading.kind === 'found' ? reveal(reading.value) : reading).toEqual(listed);
  });

  it('asks nothing about more than the sandbox takes', async () => {
    const { sent, dana } = gateway();
    expect(await dana.listMethods(rupiah(10_000_001))).toMatchObject({
      because: 'invalid',
      issues: [{ field: 'amount' }],
    });
    expect(sent).toEqual([]);
  });

  it.each([
    ['4000000', 'invalid-request', 1],
    ['4000001', 'invalid-request', 1],
    ['4000002', 'invalid-request', 1],
    ['4005701', 'invalid-request', 1],
    ['4010000', 'authentication', 1],
    ['4290000', 'rate-limited', 3],
    ['5000000', 'acquirer-error', 3],
    ['5000001', 'acquirer-error', 3],
    ['5005701', 'acquirer-error', 3],
  ])(
    '%s makes the list unavailable: %s, after %d sends, whichever service DANA names',
    async (code, because, sends) => {
      const { sent, dana } = gateway({}, coded(code));
      expect(await dana.listMethods(rupiah(15_000))).toEqual({ kind: 'unavailable', because, code });
      expect(sent).toHaveLength(sends);
    },
  );

  it('a success without a list is not read', async () => {
    const { dana } = gateway({}, answer({ responseCode: '2005700' }));
    expect(await dana.listMethods(rupiah(15_000))).toMatchObject({ because: 'unreadable-answer' });
  });
});

function gateway(change: Partial<DanaDirectConfig> = {}, reply = answer(listed)) {
  const { fetch, sent } = answering(reply);
  return { sent, dana: danaDirect({ ...config, ...change }, { fetch, clock: standingClock(now) }) };
}
