import { decodeStatus } from '@bayar/bi-snap';
import type { Money, PaymentStatus } from '@bayar/core';

/** What DANA says about an order, in its own words. */
export interface OrderFacts {
  /** `latestTransactionStatus`. */
  readonly code: string;
  /** `acquirementStatus`: tells a closed order from a cancelled one. */
  readonly acquirement?: string | undefined;
  /** `transactionStatusDesc`: `CANCELLED` where DANA's own tests see a cancelled order. */
  readonly description?: string | undefined;
  /** Free text; DANA publishes no list. */
  readonly closeReason?: string | undefined;
  /** Whether DANA names a time of payment. */
  readonly wasPaid: boolean;
  /** The sum of the refunds. */
  readonly refunded?: Money | undefined;
}

/** What `02` says about the money: a setting, because DANA's pages contradict each other. */
export type PayingMeans = 'processing' | 'paid';

const PAYING = '02';
const CLOSED = '05';

/**
 * An order as an inquiry shows it. Refunds come first: which status DANA gives a refunded order is not documented, the
 * refunded sum is.
 */
export function decodeOrderStatus(facts: OrderFacts, amount: Money, payingMeans: PayingMeans): PaymentStatus {
  if (facts.refunded !== undefined && facts.refunded.minor > 0) {
    return facts.refunded.minor >= amount.minor ? 'refunded' : 'partially-refunded';
  }
  if (facts.code !== CLOSED) return decodeOpenStatus(facts.code, payingMeans);
  // Cancelling a paid order gives all of it back.
  return facts.wasPaid ? 'refunded' : decodeClosed(facts);
}

/** An order as a notification shows it: there, DANA documents `05` as expired. */
export function decodeNotifiedStatus(code: string, closedReason: string, payingMeans: PayingMeans): PaymentStatus {
  if (code !== CLOSED) return decodeOpenStatus(code, payingMeans);
  return mentionsCancelling(closedReason) ? 'cancelled' : 'expired';
}

function decodeOpenStatus(code: string, payingMeans: PayingMeans): PaymentStatus {
  return code === PAYING ? payingMeans : decodeStatus(code);
}

/**
 * `05` is every order that ended unpaid, and `cancelled` only where DANA says so: cancelling reverses what was paid, so that
 * beside a later `paid` it means that the money went back. `expired` is revived by it.
 */
function decodeClosed({ acquirement = '', description = '', closeReason = '' }: OrderFacts): PaymentStatus {
  return [acquirement, description, closeReason].some(mentionsCancelling) ? 'cancelled' : 'expired';
}

function mentionsCancelling(reason: string): boolean {
  return /cancel/i.test(reason);
}
