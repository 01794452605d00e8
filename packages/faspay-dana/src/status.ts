import type { PaymentStatus } from '@bayar/core';

const STATUS: Readonly<Record<string, PaymentStatus>> = {
  '0': 'awaiting-customer',
  '1': 'processing',
  '2': 'paid',
  '3': 'failed',
  // There is no refund call: somebody reversed it by hand.
  '4': 'refunded',
  '7': 'expired',
  '8': 'cancelled',
};

/**
 * Faspay's `payment_status_code` as ours. `5` (no bills found), `9` (unknown) and whatever is not documented are `unknown`,
 * never a guess.
 */
export function decodeStatus(code: string): PaymentStatus {
  return (Object.hasOwn(STATUS, code) ? STATUS[code] : undefined) ?? 'unknown';
}
