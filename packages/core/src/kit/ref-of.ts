import type { PaymentRef } from '../payment.ts';
import { defined } from './defined.ts';

/**
 * The reference in what a caller handed in, which is often a whole payment as it was last seen: nothing of that goes on
 * into what is known now. With the acquirer's own reference, where an answer gives it.
 */
export function refOf<Name extends string>(ref: PaymentRef<Name>, acquirerReference?: string | null): PaymentRef<Name> {
  const { acquirer, adapter, reference, amount, createdAt, locator } = ref;
  const theirs = defined({ acquirerReference: acquirerReference ?? ref.acquirerReference });
  return { acquirer, adapter, reference, ...theirs, amount, createdAt, locator };
}
