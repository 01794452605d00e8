/** How an amount is written: whole rupiah, or rupiah followed by two digits for the sen. */
export type AmountUnit = 'rupiah' | 'x100';

/** Requests write rupiah × 100, which is sen: at most 15 digits, no dot, no separator (Faspay reference §5.1). */
const pattern = /^[0-9]{1,15}$/;

/** Sen, or undefined where the text is no amount. */
export function parseAmount(text: string): number | undefined {
  return pattern.test(text) ? Number(text) : undefined;
}

/** Sen as a message carries them. Bills hold whole rupiah, so nothing is cut off. */
export function formatAmount(sen: number, unit: AmountUnit): string {
  return String(unit === 'x100' ? sen : Math.trunc(sen / 100));
}
