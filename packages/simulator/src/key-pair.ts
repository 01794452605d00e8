import { generateKeyPairSync } from 'node:crypto';

/** An RSA key pair as PEM text: PKCS#8 and SPKI. */
export interface RsaKeyPair {
  readonly privateKey: string;
  readonly publicKey: string;
}

const made = new Map<string, RsaKeyPair>();

/** A throwaway RSA-2048 pair, made on first use and kept for the life of the process: making one takes a tenth of a second. */
export function throwawayKeyPair(owner: string): RsaKeyPair {
  const known = made.get(owner);
  if (known) return known;
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  made.set(owner, pair);
  return pair;
}
