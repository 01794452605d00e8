import { decodeBase64, encodeBase64, encodeHex, encodeText } from '../bytes.ts';
import type { KeyProblem, RsaKey } from '../rsa-key.ts';
import type { Sign, Verify } from './contract.ts';

/** Which implementation this is: for the canary tests. */
export const implementation = 'web';

const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;
const HMAC = { name: 'HMAC', hash: 'SHA-512' } as const;

/** SHA-256 of the text's UTF-8 bytes as lower-case hexadecimal. `abc` is `ba7816bf…f20015ad`. */
export async function sha256Hex(text: string): Promise<string> {
  return encodeHex(new Uint8Array(await crypto.subtle.digest('SHA-256', encodeText(text))));
}

/** SHA-1 of the text's UTF-8 bytes as lower-case hexadecimal. `abc` is `a9993e36…9cd0d89d`. */
export async function sha1Hex(text: string): Promise<string> {
  return encodeHex(new Uint8Array(await crypto.subtle.digest('SHA-1', encodeText(text))));
}

/** HMAC-SHA512, base64. The key is imported once and stays inside. */
export function hmacSha512(secret: string): Sign {
  const key = once(() => crypto.subtle.importKey('raw', encodeText(secret), HMAC, false, ['sign']));
  return async (text) => encodeBase64(new Uint8Array(await crypto.subtle.sign('HMAC', await key(), encodeText(text))));
}

/** RSA PKCS#1 v1.5 with SHA-256, base64. The key is imported once and stays inside. */
export function rsaSha256(privateKey: RsaKey): Sign {
  const key = once(() => crypto.subtle.importKey('pkcs8', privateKey.der, RSA, false, ['sign']));
  return async (text) => encodeBase64(new Uint8Array(await crypto.subtle.sign(RSA, await key(), encodeText(text))));
}

/** Verifies what {@link rsaSha256} signs. Anything that is not a valid signature is `false`. */
export function rsaSha256Verifier(publicKey: RsaKey): Verify {
  const key = once(() => crypto.subtle.importKey('spki', publicKey.der, RSA, false, ['verify']));
  return async (text, signature) => {
    const bytes = decodeBase64(signature);
    if (bytes?.length !== Math.ceil(publicKey.bits / 8)) return false;
    return crypto.subtle.verify(RSA, await key(), bytes, encodeText(text));
  };
}

/** WebCrypto opens no key that is protected by a passphrase. */
export function decryptPrivateKey(_text: string, _passphrase: string): RsaKey | KeyProblem {
  return 'cannot-decrypt';
}

/** Compares in constant time for equal lengths. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  for (let index = 0; index < a.length; index++) difference |= (a[index] ?? 0) ^ (b[index] ?? 0);
  return difference === 0;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
