/** An amount as DANA writes it: `{"value":"15000.00","currency":"IDR"}`. */
export interface WireMoney {
  readonly value: string;
  readonly currency: string;
}

/** Sen, as DANA writes them. */
export function encodeMoney(sen: number): WireMoney {
  const digits = String(sen).padStart(3, '0');
  return { value: `${digits.slice(0, -2)}.${digits.slice(-2)}`, currency: 'IDR' };
}

const valuePattern = /^\d{1,16}\.\d{2}$/;

/** Whether a value is money as DANA documents it. */
export function isMoney(value: unknown): value is WireMoney {
  if (typeof value !== 'object' || value === null || !('value' in value) || !('currency' in value)) return false;
  return typeof value.value === 'string' && valuePattern.test(value.value) && value.currency === 'IDR';
}

/** Sen. Amounts past what a number holds exactly stay beyond every limit. */
export function parseMoney(money: WireMoney): number {
  return Math.min(Number(money.value.replace('.', '')), Number.MAX_SAFE_INTEGER);
}
