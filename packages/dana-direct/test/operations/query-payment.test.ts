import { rupiah, type PaymentRef } from '@bayar/core';
import { describe, expect, it } from 'vitest';
import { danaDirect } from '../../src/index.ts';
import { config, now, queried, ref } from '../account.ts';
import { standingClock } from '../clocks.ts';
import { answer, answering, coded } from '../wire.ts';

const idr = (value: string) => ({ value, currency: 'IDR' });

describe('queryPayment', () => {
  it('sends exactly the documented body', async () => {
    const { sent, get } = gateway();
    await get();
    expect(sent[0]?.url).toBe('https://api.sandbox.dana.id/payment-gateway/v1.0/debit/status.htm');
    expect(JSON.parse(sent[0]?.body ?? '')).toStrictEqual({
      originalPartnerReferenceNo: 'ORDER-2026-0001',
      merchantId: '216620000000000000001',
      serviceCode: '54',
    });
  });

  it('names the store and division the payment was made for', async () => {
    const { sent, get } = gateway();
    await get({ ...ref, locator: { storeId: 'S1', divisionId: 'D1' } });
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({ externalStoreId: 'S1', subMerchantId: 'D1' });
  });

  it('answers with the payment as DANA knows it', async () => {
    expect(await gateway().get()).toEqual({
      kind: 'found',
      value: { ...ref, status: 'awaiting-customer', next: { type: 'none' }, expiresAt: '2026-09-01T03:30:00.000Z' },
    });
  });

  it('says when it was paid, whichever way DANA writes the time', async () => {
    for (const paidTime of ['2026-09-01T10:05:00+07:00', '1788231900000']) {
      const { get } = gateway(answer({ ...queried, latestTransactionStatus: '00', paidTime }));
      expect(await get()).toMatchObject({ value: { status: 'paid', paidAt: '2026-09-01T03:05:00.000Z' } });
    }
  });

  it("learns DANA's reference where the caller did not know it", async () => {
    const { acquirerReference, ...unnamed } = ref;
    expect(await gateway().get(unnamed)).toMatchObject({ value: { acquirerReference } });
  });

  it.each([
    ['00', 'paid'],
    ['01', 'awaiting-customer'],
    ['02', 'processing'],
    ['03', 'processing'],
    ['04', 'refunded'],
    ['06', 'failed'],
    ['07', 'unknown'],
    ['99', 'unknown'],
    ['', 'unknown'],
  ])('status %s is %s', async (latestTransactionStatus, status) => {
    expect(await gateway(answer({ ...queried, latestTransactionStatus })).get()).toMatchObject({ value: { status } });
  });

  it('status 02 is paid where the merchant says so', async () => {
    const { fetch } = answering(answer({ ...queried, latestTransactionStatus: '02' }));
    const dana = danaDirect({ ...config, payingMeans: 'paid' }, { fetch, clock: standingClock(now) });
    expect(await dana.getPayment(ref)).toMatchObject({ value: { status: 'paid' } });
  });

  it.each([
    ['CANCELLED', undefined, 'cancelled'],
    ['CLOSED', undefined, 'expired'],
    ['CLOSED', 'cancelled by merchant', 'cancelled'],
    [undefined, 'ORDER_EXPIRED', 'expired'],
    [undefined, 'order timeout', 'expired'],
    [undefined, undefined, 'expired'],
  ])('status 05 with acquirementStatus %s and closeReason %s is %s', async (acquirementStatus, closeReason, status) => {
    const additionalInfo = { statusDetail: { acquirementStatus }, closeReason };
    const { get } = gateway(answer({ ...queried, latestTransactionStatus: '05', additionalInfo }));
    expect(await get()).toMatchObject({ value: { status } });
  });

  it.each([
    ['CANCELLED', 'cancelled'],
    ['CLOSED', 'expired'],
    ['closed', 'expired'],
    [undefined, 'expired'],
    [5, 'expired'],
  ])('status 05 described as %s, and nothing else said, is %s', async (transactionStatusDesc, status) => {
    const closed = { ...queried, latestTransactionStatus: '05', additionalInfo: undefined, transactionStatusDesc };
    expect(await gateway(answer(closed)).get()).toMatchObject({ value: { status } });
  });

  it('an order cancelled after it was paid is refunded: cancelling gives all of it back', async () => {
    const additionalInfo = { statusDetail: { acquirementStatus: 'CANCELLED' } };
    const paidTime = '2026-09-01T10:05:00+07:00';
    const { get } = gateway(answer({ ...queried, latestTransactionStatus: '05', paidTime, additionalInfo }));
    expect(await get()).toMatchObject({ value: { status: 'refunded' } });
  });

  it.each([
    ['0.00', 'paid', undefined],
    ['5000.00', 'partially-refunded', rupiah(5_000)],
    ['15000.00', 'refunded', rupiah(15_000)],
  ])('a paid order with %s given back is %s', async (refundAmount, status, refunded) => {
    const additionalInfo = { amountDetail: { orderAmount: idr('15000.00'), refundAmount: idr(refundAmount) } };
    const { get } = gateway(answer({ ...queried, latestTransactionStatus: '00', additionalInfo }));
    const reading = await get();
    expect(reading).toMatchObject({ value: { status } });
    expect(reading.kind === 'found' ? reading.value.refunded : reading).toEqual(refunded);
  });

  it.each([
    ['another reference', { originalPartnerReferenceNo: 'ORDER-2026-0002' }],
    ["another of DANA's references", { originalReferenceNo: '20260901111212800110166722302209999' }],
    ['another amount', { amount: idr('15001.00') }],
    ['another amount of the transaction only', { amount: undefined, transAmount: idr('1500.00') }],
  ])('an answer with %s is not believed', async (_, change) => {
    const { get } = gateway(answer({ ...queried, latestTransactionStatus: '00', ...change }));
    expect(await get()).toEqual({ kind: 'unavailable', because: 'mismatch', code: '2005500' });
  });

  it.each([
    ['no status', { latestTransactionStatus: undefined }],
    ['an amount without decimals', { amount: idr('15000') }],
    ['an amount in another currency', { amount: { value: '15000.00', currency: 'USD' } }],
    ['a refunded sum nobody can read', { additionalInfo: { amountDetail: { refundAmount: idr('5.000,00') } } }],
  ])('an answer with %s is not read', async (_, change) => {
    const { get } = gateway(answer({ ...queried, ...change }));
    expect(await get()).toMatchObject({ kind: 'unavailable', because: 'unreadable-answer' });
  });

  it('an order DANA does not know is absent for good', async () => {
    const { sent, get } = gateway(coded('4045501'));
    expect(await get()).toEqual({ kind: 'absent', final: true });
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['4005500', 'invalid-request', 1],
    ['4005501', 'invalid-request', 1],
    ['4005502', 'invalid-request', 1],
    ['4015500', 'authentication', 1],
    ['4015501', 'authentication', 1],
    ['4295500', 'rate-limited', 3],
    ['5005500', 'acquirer-error', 3],
    ['5005501', 'acquirer-error', 3],
    ['2025500', 'in-progress', 1],
    ['4095500', 'unlisted-code', 3],
  ])('%s makes it unavailable: %s, after %d sends', async (code, because, sends) => {
    const { sent, get } = gateway(coded(code));
    expect(await get()).toEqual({ kind: 'unavailable', because, code });
    expect(sent).toHaveLength(sends);
  });
});

function gateway(reply = answer(queried)) {
  const { fetch, sent } = answering(reply);
  const dana = danaDirect(config, { fetch, clock: standingClock(now) });
  return { sent, get: (about: PaymentRef = ref) => dana.getPayment(about) };
}
