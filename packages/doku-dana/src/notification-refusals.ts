import type { InboundMessage } from '@bayar/core';
import type { Refused } from './refusal.ts';

/** No bearer token: the sender has not been to the token endpoint. */
export const NO_TOKEN: Refused = {
  refusal: 'missing-credential',
  http: 401,
  case: '01',
  text: 'Invalid Token (B2B)',
  hint: 'Authorization carries no Bearer token. If DOKU sent this, a proxy drops the header: let Authorization through.',
};

/** A bearer token that is not one of ours, or is over. */
export const BAD_TOKEN: Refused = {
  refusal: 'bad-token',
  http: 401,
  case: '01',
  text: 'Invalid Token (B2B)',
  hint: 'The token was not issued here, or has expired. Register the token URL of this same account at DOKU, and use one privateKey, clientId and issuer in all processes.',
};

/** Signed for somebody else. */
export const OTHER_MERCHANT: Refused = {
  refusal: 'other-merchant',
  http: 401,
  case: '00',
  text: 'Unauthorized. Unknown Client',
  hint: 'X-PARTNER-ID is not the configured clientId: the URL is registered for another merchant account, or for the other environment.',
};

/** Authentic, and not what a notification looks like. */
export const MALFORMED: Refused = {
  refusal: 'malformed',
  http: 400,
  case: '01',
  text: 'Invalid Field Format body',
  hint: 'The signature is right, but the body lacks a reference or a status, its amount is not SNAP money, or a key stands in it twice.',
};

/** DOKU's other family of notifications. */
export const NON_SNAP: Refused = {
  refusal: 'not-supported',
  http: 400,
  case: '00',
  text: 'Bad Request',
  hint: 'This is a non-SNAP ("Jokul") notification. In the dashboard, register this URL for the SNAP service of e-wallet DANA (channel EMONEY_DANA_SNAP), and remove it from the non-SNAP services.',
};

/** Whether the message is of the non-SNAP family, which signs with other headers. */
export function isNonSnap(headers: Headers): boolean {
  return headers.has('client-id') && headers.get('signature')?.startsWith('HMACSHA256=') === true;
}

/** A signature that does not cover this message; says so more precisely where the body is not the one that was sent. */
export function badSignature({ method, path, headers, body }: InboundMessage): Refused {
  const answer = { http: 401, case: '00', text: 'Unauthorized. Invalid Signature' } as const;
  const sentLength = headers.get('content-length');
  if (sentLength !== null && sentLength !== String(body.length)) {
    const hint = `The body has ${String(body.length)} bytes and ${sentLength} were sent: it was parsed and written again. Hand over the bytes as received, before any JSON parser.`;
    return { refusal: 'body-was-parsed', hint, ...answer };
  }
  const hint = `The signature was checked over ${method} ${path}. The usual causes: DOKU calls another public path (a proxy rewrites it), the body is not the bytes received, or secretKey belongs to the other environment.`;
  return { refusal: 'bad-signature', hint, ...answer };
}
