import type { Money } from './money.ts';
import type { PaymentRef } from './payment.ts';

/**
 * What is known about one refund. `processing`: accepted, not finished; ask again. `unknown`: it may have happened.
 */
export type RefundStatus = 'processing' | 'succeeded' | 'failed' | 'unknown';

/** A request to give money back. */
export interface CreateRefund {
  /** The merchant's own reference and the idempotency key: the same reference never refunds twice. */
  readonly refundReference: string;
  /** How much; at most what is left of the payment. */
  readonly amount: Money<'IDR'>;
  readonly reason?: string;
}

/** A refund as last seen. Plain JSON. */
export interface Refund<Name extends string = string> {
  readonly refundReference: string;
  /** The acquirer's reference of the refund, where it gave one. */
  readonly acquirerReference?: string;
  readonly amount: Money;
  readonly status: RefundStatus;
  readonly refundedAt?: string;
  readonly payment: PaymentRef<Name>;
}
