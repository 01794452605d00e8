import { constants, createHash, publicDecrypt } from 'node:crypto';
import type { KeyLike } from 'node:crypto';
import { explain } from './signature-check.ts';
import type { Mistake, SignatureCause } from './signature-check.ts';
import { spellingsOf } from './spelling.ts';

/** What an RSA signature says it was made over. */
type Opened = { readonly digest: Buffer } | 'other-algorithm' | 'other-key';

/** The DER prefix of a SHA-256 digest inside a PKCS#1 v1.5 signature. */
const sha256Prefix = Buffer.from('3031300d060960864801650304020105000420', 'hex');

/** What an RSA signature was expected to cover, and whose it could be. */
export interface RsaCase<Parts> {
  readonly signature: string;
  readonly publicKey: KeyLike;
  readonly right: Parts;
  readonly mistakes: readonly Mistake<Parts>[];
  readonly stringToSign: (parts: Parts) => string;
}

/** Opens the signature with the merchant's public key: the digest inside tells which of the usual texts was signed. */
export function diagnoseRsa<Parts extends object>(given: RsaCase<Parts>): readonly SignatureCause[] {
  let best: readonly SignatureCause[] = ['key-other'];
  for (const { bytes, cause } of spellingsOf(given.signature)) {
    const opened = open(bytes, given.publicKey);
    const spelled = cause === undefined ? [] : [cause];
    if (opened === 'other-algorithm') best = [...spelled, 'algorithm-other'];
    if (typeof opened === 'string') continue;
    const found = explain(given.right, given.mistakes, (parts) => isDigestOf(opened.digest, given.stringToSign(parts)));
    if (found) return [...spelled, ...found];
    best = [...spelled, 'text-changed'];
  }
  return best;
}

function open(signature: Buffer, publicKey: KeyLike): Opened {
  try {
    const padding = constants.RSA_PKCS1_PADDING;
    const info = publicDecrypt({ key: publicKey, padding }, signature);
    const isSha256 = info.length === 51 && info.subarray(0, sha256Prefix.length).equals(sha256Prefix);
    return isSha256 ? { digest: info.subarray(sha256Prefix.length) } : 'other-algorithm';
  } catch {
    return 'other-key';
  }
}

function isDigestOf(digest: Buffer, text: string): boolean {
  return createHash('sha256').update(text).digest().equals(digest);
}
