/** `payment_status_code` as Faspay documents it; there is no 6 (Faspay reference §7.2). */
export type PaymentStatusCode = '0' | '1' | '2' | '3' | '4' | '5' | '7' | '8' | '9';

/** The language of Faspay's free texts. */
export type Language = 'id' | 'en';

const descriptions: Readonly<Record<PaymentStatusCode, Readonly<Record<Language, string>>>> = {
  '0': { id: 'Belum diproses', en: 'Unprocessed' },
  '1': { id: 'Dalam proses', en: 'In Process' },
  '2': { id: 'Payment Sukses', en: 'Payment Success' },
  '3': { id: 'Payment Gagal', en: 'Payment Failed' },
  '4': { id: 'Payment Reversal', en: 'Payment Reversal' },
  '5': { id: 'Tagihan tidak ditemukan', en: 'No Bills Found' },
  '7': { id: 'Payment Expired', en: 'Payment Expired' },
  '8': { id: 'Payment Cancelled', en: 'Payment Cancelled' },
  '9': { id: 'Unknown', en: 'Unknown' },
};

/** Every `payment_status_code`. */
export const statusCodes: readonly string[] = Object.keys(descriptions);

/** `payment_status_desc`: for people, never to branch on. */
export function describeStatus(status: PaymentStatusCode, language: Language): string {
  return descriptions[status][language];
}

/** The two status members that inquiry, cancel and notification share. */
export function statusMembers(status: PaymentStatusCode, language: Language): Readonly<Record<string, string>> {
  return { payment_status_code: status, payment_status_desc: describeStatus(status, language) };
}
