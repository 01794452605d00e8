/** Currencies the contract knows. Every acquirer behind it settles in rupiah. */
export type Currency = 'IDR';

declare const minor: unique symbol;
/** A whole number of the currency's minor unit. Made by {@link rupiah}, {@link money} and {@link parseMoney} only, so that a bare number is never taken for money. */
export type Minor = number & { readonly [minor]: true };

/**
 * An amount of money: an integer of the currency's minor unit (ISO 4217: IDR has two decimals, so Rp 1 is `minor: 100`).
 * Never a float; plain JSON.
 */
export interface Money<C extends Currency = Currency> {
  readonly currency: C;
  readonly minor: Minor;
}

const MINOR_PER_RUPIAH = 100;
const DECIMAL = /^(0|[1-9]\d{0,15})\.(\d{2})$/;

function isMinor(value: number): value is Minor {
  return Number.isSafeInteger(value);
}

/**
 * Money from an integer of the minor unit.
 *
 * @throws RangeError when the value is not a safe integer: it cannot be represented exactly.
 */
export function money<C extends Currency>(value: number, currency: C): Money<C> {
  if (!isMinor(value)) throw new RangeError('An amount must be a safe integer of the minor unit (1 rupiah = 100).');
  return { currency, minor: value };
}

/**
 * Money from whole rupiah: `rupiah(25_000)` is Rp 25,000. Sen cannot be charged.
 *
 * @throws RangeError when the value is not a whole number of rupiah, or too large to be exact.
 */
export function rupiah(whole: number): Money<'IDR'> {
  if (!Number.isSafeInteger(whole)) throw new RangeError('rupiah() takes whole rupiah: round before you charge.');
  return money(whole * MINOR_PER_RUPIAH, 'IDR');
}

/**
 * Reads the decimal notation of the SNAP standard (`"25000.00"`) by integer arithmetic.
 *
 * @returns `undefined` when the text is not exactly that notation or the amount is out of the exact range: it is never rounded and never zero by accident.
 */
export function parseMoney<C extends Currency>(text: string, currency: C): Money<C> | undefined {
  const [, whole, fraction] = DECIMAL.exec(text) ?? [];
  if (whole === undefined || fraction === undefined) return undefined;
  const value = Number(whole + fraction);
  return isMinor(value) ? { currency, minor: value } : undefined;
}

/** Writes the decimal notation of the SNAP standard: `formatMoney(rupiah(25_000))` is `"25000.00"`. */
export function formatMoney(amount: Money): string {
  const digits = String(Math.abs(amount.minor)).padStart(3, '0');
  return `${amount.minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Whether two amounts are the same, currency included. */
export function sameMoney(a: Money, b: Money): boolean {
  // Widened: with one currency in the contract the compiler thinks it knows the answer; what was parsed from JSON may differ.
  const currency: string = a.currency;
  return currency === b.currency && a.minor === b.minor;
}

/** Whether the amount is whole rupiah: what can be charged. */
export function isWholeRupiah(amount: Money): boolean {
  return amount.minor % MINOR_PER_RUPIAH === 0;
}
