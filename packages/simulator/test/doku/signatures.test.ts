import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isCallSignature, isTokenRequestSignature, stringToSign } from '../../src/doku/signature.ts';
import { minify, signedBodies } from '../../src/doku/signed-body.ts';
import vectors from '../vectors/doku.json' with { type: 'json' };

const { clientId, clientSecret } = vectors.meta;
const { merchantPublicKeySpkiPem: merchantKey, dokuPublicKeySpkiPem: dokuKey } = vectors.meta;

const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');
const bytes = (text: string) => new TextEncoder().encode(text);
const callOf = (vector: { method: string; path: string; accessToken: string; xTimestamp: string }) => ({
  method: vector.method,
  path: vector.path,
  accessToken: vector.accessToken,
  timestamp: vector.xTimestamp,
});

describe('a token request signature', () => {
  it.each(vectors.asymmetric)('is accepted: $name', (vector) => {
    const key = vector.verifyWith === 'dokuPublicKey' ? dokuKey : merchantKey;
    expect(isTokenRequestSignature(key, clientId, vector.xTimestamp, vector.xSignature)).toBe(true);
  });

  it.each(vectors.asymmetric)('is refused under the other key, client or time: $name', (vector) => {
    const [right, wrong] = vector.verifyWith === 'dokuPublicKey' ? [dokuKey, merchantKey] : [merchantKey, dokuKey];
    expect(isTokenRequestSignature(wrong, clientId, vector.xTimestamp, vector.xSignature)).toBe(false);
    expect(isTokenRequestSignature(right, 'BRN-0211-1', vector.xTimestamp, vector.xSignature)).toBe(false);
    expect(isTokenRequestSignature(right, clientId, '2026-01-02T10:04:07+07:00', vector.xSignature)).toBe(false);
  });

  it('is refused in any spelling but canonical base64', () => {
    const [vector] = vectors.asymmetric;
    const signature = vector?.xSignature ?? '';
    const accepts = (text: string) => isTokenRequestSignature(merchantKey, clientId, vector?.xTimestamp ?? '', text);
    expect(accepts(signature)).toBe(true);
    expect(accepts(Buffer.from(signature, 'base64').toString('hex'))).toBe(false);
    expect(accepts(Buffer.from(signature, 'base64').toString('base64url'))).toBe(false);
    expect(accepts(`${signature}\n`)).toBe(false);
  });
});

describe('a call signature', () => {
  it.each(vectors.symmetric)('is accepted: $name', (vector) => {
    expect(stringToSign(callOf(vector), vector.bodyRaw)).toBe(vector.stringToSign);
    const bodies = signedBodies(bytes(vector.bodyRaw), 'lenient');
    expect(isCallSignature(clientSecret, callOf(vector), bodies, vector.xSignature)).toBe(true);
  });

  it.each(vectors.negative)('is refused: $name', (vector) => {
    const base = vectors.symmetric.find(({ name }) => name === vector.base);
    if (!base) throw new Error(`No vector ${vector.base}`);
    const bodies = signedBodies(bytes(vector.bodyRaw), 'lenient');
    expect(isCallSignature(clientSecret, callOf(base), bodies, vector.xSignature)).toBe(false);
  });

  it.each(vectors.recordedTraffic.filter(({ signatureVerifies }) => signatureVerifies))(
    'is accepted as the official Node library sent it: $path',
    ({ method, path, headers, bodyRaw }) => {
      const timestamp = headers['X-TIMESTAMP'];
      const signature = headers['X-SIGNATURE'];
      const token = headers.Authorization?.replace('Bearer ', '');
      const call = { method, path, accessToken: token ?? '', timestamp };
      const accepted =
        token === undefined
          ? isTokenRequestSignature(merchantKey, clientId, timestamp, signature)
          : isCallSignature(clientSecret, call, signedBodies(bytes(bodyRaw), 'lenient'), signature);
      expect(accepted).toBe(true);
    },
  );
});

describe('the body a signature covers', () => {
  it('keeps whitespace inside strings: the hash DOKU publishes', () => {
    const published = vectors.minify.find(({ name }) => name === 'doku-docs-published-sha256');
    expect(sha256(minify(published?.bodyMinified ?? ''))).toBe(published?.publishedByDoku);
    expect(minify('{ "t" : "a  \\" b\\\\" ,\n"n": [ 1, 2 ] }')).toBe('{"t":"a  \\" b\\\\","n":[1,2]}');
  });

  it('may be pretty-printed when the minified form was signed', () => {
    const pretty = vectors.minify.find(({ name }) => name === 'pretty-printed-same-payment');
    const [minified] = signedBodies(bytes(pretty?.bodyRaw ?? ''), 'minified');
    expect(sha256(minified ?? '')).toBe(pretty?.sha256HexAfterMinify);
  });

  it('may have escaped slashes when the unescaped form was signed, unless only minifying is accepted', () => {
    const escaped = vectors.minify.find(({ name }) => name === 'php-escaped-slash-body');
    const hashes = (accept: 'lenient' | 'minified') => signedBodies(bytes(escaped?.bodyRaw ?? ''), accept).map(sha256);
    expect(hashes('lenient')).toContain(escaped?.sha256HexAfterJsonReserialise);
    expect(hashes('minified')).not.toContain(escaped?.sha256HexAfterJsonReserialise);
  });
});
