import * as v from 'valibot';
import { formatMoney, parseMoney, type Money } from '@bayar/core';

/** Money as SNAP writes it. */
export interface SnapAmount {
  readonly value: string;
  readonly currency: string;
}

/** Money on its way out: `{ value: "25000.00", currency: "IDR" }`. */
export function encodeAmount(amount: Money): SnapAmount {
  return { value: formatMoney(amount), currency: amount.currency };
}

/** Money on its way in, exact or refused. */
export const amountSchema = v.pipe(
  v.object({ value: v.string(), currency: v.literal('IDR') }),
  v.rawTransform(({ dataset, addIssue, NEVER }): Money => {
    const amount = parseMoney(dataset.value.value, dataset.value.currency);
    if (amount !== undefined) return amount;
    addIssue({ message: 'must be digits, a point and two decimals' });
    return NEVER;
  }),
);
