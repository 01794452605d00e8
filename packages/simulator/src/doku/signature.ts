import { createHash, createHmac, sign, timingSafeEqual, verify } from 'node:crypto';

/** What a symmetric signature covers besides the body. */
export interface SignedCall {
  readonly method: string;
  /** Path and query, no host. */
  readonly path: string;
  /** Without `Bearer`. */
  readonly accessToken: string;
  readonly timestamp: string;
}

/** `METHOD:PATH:TOKEN:lowerhex(SHA256(body)):TIMESTAMP` (DOKU reference §3.1). */
export function stringToSign(call: SignedCall, body: Uint8Array | string): string {
  const hash = createHash('sha256').update(body).digest('hex');
  return [call.method, call.path, call.accessToken, hash, call.timestamp].join(':');
}

/** HMAC-SHA512 under the Secret Key. */
export function hmac(secretKey: string, text: string): Buffer {
  return createHmac('sha512', secretKey).update(text).digest();
}

/** Whether the signature covers the call with any of the bodies. Base64 is compared byte by byte, so case counts. */
export function isCallSignature(
  secretKey: string,
  call: SignedCall,
  bodies: readonly (Uint8Array | string)[],
  signature: string,
): boolean {
  const presented = Buffer.from(signature);
  return bodies.some((body) => {
    const expected = Buffer.from(hmac(secretKey, stringToSign(call, body)).toString('base64'));
    return expected.length === presented.length && timingSafeEqual(expected, presented);
  });
}

/** RSA-SHA256 (PKCS#1 v1.5) over `clientId|timestamp`, base64. */
export function signTokenRequest(privateKey: string, clientId: string, timestamp: string): string {
  return sign('RSA-SHA256', Buffer.from(`${clientId}|${timestamp}`), privateKey).toString('base64');
}

/** Whether a token request was signed by the owner of the public key. */
export function isTokenRequestSignature(
  publicKey: string,
  clientId: string,
  timestamp: string,
  signature: string,
): boolean {
  const presented = Buffer.from(signature, 'base64');
  // Node's decoder skips what is not base64: only the one canonical spelling is a signature.
  if (presented.toString('base64') !== signature) return false;
  return verify('RSA-SHA256', Buffer.from(`${clientId}|${timestamp}`), publicKey, presented);
}
