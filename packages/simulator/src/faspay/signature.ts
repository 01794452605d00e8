import { createHash, timingSafeEqual } from 'node:crypto';

/** The two secrets of a merchant account that every signature begins with. */
export interface Signer {
  readonly userId: string;
  readonly password: string;
}

/**
 * Faspay's signature: SHA-1 over the hex text of an MD5, over the account's secrets and the signed values without
 * any separator (Faspay reference §4.1).
 *
 * Nothing is signed by a channel inquiry, the bill number by post data, redirect, inquiry and cancel, and the bill
 * number with the status code by notifications and the return URL.
 */
export function sign(signer: Signer, ...values: readonly string[]): string {
  const md5 = createHash('md5')
    .update([signer.userId, signer.password, ...values].join(''), 'utf8')
    .digest('hex');
  return createHash('sha1').update(md5, 'ascii').digest('hex');
}

/** Compares in constant time, letter by letter: upper-case hex is another signature. */
export function isSignature(received: string, expected: string): boolean {
  const receivedBytes = Buffer.from(received, 'utf8');
  const expectedBytes = Buffer.from(expected, 'utf8');
  return receivedBytes.length === expectedBytes.length && timingSafeEqual(receivedBytes, expectedBytes);
}
