import { rupiah, type Money } from '@bayar/core';

/** Something on the menu. Its picture is `/<id>.svg`; its description is in the text of each language. */
export interface Product {
  readonly id: 'kopi-susu' | 'es-kopi-aren' | 'kopi-tubruk' | 'teh-melati';
  readonly name: string;
  readonly price: Money<'IDR'>;
}

/** What the shop sells. */
export const menu: readonly Product[] = [
  { id: 'kopi-susu', name: 'Kopi Susu', price: rupiah(25_000) },
  { id: 'es-kopi-aren', name: 'Es Kopi Aren', price: rupiah(28_000) },
  { id: 'kopi-tubruk', name: 'Kopi Tubruk', price: rupiah(18_000) },
  { id: 'teh-melati', name: 'Teh Melati', price: rupiah(15_000) },
];
