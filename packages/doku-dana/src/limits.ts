import { rupiah, type Limits, type Traits } from '@bayar/core';

const HOUR_MS = 3_600_000;

/**
 * What DOKU's DANA page and SNAP's field lengths allow. DOKU publishes no least or greatest amount and no longest
 * validity: the amount is bounded by its thirteen digits, the validity by the week DANA itself grants.
 */
export const limits: Limits = Object.freeze({
  reference: { maxLength: 64, pattern: '[A-Za-z0-9_-]+' },
  title: { maxLength: 64 },
  amount: { min: rupiah(1), max: rupiah(9_999_999_999_999) },
  expiry: { maxMs: 7 * 24 * HOUR_MS, defaultMs: HOUR_MS },
  returnUrl: { maxLength: 255 },
});

/** What a request cannot do without: DOKU requires the customer's device in a header. */
export const needs = Object.freeze(['device'] as const);

/** How DOKU behaves where acquirers differ. */
export const traits: Traits = Object.freeze({
  cancels: 'nothing',
  partialRefunds: 'undocumented',
  notificationCovers: { amount: true, time: true },
  // DOKU asks to be left alone for a minute after a payment; before that it may not find it.
  inquiry: { notBeforeMs: 60_000, everyMs: 60_000 },
  returnUrl: 'per-request',
  recognisesRepeats: [],
});
