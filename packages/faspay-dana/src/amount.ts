import { money, type Money } from '@bayar/core';

/** What a total in a message to the merchant counts: rupiah, rupiah × 100, or nobody knows which. */
export type AmountUnit = 'rupiah' | 'x100' | 'either';

const MINOR_PER_UNIT: Readonly<Record<AmountUnit, readonly number[]>> = {
  rupiah: [100],
  x100: [1],
  either: [100, 1],
};
const WHOLE = /^(0|[1-9]\d{0,14})(?:\.0{1,2})?$/;

/** Money in a request: rupiah × 100 without a point, which is what the contract's minor unit is. */
export function encodeAmount(amount: Money): string {
  return String(amount.minor);
}

/**
 * The amounts a total can mean; none when it is not an amount. The unit is never guessed from the size of the number: what
 * is not settled stays two amounts, and the merchant's own record decides.
 */
export function decodeTotal(text: string, unit: AmountUnit): readonly Money[] {
  const digits = WHOLE.exec(text)?.[1];
  if (digits === undefined) return [];
  return MINOR_PER_UNIT[unit]
    .map((minor) => Number(digits) * minor)
    .filter((minor) => Number.isSafeInteger(minor))
    .map((minor) => money(minor, 'IDR'));
}
