/** Whether the value is money: JavaScript and JSON bring what the types forbid. */
export function isMoney(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { currency, minor } = value as { currency?: unknown; minor?: unknown };
  return currency === 'IDR' && Number.isSafeInteger(minor);
}
