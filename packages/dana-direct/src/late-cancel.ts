import type { Payment } from '@bayar/core';

/** For how long a paid order can still be cancelled, by the merchant or by the customer inside DANA: 24 hours. */
export const DANA_CANCEL_WINDOW_MS = 24 * 60 * 60_000;

/**
 * When to inquire about a paid payment once more: as the window closes in which the customer can cancel it inside DANA.
 * DANA documents no notification of that. `undefined` where nothing is left to watch for, or DANA gave no time of payment.
 */
export function recheckAt({ status, paidAt }: Pick<Payment, 'status' | 'paidAt'>): Date | undefined {
  return status === 'paid' && paidAt !== undefined ? new Date(Date.parse(paidAt) + DANA_CANCEL_WINDOW_MS) : undefined;
}
