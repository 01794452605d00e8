import type { Money } from '@bayar/core';

const rupiah = new Intl.NumberFormat('id-ID', { style: 'currency', currency: 'IDR', maximumFractionDigits: 0 });

/** Rupiah as Indonesia writes them, in either language: `Rp 25.000`. */
export function formatRupiah({ minor }: Money): string {
  return rupiah.format(minor / 100);
}

/** A time of day in Jakarta as the reader writes it: `10.30 WIB` in Indonesian, `10:30 WIB` in English. */
export function jakartaTime(locale: string, iso = ''): string {
  if (iso === '') return '';
  const time = new Date(iso).toLocaleTimeString(locale, { timeZone: 'Asia/Jakarta', timeStyle: 'short' });
  return `${time} WIB`;
}
