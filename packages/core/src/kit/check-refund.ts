import { isWholeRupiah } from '../money.ts';
import type { Issue } from '../outcome.ts';
import type { Limits } from '../gateway.ts';
import type { PaymentRef } from '../payment.ts';
import type { CreateRefund } from '../refund.ts';
import { isMoney } from './is-money.ts';

const PORTABLE = /^[A-Za-z0-9-]+$/;

/** Every rule the refund breaks; empty when it can be sent. */
export function checkRefund(refund: CreateRefund, payment: PaymentRef, limits: Limits): readonly Issue[] {
  return [...checkRefundReference(refund.refundReference, limits), ...checkRefundAmount(refund, payment)];
}

function checkRefundReference(reference: string, limits: Limits): Issue[] {
  const field = 'refundReference';
  const { maxLength } = limits.reference;
  if (typeof reference !== 'string' || reference === '')
    return [{ field, rule: 'must not be empty.', fix: 'Give each refund its own reference.' }];
  if (reference.length > maxLength)
    return [{ field, rule: `must have at most ${String(maxLength)} characters.`, fix: 'Shorten it.' }];
  return PORTABLE.test(reference)
    ? []
    : [{ field, rule: 'must be letters, digits and hyphens.', fix: 'Remove other characters.' }];
}

function checkRefundAmount({ amount }: CreateRefund, payment: PaymentRef): Issue[] {
  const field = 'amount';
  if (!isMoney(amount) || amount.minor <= 0) {
    return [{ field, rule: 'must be money above zero.', fix: 'Make it with rupiah(25_000).' }];
  }
  if (!isWholeRupiah(amount)) return [{ field, rule: 'must be whole rupiah.', fix: 'Round it first.' }];
  if (amount.minor <= payment.amount.minor) return [];
  return [{ field, rule: 'must not be more than was paid.', fix: 'Refund at most the amount of the payment.' }];
}
