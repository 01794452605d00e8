import type { PaymentStatus, RefundStatus } from '@bayar/core';

const PAYMENT: Readonly<Record<string, PaymentStatus>> = {
  '00': 'paid',
  '01': 'awaiting-customer',
  '02': 'processing',
  '03': 'processing',
  '04': 'refunded',
  '05': 'cancelled',
  '06': 'failed',
};

const REFUND: Readonly<Record<string, RefundStatus>> = { '00': 'succeeded', '03': 'processing', '06': 'failed' };

/** SNAP's `latestTransactionStatus` as ours. `07` (not found) and whatever the standard does not list are `unknown`, never a guess. */
export function decodeStatus(code: string): PaymentStatus {
  return (Object.hasOwn(PAYMENT, code) ? PAYMENT[code] : undefined) ?? 'unknown';
}

/** SNAP's `refundStatus` as ours. */
export function decodeRefundStatus(code: string): RefundStatus {
  return (Object.hasOwn(REFUND, code) ? REFUND[code] : undefined) ?? 'unknown';
}
