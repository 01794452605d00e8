import type { PaymentRef } from '@bayar/core';
import { defined, type Intent } from '@bayar/core/kit';

/** DOKU may answer "not found" for a minute after a payment was made; half a minute more for clocks and queues. */
const BLIND_MS = 60_000 + 30_000;

/** What is stored with a payment DOKU has accepted: until when it can be paid, and the device it was ordered from. */
export function locate({ request, expiresAt }: Pick<Intent, 'request' | 'expiresAt'>): PaymentRef['locator'] {
  const id = request.device?.id;
  return { expiresAt: expiresAt.toISOString(), ...defined({ deviceId: id }) };
}

/** The device the payment was ordered from, where the merchant knew it. */
export function locatedDevice({ locator }: PaymentRef): { readonly id?: string } {
  const id = locator['deviceId'];
  return defined({ id });
}

/**
 * Whether "not found" is the last word. A payment whose page was handed out may be paid until it expires, and is not
 * found for a minute after that. One whose creation was never answered has no page anybody could pay on: a minute after
 * the attempt is enough.
 */
export function isBeyondDoubt({ locator, createdAt }: PaymentRef, now: Date): boolean {
  return now.getTime() > Date.parse(locator['expiresAt'] ?? createdAt) + BLIND_MS;
}
