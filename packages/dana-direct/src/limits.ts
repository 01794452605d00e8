import { rupiah, type Limits, type Traits } from '@bayar/core';

const MINUTE_MS = 60_000;
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS;

// DANA's format takes sixteen digits of rupiah; money is exact up to fewer. What an account may take is between the
// merchant and DANA, which declines the rest by 4035402.
const LARGEST_EXACT = rupiah(Math.floor(Number.MAX_SAFE_INTEGER / 100));

const common = {
  reference: Object.freeze({ maxLength: 64, pattern: '[A-Za-z0-9-]+' }),
  title: Object.freeze({ maxLength: 64 }),
  returnUrl: Object.freeze({ maxLength: 512 }),
};

function limitsWith(max: Limits['amount']['max'], maxMs: number): Limits {
  return Object.freeze({
    ...common,
    amount: Object.freeze({ min: Object.freeze(rupiah(1)), max: Object.freeze(max) }),
    expiry: Object.freeze({ maxMs, defaultMs: 30 * MINUTE_MS }),
  });
}

/**
 * What a payment must keep to, by environment. The sandbox takes less money and a shorter time.
 *
 * Source: {@link https://dashboard.dana.id/api-docs-v2/api/payment-gateway/create-order-hosted | DANA reference: Create Order}.
 */
export const danaLimits: Readonly<Record<'sandbox' | 'production', Limits>> = Object.freeze({
  sandbox: limitsWith(rupiah(10_000_000), 30 * MINUTE_MS),
  production: limitsWith(LARGEST_EXACT, WEEK_MS),
});

/** How DANA behaves where acquirers differ. */
export const danaTraits: Traits = Object.freeze({
  // Paid orders can be cancelled for 24 hours.
  cancels: 'unpaid-or-recent',
  partialRefunds: 'by-agreement',
  notificationCovers: Object.freeze({ amount: true, time: true }),
  inquiry: Object.freeze({ notBeforeMs: 0, everyMs: MINUTE_MS }),
  returnUrl: 'per-request',
  recognisesRepeats: Object.freeze(['createPayment', 'refundPayment'] as const),
});
