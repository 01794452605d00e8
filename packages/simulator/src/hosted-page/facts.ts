import { formatTime } from '../language.ts';
import type { HostedPage } from './hosted-page.ts';

type Fact = HostedPage['facts'][number];

/** The facts most pages state. */
export const facts = {
  order: (text: string): Fact => [{ en: 'Order', id: 'Pesanan' }, text],
  customer: (words: Fact[1]): Fact => [{ en: 'Customer', id: 'Pelanggan' }, words],
  merchant: (name: string): Fact => [{ en: 'Merchant', id: 'Toko' }, name],
  payBefore: (ms: number): Fact => [
    { en: 'Pay before', id: 'Bayar sebelum' },
    { en: `${formatTime(ms, 'en')} WIB`, id: `${formatTime(ms, 'id')} WIB` },
  ],
};
