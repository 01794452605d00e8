import { minify, symmetricStringToSign, type Claimed } from '@bayar/bi-snap';
import type { InboundMessage } from '@bayar/core';
import { encodeText, equalBytes, hmacSha512 } from '@bayar/core/kit';

/** The 64 bytes of an HMAC-SHA512, in base64. */
const SIGNATURE_LENGTH = 88;

/** Whether a message from DOKU was signed with this secret, over the token it presents. */
export type VerifyNotification = (message: InboundMessage, claimed: Claimed, bearer: string) => Promise<boolean>;

/**
 * Verifies DOKU's symmetric signature. DOKU signs the body "minified" and its own libraries disagree on what that is, so
 * three readings are tried: the bytes as received, without white space between tokens, and serialised again.
 */
export function notificationVerifier(secretKey: string): VerifyNotification {
  const sign = hmacSha512(secretKey);
  return async ({ method, path, query }, { body, timestamp, signature }, bearer) => {
    if (signature.length !== SIGNATURE_LENGTH) return false;
    // Compared as it is written: in base64 a value has one spelling, and any other is not what DOKU sends.
    const received = encodeText(signature);
    const target = query === '' ? path : `${path}?${query}`;
    for (const reading of readings(body)) {
      const text = await symmetricStringToSign({ method, path: target, body: reading, timestamp }, bearer);
      if (equalBytes(encodeText(await sign(text)), received)) return true;
    }
    return false;
  };
}

function* readings(body: string): Generator<string> {
  yield body;
  const minified = minify(body);
  if (minified !== body) yield minified;
  const canonical = serialisedAgain(body);
  if (canonical !== undefined && canonical !== body && canonical !== minified) yield canonical;
}

function serialisedAgain(body: string): string | undefined {
  try {
    return JSON.stringify(JSON.parse(body));
  } catch {
    return undefined;
  }
}
