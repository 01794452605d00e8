import { createHash, sign, verify } from 'node:crypto';

/** What both sides sign: the very bytes of the body and the very path of the URL (DANA reference §2.4). */
export function requestToSign(method: string, path: string, body: Uint8Array, timestamp: string): string {
  return `${method}:${path}:${createHash('sha256').update(body).digest('hex')}:${timestamp}`;
}

/** RSASSA-PKCS1-v1_5 with SHA-256, in base64. */
export function signText(text: string, privateKey: string): string {
  return sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64');
}

/** Whether a signature is the key's own over the text, in canonical base64: Node would also read hex or base64url as something. */
export function isSignatureOf(signature: string, text: string, publicKey: string): boolean {
  const bytes = Buffer.from(signature, 'base64');
  return bytes.toString('base64') === signature && verify('RSA-SHA256', Buffer.from(text), publicKey, bytes);
}
