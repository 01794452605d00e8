import type { Money } from '@bayar/core';

const rupiah = new Intl.NumberFormat('id-ID', { style: 'currency', currency: 'IDR', maximumFractionDigits: 0 });
const time = new Intl.DateTimeFormat('id-ID', { timeZone: 'Asia/Jakarta', timeStyle: 'short' });

/** Rupiah as Indonesia writes them, in either language: `Rp 25.000`. */
export function formatRupiah({ minor }: Money): string {
  return rupiah.format(minor / 100);
}

/** A time of day in Jakarta: `10.30`. */
export function jakartaTime(iso = ''): string {
  return iso === '' ? '' : `${time.format(new Date(iso))} WIB`;
}
