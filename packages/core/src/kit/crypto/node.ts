import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  hash,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import { encodeBase64, encodeText } from '../bytes.ts';
import { readArmour, readRsaKey, type KeyProblem, type RsaKey } from '../rsa-key.ts';
import type { Sign, Verify } from './contract.ts';

/** Which implementation this is: for the canary tests. */
export const implementation = 'node';

/** SHA-256 of the text's UTF-8 bytes as lower-case hexadecimal. `abc` is `ba7816bf…f20015ad`. */
export function sha256Hex(text: string): Promise<string> {
  return Promise.resolve(hash('sha256', text, 'hex'));
}

/** SHA-1 of the text's UTF-8 bytes as lower-case hexadecimal. `abc` is `a9993e36…9cd0d89d`. */
export function sha1Hex(text: string): Promise<string> {
  return Promise.resolve(hash('sha1', text, 'hex'));
}

/** HMAC-SHA512, base64. The key is imported once and stays inside. */
export function hmacSha512(secret: string): Sign {
  const key = createSecretKey(encodeText(secret));
  return (text) => Promise.resolve(createHmac('sha512', key).update(text, 'utf8').digest('base64'));
}

/** RSA PKCS#1 v1.5 with SHA-256, base64. The key is parsed once and stays inside. */
export function rsaSha256(privateKey: RsaKey): Sign {
  const key = createPrivateKey({ key: Buffer.from(privateKey.der), format: 'der', type: 'pkcs8' });
  // The callback form signs on the thread pool: two hundred synchronous signatures block the event loop for 166 ms.
  return (text) =>
    new Promise((resolve, reject) => {
      sign('RSA-SHA256', encodeText(text), key, (error, signature) => {
        if (error === null) resolve(signature.toString('base64'));
        else reject(error);
      });
    });
}

/** Verifies what {@link rsaSha256} signs. Anything that is not a valid signature is `false`. */
export function rsaSha256Verifier(publicKey: RsaKey): Verify {
  const key = createPublicKey({ key: Buffer.from(publicKey.der), format: 'der', type: 'spki' });
  const size = Math.ceil(publicKey.bits / 8);
  return (text, base64) => {
    const bytes = Buffer.from(base64, 'base64');
    // One value has one spelling: it is written again as it was read.
    const isCanonical = bytes.length === size && bytes.toString('base64') === base64;
    // Verifying takes some 28 µs: cheaper than a trip to the thread pool.
    return Promise.resolve(isCanonical && verify('RSA-SHA256', Buffer.from(text), key, bytes));
  };
}

/**
 * Reads an RSA private key that is protected by a passphrase: PKCS#8 (`ENCRYPTED PRIVATE KEY`), PBE-SHA1-3DES included, or
 * PKCS#1 with its old headers. Nothing of key or passphrase is in the answer's problem, and no error leaves.
 */
export function decryptPrivateKey(text: string, passphrase: string): RsaKey | KeyProblem {
  const { label, pem, bytes } = readArmour(text);
  const key =
    bytes === undefined || (label !== '' && label !== 'ENCRYPTED PRIVATE KEY')
      ? ({ key: pem, format: 'pem', passphrase } as const)
      : ({ key: Buffer.from(bytes), format: 'der', type: 'pkcs8', passphrase } as const);
  try {
    const der = createPrivateKey(key).export({ format: 'der', type: 'pkcs8' });
    return readRsaKey(encodeBase64(der));
  } catch {
    return 'wrong-passphrase';
  }
}

/** Compares in constant time for equal lengths. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
