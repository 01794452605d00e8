import type { TimelineEvent } from '../../timeline.ts';
import type { Language } from '../../language.ts';

const titles: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'request-answered': { en: 'Request', id: 'Permintaan' },
  'token-given': { en: 'Token given', id: 'Token diberikan' },
  'token-refused': { en: 'Token refused', id: 'Token ditolak' },
  'customer-too-late': { en: 'The customer came too late', id: 'Pelanggan terlambat' },
  'payment-created': { en: 'Payment created', id: 'Pembayaran dibuat' },
  'order-created': { en: 'Payment created', id: 'Pembayaran dibuat' },
  'order-status': { en: 'Status changed', id: 'Status berubah' },
  'status-changed': { en: 'Status changed', id: 'Status berubah' },
  'page-opened': { en: 'The customer opened the page', id: 'Pelanggan membuka halaman' },
  'customer-acted': { en: 'The customer acted', id: 'Pelanggan bertindak' },
  'customer-pay': { en: 'The customer paid', id: 'Pelanggan membayar' },
  'customer-fail': { en: 'The payment failed', id: 'Pembayaran gagal' },
  'customer-cancel': { en: 'The customer cancelled', id: 'Pelanggan membatalkan' },
  'customer-paid-late': { en: 'The customer paid late', id: 'Pelanggan membayar terlambat' },
  'payment-failed': { en: 'The payment failed', id: 'Pembayaran gagal' },
  'payment-expired': { en: 'The payment expired', id: 'Pembayaran berakhir' },
  'refund-created': { en: 'Refund', id: 'Pengembalian dana' },
  'refund-succeeded': { en: 'Refund succeeded', id: 'Pengembalian dana berhasil' },
  'refund-failed': { en: 'Refund failed', id: 'Pengembalian dana gagal' },
  'notification-attempted': { en: 'Notification', id: 'Notifikasi' },
  'notification-not-registered': {
    en: 'Not notified: no notification URL is known',
    id: 'Tidak dinotifikasi: URL notifikasi belum ada',
  },
  'merchant-token-requested': { en: 'Asked the merchant for a token', id: 'Meminta token kepada merchant' },
  'endpoints-registered': { en: 'Endpoints registered', id: 'Endpoint didaftarkan' },
  'prohibited-host': { en: 'DOKU prohibits this host', id: 'DOKU melarang host ini' },
  fault: { en: 'Planned fault', id: 'Gangguan terencana' },
};

const verdicts: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  acknowledged: { en: 'acknowledged', id: 'diterima' },
  'not-acknowledged': { en: 'not acknowledged', id: 'tidak diterima' },
  'no-answer': { en: 'no answer', id: 'tanpa jawaban' },
  'not-sent': { en: 'not sent', id: 'tidak terkirim' },
};

/** What happened, in a few words. Events of a kind this table lacks keep their own name. */
export function titleOf({ type }: TimelineEvent, language: Language): string {
  return titles[type]?.[language] ?? type;
}

/** What became of an attempt to notify. */
export function verdictText(verdict: string, language: Language): string {
  return verdicts[verdict]?.[language] ?? verdict;
}
