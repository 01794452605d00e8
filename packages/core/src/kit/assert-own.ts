import { UsageError } from '../errors/usage-error.ts';
import type { PaymentRef } from '../payment.ts';
import { isMoney } from './is-money.ts';

/**
 * Holds a payment that is handed in to be one, and this gateway's own.
 *
 * @throws UsageError when it is something else: JavaScript and JSON bring what the types forbid.
 */
export function assertOwn({ id }: { readonly id: string }, ref: PaymentRef): void {
  if (!isRef(ref)) {
    throw new UsageError(
      `${id} was handed no payment: pass the payment (or its reference object) as createPayment answered it, not its reference text.`,
    );
  }
  if (ref.adapter !== id)
    throw new UsageError(`A payment of ${ref.adapter} was handed to ${id}: ask its own acquirer.`);
}

/**
 * Holds what is asked for to be an object, so that each of its fields can be checked.
 *
 * @throws UsageError when it is something else.
 */
export function assertRequest(call: string, fields: string, request: unknown): void {
  if (typeof request !== 'object' || request === null)
    throw new UsageError(`${call} takes an object with ${fields}: it was handed none.`);
}

function isRef(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { adapter, reference, locator, amount } = value as Readonly<Partial<Record<keyof PaymentRef, unknown>>>;
  const named = typeof adapter === 'string' && typeof reference === 'string';
  return named && typeof locator === 'object' && locator !== null && isMoney(amount);
}
