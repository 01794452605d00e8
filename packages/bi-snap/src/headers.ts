import { formatJakarta, type Runtime } from '@bayar/core/kit';

/** Length of an X-EXTERNAL-ID: digits, unique per day, and short enough to be quoted as `originalExternalId`. */
const EXTERNAL_ID_DIGITS = 25;

/** What identifies one attempt: fresh each time, even when the body is sent again unchanged. */
export interface Stamp {
  readonly timestamp: string;
  readonly externalId: string;
}

/** Stamps an attempt with the time in Jakarta and a random identifier. */
export function stamp(runtime: Required<Runtime>): Stamp {
  return { timestamp: formatJakarta(runtime.clock.now()), externalId: runtime.random.digits(EXTERNAL_ID_DIGITS) };
}

/** The headers every signed SNAP request carries. */
export function snapHeaders(
  partnerId: string,
  signature: string,
  { timestamp, externalId }: Stamp,
): Record<string, string> {
  return { 'x-partner-id': partnerId, 'x-timestamp': timestamp, 'x-external-id': externalId, 'x-signature': signature };
}
