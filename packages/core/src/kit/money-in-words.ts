import type { Money } from '../money.ts';

/** Whole rupiah for people: `Rp 10,000,000`. */
export function moneyInWords({ minor }: Money): string {
  return `Rp ${String(minor / 100).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')}`;
}
