const grammar = /^\d{1,13}\.\d{2}$/;

/** Sen of `10000.00`, or nothing when the text is no amount, or none above zero. */
export function parseAmount(text: string): number | undefined {
  if (!grammar.test(text)) return undefined;
  const sen = Number(text.replace('.', ''));
  return sen > 0 ? sen : undefined;
}

/** Sen as DOKU writes money. */
export function formatAmount(sen: number): { readonly value: string; readonly currency: 'IDR' } {
  return { value: `${Math.trunc(sen / 100)}.${String(sen % 100).padStart(2, '0')}`, currency: 'IDR' };
}
