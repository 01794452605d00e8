import type { Gateway, Limits, Need } from '@bayar/core';
import type { Terms } from '@bayar/core/kit';

/**
 * What a request must keep to so that every gateway can take it: the union of needs, the intersection of limits. A
 * request that would break on the day of the switch is refused on the first day.
 */
export function termsOfAll(gateways: readonly Gateway[]): Terms {
  const all = gateways.map(({ limits }) => limits);
  const needs = [...new Set<Need>(gateways.flatMap((gateway) => gateway.needs))];
  return Object.freeze({ needs, limits: all.reduce(narrower) });
}

function narrower(a: Limits, b: Limits): Limits {
  return {
    reference: {
      maxLength: Math.min(a.reference.maxLength, b.reference.maxLength),
      pattern:
        a.reference.pattern === b.reference.pattern
          ? a.reference.pattern
          : `(?=${a.reference.pattern}$)${b.reference.pattern}`,
    },
    title: { maxLength: Math.min(a.title.maxLength, b.title.maxLength) },
    amount: {
      min: a.amount.min.minor >= b.amount.min.minor ? a.amount.min : b.amount.min,
      max: a.amount.max.minor <= b.amount.max.minor ? a.amount.max : b.amount.max,
    },
    expiry: {
      maxMs: Math.min(a.expiry.maxMs, b.expiry.maxMs),
      defaultMs: Math.min(a.expiry.defaultMs, b.expiry.defaultMs),
    },
    returnUrl: { maxLength: Math.min(a.returnUrl.maxLength, b.returnUrl.maxLength) },
  };
}
