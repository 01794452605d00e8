import type { Money } from '@bayar/core';

const format = new Intl.NumberFormat('id-ID', { style: 'currency', currency: 'IDR', maximumFractionDigits: 0 });

/** Rupiah as Indonesia writes them, in either language: `Rp 25.000`. */
export function formatRupiah({ minor }: Money): string {
  return format.format(minor / 100);
}
