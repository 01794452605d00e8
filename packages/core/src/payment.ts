import type { Money } from './money.ts';

/**
 * What is known about the money of one payment. Statuses are evidence: only an explicit success is `paid`, only an
 * explicit failure is `failed`, and whatever an acquirer says that we cannot map is `unknown`, never a guess.
 *
 * - `awaiting-customer`: created; the customer has not paid.
 * - `processing`: the customer acted; the acquirer has not said how it ended.
 * - `paid`, `partially-refunded`, `refunded`: the money was taken, and some or all given back.
 * - `cancelled`, `expired`, `failed`: ended without money; a later `paid` still revives them.
 * - `unknown`: inquire, and neither ship nor give up.
 */
export type PaymentStatus =
  | 'awaiting-customer'
  | 'processing'
  | 'paid'
  | 'partially-refunded'
  | 'refunded'
  | 'cancelled'
  | 'expired'
  | 'failed'
  | 'unknown';

/** What the customer must do next for the payment to be made. */
export type NextAction =
  | { readonly type: 'redirect'; readonly url: string }
  | { readonly type: 'qr'; readonly payload: string }
  | { readonly type: 'virtual-account'; readonly bank: string; readonly number: string }
  | { readonly type: 'payment-code'; readonly outlet: string; readonly code: string }
  | { readonly type: 'push' }
  | { readonly type: 'none' };

/**
 * Everything needed to find a payment again at its own acquirer, after a restart and after the active acquirer has
 * changed. Plain JSON without secrets; times are ISO 8601 strings.
 */
export interface PaymentRef<Name extends string = string> {
  /** The name the acquirer is configured under; the adapter's id when a gateway is used alone. */
  readonly acquirer: Name;
  /** The adapter's id. */
  readonly adapter: string;
  /** The merchant's own reference: one attempt to be paid. */
  readonly reference: string;
  /** The acquirer's reference, where it gave one. */
  readonly acquirerReference?: string;
  readonly amount: Money;
  readonly createdAt: string;
  /** What else the adapter needs to find the payment. Opaque: only the adapter reads it. */
  readonly locator: Readonly<Record<string, string>>;
}

/** A payment as last seen. */
export interface Payment<Name extends string = string> extends PaymentRef<Name> {
  readonly status: PaymentStatus;
  readonly next: NextAction;
  readonly expiresAt?: string;
  /** When the customer paid, where the acquirer says so. */
  readonly paidAt?: string;
  /** The sum of the refunds the acquirer reports, where it reports one. */
  readonly refunded?: Money;
}
