import type { CreateRefund, Issue, Money } from '@bayar/core';
import { encodeAmount } from '@bayar/bi-snap';
import { PayMethod } from '../vocabulary.ts';

/** A part of a refund, and where it goes back to. */
export interface RefundBill {
  readonly method: PayMethod;
  readonly amount: Money<'IDR'>;
}

/** A request to give money back, with what only DANA takes. A neutral request is one. */
export interface DanaRefund extends CreateRefund {
  readonly extra?: {
    /**
     * DANA accepts first and gives back later. Until it has, the outcome is `unknown`, in doubt for being `in-progress`:
     * repeating the same request says how it ended.
     */
    readonly async?: boolean;
    /** How the refund is divided among what the customer paid with. Default: DANA decides. */
    readonly bill?: readonly RefundBill[];
  };
}

/** What is wrong with the division of a refund. */
export function checkRefundOptions({ extra: { bill } = {} }: DanaRefund): readonly Issue[] {
  if (bill === undefined) return [];
  if (bill.length === 0) return [{ field: 'extra.bill', rule: 'must not be empty.', fix: 'Leave it out.' }];
  return bill.flatMap(({ method, amount }, index) => [
    ...(PayMethod.includes(method)
      ? []
      : [
          {
            field: `extra.bill.${String(index)}.method`,
            rule: `must be one of ${PayMethod.join(', ')}.`,
            fix: 'Correct it.',
          },
        ]),
    ...(amount.minor > 0
      ? []
      : [{ field: `extra.bill.${String(index)}.amount`, rule: 'must be above zero.', fix: 'Leave the part out.' }]),
  ]);
}

/** What DANA is told beside the refund itself; nothing when nothing was asked for. */
export function encodeRefundOptions({ extra: { async: later, bill } = {} }: DanaRefund): object | undefined {
  if (later !== true && bill === undefined) return undefined;
  return {
    asyncRefund: later === true ? 'true' : undefined,
    refundOptionBill: bill?.map(({ method, amount }) => ({ payMethod: method, transAmount: encodeAmount(amount) })),
  };
}
