import { rupiah, type Payment } from '@bayar/core';
import { describe, expect, it } from 'vitest';
import { danaDirect } from '../../src/index.ts';
import { config, now, ref, refund, refunded } from '../account.ts';
import { standingClock } from '../clocks.ts';
import { answer, answering, coded } from '../wire.ts';

describe('refundOrder', () => {
  it('sends exactly the documented body', async () => {
    const { sent, dana } = gateway();
    await dana.refundPayment({ ...ref, locator: { divisionId: 'D1' } }, { ...refund, reason: 'returned' });
    expect(sent[0]?.url).toBe('https://api.sandbox.dana.id/payment-gateway/v1.0/debit/refund.htm');
    expect(JSON.parse(sent[0]?.body ?? '')).toStrictEqual({
      originalPartnerReferenceNo: 'ORDER-2026-0001',
      merchantId: '216620000000000000001',
      subMerchantId: 'D1',
      partnerRefundNo: 'RF-1',
      refundAmount: { value: '5000.00', currency: 'IDR' },
      reason: 'returned',
    });
  });

  it('answers with the refund, and the bare reference of its payment', async () => {
    const payment: Payment = { ...ref, status: 'paid', next: { type: 'none' } };
    expect(await gateway().dana.refundPayment(payment, refund)).toEqual({
      kind: 'done',
      value: {
        refundReference: 'RF-1',
        acquirerReference: '20260901111212800110166722302205419',
        amount: rupiah(5_000),
        status: 'succeeded',
        refundedAt: '2026-09-01T03:02:00.000Z',
        payment: ref,
      },
    });
  });

  it.each([
    ['more than was paid', { ...refund, amount: rupiah(15_001) }, 'amount'],
    ['a reference over 64 characters', { ...refund, refundReference: 'R'.repeat(65) }, 'refundReference'],
    ['a reason over 256 characters', { ...refund, reason: 'r'.repeat(257) }, 'reason'],
  ])('sends nothing with %s', async (_, wrong, field) => {
    const { sent, dana } = gateway();
    expect(await dana.refundPayment(ref, wrong)).toMatchObject({ kind: 'not-sent', reason: { issues: [{ field }] } });
    expect(sent).toEqual([]);
  });

  it.each([
    ['4005800', 'invalid-request', false],
    ['4005801', 'invalid-request', false],
    ['4005802', 'invalid-request', false],
    ['4015800', 'authentication', false],
    ['4035802', 'amount-limit', false],
    ['4035805', 'customer-account', false],
    ['4035814', 'insufficient-funds', true],
    ['4035815', 'not-permitted', false],
    ['4045800', 'wrong-status', false],
    ['4045801', 'not-found', false],
    ['4045808', 'merchant-not-ready', false],
    ['4045812', 'not-found', false],
    ['4045813', 'invalid-request', false],
  ])('%s is declined as %s (retryable: %s)', async (code, reason, retryable) => {
    const { sent, dana } = gateway(coded(code));
    const outcome = await dana.refundPayment(ref, refund);
    expect(outcome).toMatchObject({ kind: 'declined', decline: { reason, retryable, code } });
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['2025800', 'in-progress', 1],
    ['4045818', 'already-exists', 1],
    ['4295800', 'rate-limited', 3],
    ['5005800', 'acquirer-error', 3],
    ['5005801', 'acquirer-error', 3],
    ['4095818', 'unlisted-code', 3],
  ])('%s leaves the outcome unknown: %s, after %d sends', async (code, doubt, sends) => {
    const { sent, dana } = gateway(coded(code));
    expect(await dana.refundPayment(ref, refund)).toMatchObject({
      kind: 'unknown',
      inquiry: { operation: 'refundPayment', payment: ref, refund, doubt, code },
    });
    expect(sent).toHaveLength(sends);
    expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
  });

  it.each([
    ['another order', { originalPartnerReferenceNo: 'ORDER-2026-0002' }, 'mismatch'],
    ['another refund', { partnerRefundNo: 'RF-2' }, 'mismatch'],
    ['another amount', { refundAmount: { value: '500.00', currency: 'IDR' } }, 'mismatch'],
    ['no amount', { refundAmount: undefined }, 'unreadable-answer'],
  ])('a success with %s leaves the outcome unknown', async (_, change, doubt) => {
    const { dana } = gateway(answer({ ...refunded, ...change }));
    expect(await dana.refundPayment(ref, refund)).toMatchObject({ kind: 'unknown', inquiry: { doubt } });
  });
});

function gateway(reply = answer(refunded)) {
  const { fetch, sent } = answering(reply);
  return { sent, dana: danaDirect(config, { fetch, clock: standingClock(now) }) };
}
