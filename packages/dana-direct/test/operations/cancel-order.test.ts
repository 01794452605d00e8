import type { Payment } from '@bayar/core';
import { describe, expect, it } from 'vitest';
import { danaDirect } from '../../src/index.ts';
import { cancelled, config, now, ref } from '../account.ts';
import { standingClock } from '../clocks.ts';
import { answer, answering, coded } from '../wire.ts';

describe('cancelOrder', () => {
  it('sends exactly the documented body', async () => {
    const { sent, dana } = gateway();
    await dana.cancelPayment({ ...ref, locator: { storeId: 'S1' } }, 'out of stock');
    expect(sent[0]?.url).toBe('https://api.sandbox.dana.id/payment-gateway/v1.0/debit/cancel.htm');
    expect(JSON.parse(sent[0]?.body ?? '')).toStrictEqual({
      originalPartnerReferenceNo: 'ORDER-2026-0001',
      merchantId: '216620000000000000001',
      externalStoreId: 'S1',
      reason: 'out of stock',
    });
  });

  it('answers with a cancelled payment', async () => {
    expect(await gateway().dana.cancelPayment(ref)).toEqual({
      kind: 'done',
      value: { ...ref, status: 'cancelled', next: { type: 'none' } },
    });
  });

  it.each([
    ['paid', 'refunded'],
    ['awaiting-customer', 'cancelled'],
  ] as const)('a payment last seen as %s comes back as %s', async (status, after) => {
    const payment: Payment = { ...ref, status, next: { type: 'none' }, paidAt: '2026-09-01T03:05:00.000Z' };
    expect(await gateway().dana.cancelPayment(payment)).toEqual({
      kind: 'done',
      value: { ...ref, status: after, next: { type: 'none' } },
    });
  });

  it.each(['', 'r'.repeat(257)])('sends nothing with a reason DANA does not take', async (reason) => {
    const { sent, dana } = gateway();
    const outcome = await dana.cancelPayment(ref, reason);
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: { why: 'invalid', issues: [{ field: 'reason' }] } });
    expect(sent).toEqual([]);
  });

  it.each([
    ['4005700', 'invalid-request', false],
    ['4005701', 'invalid-request', false],
    ['4005702', 'invalid-request', false],
    ['4015700', 'authentication', false],
    ['4035700', 'expired', false],
    ['4035705', 'customer-account', false],
    ['4035714', 'insufficient-funds', true],
    ['4035715', 'not-permitted', false],
    ['4045700', 'wrong-status', false],
    ['4045701', 'not-found', false],
    ['4045708', 'merchant-not-ready', false],
  ])('%s is declined as %s (retryable: %s)', async (code, reason, retryable) => {
    const outcome = await gateway(coded(code)).dana.cancelPayment(ref);
    expect(outcome).toMatchObject({ kind: 'declined', decline: { reason, retryable, code } });
  });

  it.each([
    ['2025700', 'in-progress'],
    ['4295700', 'rate-limited'],
    ['5005700', 'acquirer-error'],
    ['5005701', 'acquirer-error'],
    ['4095700', 'unlisted-code'],
  ])('%s leaves the outcome unknown: %s, and is never sent again', async (code, doubt) => {
    const { sent, dana } = gateway(coded(code));
    expect(await dana.cancelPayment(ref)).toMatchObject({
      kind: 'unknown',
      inquiry: { operation: 'cancelPayment', payment: ref, doubt, code },
    });
    expect(sent).toHaveLength(1);
  });

  it('a success about another order leaves the outcome unknown', async () => {
    const { dana } = gateway(answer({ ...cancelled, originalPartnerReferenceNo: 'ORDER-2026-0002' }));
    expect(await dana.cancelPayment(ref)).toMatchObject({ kind: 'unknown', inquiry: { doubt: 'mismatch' } });
  });
});

function gateway(reply = answer(cancelled)) {
  const { fetch, sent } = answering(reply);
  return { sent, dana: danaDirect(config, { fetch, clock: standingClock(now) }) };
}
