import { parseTime } from '@bayar/core/kit';

const EPOCH_MS = /^\d{13}$/;

/**
 * A time as DANA writes it, as ISO 8601: `+07:00` by its reference, milliseconds since 1970 in some of its deliveries.
 * `undefined` for anything else: a time nobody can read is no reason to lose a payment.
 */
export function decodeTime(text: string | null | undefined): string | undefined {
  const time = EPOCH_MS.test(text ?? '') ? new Date(Number(text)) : parseTime(text ?? '');
  return time?.toISOString();
}
