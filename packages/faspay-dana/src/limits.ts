import { rupiah, type Limits, type Traits } from '@bayar/core';
import type { BillNumbers } from './bill-number.ts';

const DAY_MS = 86_400_000;

/** What a request must keep to (Faspay reference: Post Data Transaction). Faspay documents no amount limits of DANA. */
export function limitsOf(bills: BillNumbers): Limits {
  return Object.freeze({
    reference: { maxLength: bills.maxLength, pattern: bills.pattern },
    title: { maxLength: 128 },
    // Fifteen digits, the last two of them sen.
    amount: { min: rupiah(1), max: rupiah(9_999_999_999_999) },
    expiry: { maxMs: 30 * DAY_MS, defaultMs: 3_600_000 },
    // Never sent: the return URL is registered at Faspay.
    returnUrl: { maxLength: 2_048 },
  });
}

/** What a request cannot do without: Faspay insists on who pays. */
export const needs = Object.freeze(['customer'] as const);

/** How Faspay behaves where acquirers differ. It documents neither how soon nor how often it may be asked. */
export const traits: Traits = Object.freeze({
  cancels: 'unpaid',
  partialRefunds: 'no',
  notificationCovers: { amount: false, time: false },
  inquiry: { notBeforeMs: 0, everyMs: 60_000 },
  returnUrl: 'registered',
  recognisesRepeats: [],
});
