import { describe, expect, it } from 'vitest';
import { checkRefund } from '../src/kit/check-refund.ts';
import type { CreateRefund } from '../src/refund.ts';
import { money, rupiah } from '../src/money.ts';
import { limits, ref } from './support/requests.ts';

function refusedFor(change: Record<string, unknown>): string[] {
  const refund = { refundReference: 'R-1', amount: rupiah(10_000), ...change } as CreateRefund;
  return checkRefund(refund, ref, limits).map((issue) => issue.field);
}

describe('a refund', () => {
  it.each([1, 10_000, 25_000])('is accepted for Rp %d of 25,000', (whole) => {
    expect(refusedFor({ amount: rupiah(whole) })).toEqual([]);
  });

  it.each([
    ['zero', rupiah(0)],
    ['negative', money(-100, 'IDR')],
    ['sen', money(1_000_050, 'IDR')],
    ['more than was paid', rupiah(25_001)],
    ['a number', 10_000],
    ['missing', undefined],
    ['null', null],
    ['another currency', { currency: 'USD', minor: 100 }],
    ['no number', { currency: 'IDR', minor: NaN }],
  ])('is refused when its amount is %s', (_, amount) => {
    expect(refusedFor({ amount })).toEqual(['amount']);
  });

  it.each(['', 'x'.repeat(25), 'R_1', 'R 1', 'R-1\n', 'R\u0000', 'é', undefined, null, 7])(
    'is refused for its reference %j',
    (refundReference) => {
      expect(refusedFor({ refundReference })).toEqual(['refundReference']);
    },
  );

  it('is refused for everything that is wrong with it at once', () => {
    expect(refusedFor({ refundReference: '', amount: rupiah(0) })).toEqual(['refundReference', 'amount']);
  });
});
