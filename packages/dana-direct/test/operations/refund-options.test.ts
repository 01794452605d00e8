import { rupiah, type Refunds } from '@bayar/core';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { danaDirect, type DanaDirect, type DanaRefund } from '../../src/index.ts';
import { config, now, ref, refund, refunded } from '../account.ts';
import { standingClock } from '../clocks.ts';
import { answer, answering, coded, type Answer } from '../wire.ts';

describe("a refund with DANA's own options", () => {
  it('stays a refund like any other for whoever knows only the contract', () => {
    expectTypeOf<DanaDirect>().toExtend<Refunds>();
  });

  it('is asked for later, and divided as the merchant says', async () => {
    const { sent, dana } = gateway();
    const bill = [
      { method: 'BALANCE', amount: rupiah(2_000) },
      { method: 'COUPON', amount: rupiah(3_000) },
    ] as const;
    await dana.refundPayment(ref, { ...refund, extra: { async: true, bill } });
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({
      additionalInfo: {
        asyncRefund: 'true',
        refundOptionBill: [
          { payMethod: 'BALANCE', transAmount: { value: '2000.00', currency: 'IDR' } },
          { payMethod: 'COUPON', transAmount: { value: '3000.00', currency: 'IDR' } },
        ],
      },
    });
  });

  it('says nothing of options that were not asked for', async () => {
    const { sent, dana } = gateway();
    await dana.refundPayment(ref, { ...refund, extra: { async: false } });
    expect(JSON.parse(sent[0]?.body ?? '')).not.toHaveProperty('additionalInfo');
  });

  it('is in progress until the same request, sent again, says how it ended', async () => {
    const { sent, dana } = gateway(coded('2025800', 202), answer(refunded));
    const later: DanaRefund = { ...refund, extra: { async: true } };
    expect(await dana.refundPayment(ref, later)).toMatchObject({ kind: 'unknown', inquiry: { doubt: 'in-progress' } });
    expect(await dana.refundPayment(ref, later)).toMatchObject({ kind: 'done', value: { status: 'succeeded' } });
    expect(sent[1]?.body).toBe(sent[0]?.body);
  });

  it.each<[string, DanaRefund['extra']]>([
    ['extra.bill', { bill: [] }],
    ['extra.bill.0.method', { bill: [{ method: 'CASH' as never, amount: rupiah(1) }] }],
    [
      'extra.bill.1.amount',
      {
        bill: [
          { method: 'BALANCE', amount: rupiah(1) },
          { method: 'COUPON', amount: rupiah(0) },
        ],
      },
    ],
  ])('is not sent, for %s', async (field, extra) => {
    const { sent, dana } = gateway();
    expect(await dana.refundPayment(ref, { ...refund, ...(extra && { extra }) })).toMatchObject({
      kind: 'not-sent',
      reason: { why: 'invalid', issues: [{ field }] },
    });
    expect(sent).toEqual([]);
  });
});

function gateway(...replies: readonly Answer[]) {
  const { fetch, sent } = answering(...(replies.length > 0 ? replies : [answer(refunded)]));
  return { sent, dana: danaDirect(config, { fetch, clock: standingClock(now) }) };
}
