import type { HostedPage, PageAction } from './hosted-page.ts';

/** The buttons hosted pages share. */
export const actions = {
  pay: { action: 'pay', label: { en: 'Pay', id: 'Bayar' }, kind: 'primary' },
  payNow: { action: 'pay', label: { en: 'Pay now', id: 'Bayar sekarang' }, kind: 'primary' },
  cancel: { action: 'cancel', label: { en: 'Cancel', id: 'Batalkan' }, kind: 'plain' },
  abandon: { action: 'abandon', label: { en: 'Back to the shop', id: 'Kembali ke toko' }, kind: 'plain' },
  fail: { action: 'fail', label: { en: 'Let the payment fail', id: 'Gagalkan pembayaran' }, kind: 'tester' },
  close: { action: 'close', label: { en: 'Close the tab', id: 'Tutup tab ini' }, kind: 'tester' },
  expire: { action: 'expire', label: { en: 'Let it expire now', id: 'Biarkan kedaluwarsa sekarang' }, kind: 'tester' },
  payAfterExpiry: {
    action: 'pay-late',
    label: { en: 'Pay a minute after it expires', id: 'Bayar semenit setelah kedaluwarsa' },
    kind: 'tester',
  },
  payLate: { action: 'pay-late', label: { en: 'Pay late', id: 'Bayar terlambat' }, kind: 'tester' },
} as const satisfies Readonly<Record<string, PageAction>>;

/** The page once its tab is closed: nothing is decided, and nobody is told. */
export function leftPage({ brand }: HostedPage): HostedPage {
  return {
    brand,
    title: { en: 'The tab is closed', id: 'Tab sudah ditutup' },
    facts: [],
    notice: {
      tone: 'plain',
      text: {
        en: 'The customer left without deciding. Nothing has changed, and the shop was not told.',
        id: 'Pelanggan pergi tanpa memutuskan. Tidak ada yang berubah, dan toko tidak diberi tahu.',
      },
    },
    actions: [],
    again: { en: 'Open the page again', id: 'Buka lagi halaman ini' },
  };
}
