import type { CreatePayment } from '@bayar/core';
import { sha256Hex } from '@bayar/core/kit';

/**
 * Identifies what the merchant means: reference, amount, title and customer. Two requests with the same fingerprint are
 * one intent, however their return URLs or expiries differ.
 */
export function fingerprint({ reference, amount, title, customer }: CreatePayment): Promise<string> {
  return sha256Hex(JSON.stringify([reference, amount.currency, amount.minor, title, customer?.id ?? null]));
}
