import { createHash, createHmac } from 'node:crypto';
import type { RsaKeyPair } from '../key-pair.ts';
import { diagnoseRsa } from '../rsa-diagnosis.ts';
import { explain, mistaken } from '../signature-check.ts';
import type { Mistake, SignatureCause, SignatureCheck } from '../signature-check.ts';
import { swapCase } from '../spelling.ts';
import { otherBodyHashes, otherPaths, otherTimestamps } from '../usual-mistakes.ts';
import { hmac, isCallSignature, isTokenRequestSignature, signTokenRequest, stringToSign } from './signature.ts';
import type { SignedCall } from './signature.ts';

/** A transactional call as DOKU receives it. */
export interface DokuSignedCall extends SignedCall {
  readonly body: Uint8Array;
  /** The forms of the body DOKU accepts a signature over; the first is the one to sign. */
  readonly bodies: readonly (Uint8Array | string)[];
  readonly signature: string;
}

/** The merchant's account as far as symmetric signatures go. */
export interface DokuSigner {
  readonly clientId: string;
  readonly secretKey: string;
  readonly paths: readonly string[];
}

interface Parts {
  readonly method: string;
  readonly path: string;
  readonly token: string;
  readonly hash: string;
  readonly timestamp: string;
  readonly key: string;
  readonly algorithm: 'sha512' | 'sha256' | 'sha1';
  readonly spell: (mac: Buffer) => string;
}

const base64 = (mac: Buffer) => mac.toString('base64');
const spellings: readonly Mistake<Parts>[] = [
  ...mistaken<Parts>('encoding-hex', [
    { spell: (mac) => mac.toString('hex') },
    { spell: (mac) => mac.toString('hex').toUpperCase() },
    { spell: (mac) => Buffer.from(mac.toString('hex')).toString('base64') },
  ]),
  ...mistaken<Parts>('encoding-case', [
    { spell: (mac) => base64(mac).toLowerCase() },
    { spell: (mac) => swapCase(base64(mac)) },
  ]),
  ...mistaken<Parts>('encoding-base64url', [
    { spell: (mac) => mac.toString('base64url') },
    { spell: (mac) => base64(mac).replace(/=+$/, '') },
  ]),
  ...mistaken<Parts>('encoding-whitespace', [{ spell: (mac) => base64(mac).replace(/.{76}/g, '$&\n') }]),
  ...mistaken<Parts>('encoding-url', [{ spell: (mac) => encodeURIComponent(base64(mac)) }]),
];

/** Whether the Secret Key made this signature over this call, and if not, which usual mistake explains it. */
export function checkDokuSignature(call: DokuSignedCall, signer: DokuSigner): SignatureCheck {
  const received = call.signature;
  const signed = call.bodies.find((body) => isCallSignature(signer.secretKey, call, [body], received));
  const text = stringToSign(call, signed ?? call.body);
  if (signed !== undefined) return { genuine: true, stringToSign: text, expected: received, received, causes: [] };
  const causes = diagnose(call, signer) ?? ['unexplained'];
  return { genuine: false, stringToSign: text, expected: base64(hmac(signer.secretKey, text)), received, causes };
}

function diagnose(call: DokuSignedCall, signer: DokuSigner): readonly SignatureCause[] | undefined {
  const hash = createHash('sha256').update(call.body).digest('hex');
  const right: Parts = {
    method: call.method,
    path: call.path,
    token: call.accessToken,
    hash,
    timestamp: call.timestamp,
    key: signer.secretKey,
    algorithm: 'sha512',
    spell: base64,
  };
  return explain(right, mistakesIn(call, signer), (parts) => signatureOf(parts).equals(Buffer.from(call.signature)));
}

function signatureOf(parts: Parts): Buffer {
  const text = [parts.method, parts.path, parts.token, parts.hash, parts.timestamp].join(':');
  return Buffer.from(parts.spell(createHmac(parts.algorithm, parts.key).update(text).digest()));
}

function mistakesIn(call: DokuSignedCall, { clientId, secretKey, paths }: DokuSigner): readonly Mistake<Parts>[] {
  const url = new URL(call.path, 'https://api-sandbox.doku.com');
  return [
    ...otherBodyHashes(call.body).map(({ cause, text }) => ({ cause, change: { hash: text } })),
    ...otherPaths(url, call.path, paths).map(({ cause, text }) => ({ cause, change: { path: text } })),
    ...otherTimestamps(call.timestamp).map(({ cause, text }) => ({ cause, change: { timestamp: text } })),
    ...mistaken<Parts>('bearer-included', [{ token: `Bearer ${call.accessToken}` }]),
    ...mistaken<Parts>('token-other', [{ token: '' }]),
    ...mistaken<Parts>('method-other', [{ method: call.method.toLowerCase() }, { method: 'GET' }]),
    ...spellings,
    ...mistaken<Parts>('algorithm-other', [{ algorithm: 'sha256' }, { algorithm: 'sha1' }]),
    ...mistaken<Parts>('key-whitespace', [
      { key: `${secretKey}\n` },
      { key: ` ${secretKey}` },
      { key: `${secretKey} ` },
    ]),
    ...mistaken<Parts>('key-other', [{ key: clientId }, { key: secretKey.replace(/^SK-/, '') }]),
  ];
}

/** A token request as DOKU receives it. */
export interface DokuTokenRequest {
  readonly clientId: string;
  readonly timestamp: string;
  readonly signature: string;
}

/**
 * Whether the merchant's RSA key made this token request's signature, and if not, which usual mistake explains it. The
 * private half only tells what was expected.
 */
export function checkDokuTokenSignature(request: DokuTokenRequest, keys: RsaKeyPair): SignatureCheck {
  const { clientId, timestamp, signature: received } = request;
  const write = (parts: DokuTokenParts) => [parts.first, parts.second].join(parts.separator);
  const right = { first: clientId, second: timestamp, separator: '|' };
  const text = write(right);
  if (isTokenRequestSignature(keys.publicKey, clientId, timestamp, received)) {
    return { genuine: true, stringToSign: text, expected: received, received, causes: [] };
  }
  const mistakes = [
    ...otherTimestamps(timestamp).map(({ cause, text: second }) => ({ cause, change: { second } })),
    ...mistaken<DokuTokenParts>('values-swapped', [{ first: timestamp, second: clientId }]),
    ...mistaken<DokuTokenParts>('scheme-other', [{ separator: ':' }, { separator: '' }]),
    ...mistaken<DokuTokenParts>('client-other', [{ first: '' }]),
  ];
  const causes = diagnoseRsa({ signature: received, publicKey: keys.publicKey, right, mistakes, stringToSign: write });
  const expected = signTokenRequest(keys.privateKey, clientId, timestamp);
  return { genuine: false, stringToSign: text, expected, received, causes };
}

interface DokuTokenParts {
  readonly first: string;
  readonly second: string;
  readonly separator: string;
}
