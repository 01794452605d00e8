import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { RsaKeyPair } from '../key-pair.ts';
import { UsageProblem } from './options.ts';

/** The pair of a private key in a PEM file. Throws `UsageProblem`, which never quotes the file. */
export function readKeyPair(flag: string, path: string): RsaKeyPair {
  const key = readKey(flag, path);
  if (key.asymmetricKeyType !== 'rsa') throw new UsageProblem(`${flag}: ${path} holds no RSA key`);
  return {
    privateKey: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicKey: createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString(),
  };
}

function readKey(flag: string, path: string) {
  let pem: string;
  try {
    pem = readFileSync(path, 'utf8');
  } catch {
    throw new UsageProblem(`${flag}: ${path} cannot be read`);
  }
  try {
    return createPrivateKey(pem);
  } catch {
    throw new UsageProblem(`${flag}: ${path} holds no private key in PEM, or one with a passphrase`);
  }
}
