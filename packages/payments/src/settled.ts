import type { PaymentStatus } from '@bayar/core';
import { isRefundOpen } from './refund-record.ts';
import type { PaymentRecord } from './record.ts';

const OPEN: ReadonlySet<PaymentStatus> = new Set(['awaiting-customer', 'processing', 'unknown']);

/** Whether it is not known yet how the payment ends. */
export function isOpen(status: PaymentStatus): boolean {
  return OPEN.has(status);
}

/**
 * Whether nothing about the payment is open: not its money, not a refund, not an event. It depends on the record alone and
 * never on the time, so a ledger can keep it in a column, written with every insert and replace.
 */
export function isSettled(record: PaymentRecord): boolean {
  const { state } = record.claim;
  if (record.outbox.length > 0) return false;
  if (
    record.refunds.some(
      ({ claim, refund }) =>
        claim.state === 'unknown' || claim.state === 'sending' || (refund !== undefined && isRefundOpen(refund)),
    )
  ) {
    return false;
  }
  return state === 'declined' || state === 'released' || (state === 'made' && !isOpen(record.payment.status));
}
