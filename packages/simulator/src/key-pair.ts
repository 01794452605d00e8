import { createPublicKey } from 'node:crypto';
import { throwawayPrivateKeys } from './throwaway-keys.ts';
import type { KeyOwner } from './throwaway-keys.ts';

/** An RSA key pair as PEM text: PKCS#8 and SPKI. */
export interface RsaKeyPair {
  readonly privateKey: string;
  readonly publicKey: string;
}

const opened = new Map<KeyOwner, RsaKeyPair>();

/** The pair an owner has where the settings give it no other. */
export function throwawayKeyPair(owner: KeyOwner): RsaKeyPair {
  const known = opened.get(owner);
  if (known) return known;
  const privateKey = throwawayPrivateKeys[owner];
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
  const pair = { privateKey, publicKey };
  opened.set(owner, pair);
  return pair;
}
