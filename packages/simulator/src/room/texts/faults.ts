import type { Fault } from '../../faults/fault.ts';
import type { Language } from '../../language.ts';

const names: Readonly<Record<Fault['type'], Readonly<Record<Language, string>>>> = {
  refuse: { en: 'Connection refused', id: 'Koneksi ditolak' },
  drop: { en: 'Connection closed without a byte', id: 'Koneksi ditutup tanpa satu byte' },
  reset: { en: 'Connection reset', id: 'Koneksi terputus' },
  hang: { en: 'No answer at all', id: 'Tanpa jawaban' },
  delay: { en: 'Answer delayed', id: 'Jawaban tertunda' },
  html: { en: 'A proxy’s error page', id: 'Halaman galat dari proxy' },
  empty: { en: '200 without a body', id: '200 tanpa isi' },
  'in-progress': { en: '202 in progress', id: '202 sedang diproses' },
  'rate-limit': { en: '429 too many requests', id: '429 terlalu banyak permintaan' },
  answer: { en: 'This answer instead', id: 'Jawaban ini sebagai gantinya' },
  truncate: { en: 'Body cut in half', id: 'Isi terpotong setengah' },
  drip: { en: 'Body byte by byte', id: 'Isi byte demi byte' },
  'content-type': { en: 'Wrong content type', id: 'Content type salah' },
  replay: { en: '409 replay', id: '409 pengulangan' },
  'unknown-code': { en: 'Unknown response code', id: 'Kode jawaban tidak dikenal' },
  'unknown-status': { en: 'Unknown status', id: 'Status tidak dikenal' },
  'duplicate-notification': { en: 'Notification comes twice', id: 'Notifikasi datang dua kali' },
  'late-notification': { en: 'Notification comes late', id: 'Notifikasi datang terlambat' },
  'missing-notification': { en: 'Notification never comes', id: 'Notifikasi tidak pernah datang' },
  'browser-first': { en: 'Browser is back first', id: 'Browser kembali lebih dulu' },
  'browser-lies': { en: 'Browser lies', id: 'Browser berbohong' },
};

/** What a fault is called. */
export function faultName(type: Fault['type'], language: Language): string {
  return names[type][language];
}
