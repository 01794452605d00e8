import { minify, symmetricStringToSign, type Claimed } from '@bayar/bi-snap';
import type { InboundMessage } from '@bayar/core';
import { decodeBase64, equalBytes, hmacSha512 } from '@bayar/core/kit';

const HMAC_BYTES = 64;

/** Whether a message from DOKU was signed with this secret, over the token it presents. */
export type VerifyNotification = (message: InboundMessage, claimed: Claimed, bearer: string) => Promise<boolean>;

/**
 * Verifies DOKU's symmetric signature. DOKU signs the body "minified" and its own libraries disagree on what that is, so
 * three readings are tried: the bytes as received, without white space between tokens, and serialised again.
 */
export function notificationVerifier(secretKey: string): VerifyNotification {
  const sign = hmacSha512(secretKey);
  return async ({ method, path, query }, { body, timestamp, signature }, bearer) => {
    const received = decodeBase64(signature);
    if (received?.length !== HMAC_BYTES) return false;
    const target = query === '' ? path : `${path}?${query}`;
    for (const reading of readings(body)) {
      const text = await symmetricStringToSign({ method, path: target, body: reading, timestamp }, bearer);
      const expected = decodeBase64(await sign(text));
      if (expected !== undefined && equalBytes(expected, received)) return true;
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
