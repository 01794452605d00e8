import { describe, expect, it } from 'vitest';
import { decodeBase64, encodeBase64, encodeHex } from '../src/kit/bytes.ts';
import type * as node from '../src/kit/crypto/node.ts';
import { publicHalf, readRsaKey, type RsaKey } from '../src/kit/rsa-key.ts';
import keys from './vectors/keys.json' with { type: 'json' };
import signatures from './vectors/signatures.json' with { type: 'json' };

/** What each platform's file offers. */
export type Crypto = Omit<typeof node, 'implementation'>;

/** Reads a key that must be one. */
export function keyOf(text: string): RsaKey {
  const key = readRsaKey(text);
  if (typeof key === 'string') throw new Error(`Not a key: ${key}.`);
  return key;
}

const merchant = keyOf(keys.merchant.privatePkcs8Pem);
const TEXT = 'POST:/v1/ask:26c274c1f579a24f644d5b34d22a75d972f019501cd2bcaef4638b897565bc7c:2026-09-01T10:00:00+07:00';
const ODD = ['', 'a\u0000b', '\u2028', '😀', 'é', 'e\u0301', '\ud800', 'x'.repeat(70_000)];

const hex = (base64: string): string => encodeHex(decodeBase64(base64) ?? new Uint8Array());

/** The base64 text with one bit of its bytes changed. */
function flipped(signature: string, bit: number): string {
  const bytes = decodeBase64(signature) ?? new Uint8Array(1);
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return encodeBase64(bytes);
}

/** The behaviour both implementations share. */
export function cryptoSuite(crypto: Crypto): void {
  digests(crypto);
  hmac(crypto);
  rsaSigning(crypto);
  rsaVerifying(crypto);
  comparing(crypto);
}

function digests({ sha256Hex, sha1Hex }: Crypto): void {
  describe('a digest', () => {
    it.each([
      [
        'abc',
        'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
        'a9993e364706816aba3e25717850c26c9cd0d89d',
      ],
      [
        '',
        'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
        'da39a3ee5e6b4b0d3255bfef95601890afd80709',
      ],
    ])('of %j is the published one', async (text, sha256, sha1) => {
      expect([await sha256Hex(text), await sha1Hex(text)]).toEqual([sha256, sha1]);
    });
  });
}

function hmac({ hmacSha512 }: Crypto): void {
  describe('an HMAC', () => {
    it.each(signatures.hmac.cases)('is the recorded one: $name', async ({ text, signature }) => {
      expect(await hmacSha512(signatures.hmac.secret)(text)).toBe(signature);
    });

    it('is that of RFC 4231, case 2', async () => {
      expect(hex(await hmacSha512('Jefe')('what do ya want for nothing?'))).toBe(
        '164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737',
      );
    });

    it('differs for another text and for another secret', async () => {
      const of = await Promise.all([hmacSha512('a')('x'), hmacSha512('a')('y'), hmacSha512('b')('x')]);
      expect(new Set(of).size).toBe(3);
    });
  });
}

function rsaSigning({ rsaSha256, rsaSha256Verifier }: Crypto): void {
  describe('an RSA signature', () => {
    it.each(signatures.rsa)('is the recorded one: $name', async ({ text, signature }) => {
      expect(await rsaSha256(merchant)(text)).toBe(signature);
    });

    it.each([
      ['PKCS#1', keys.merchant.privatePkcs1Pem],
      ['bare base64', keys.merchant.privatePkcs1RawBase64],
    ])('is the same from the key as %s', async (_, key) => {
      expect(await rsaSha256(keyOf(key))(TEXT)).toBe(await rsaSha256(merchant)(TEXT));
    });

    it('of any text is verified by the public half', async () => {
      const verify = rsaSha256Verifier(publicHalf(merchant));
      const sign = rsaSha256(merchant);
      for (const text of ODD) expect(await verify(text, await sign(text))).toBe(true);
    });

    it('is made many at a time with one key', async () => {
      const made = await Promise.all(Array.from({ length: 50 }, rsaSha256(merchant).bind(undefined, TEXT)));
      expect(new Set(made).size).toBe(1);
    });
  });
}

function rsaVerifying({ rsaSha256, rsaSha256Verifier }: Crypto): void {
  describe('a received RSA signature', () => {
    const verify = rsaSha256Verifier(keyOf(keys.merchant.publicSpkiPem));

    it('is accepted when the acquirer really made it', async () => {
      const { publicSpkiPem, text, signature } = signatures.live;
      expect(await rsaSha256Verifier(keyOf(publicSpkiPem))(text, signature)).toBe(true);
    });

    it.each([
      ['PEM PKCS#1', keys.merchant.publicPkcs1Pem],
      ['bare SPKI', keys.merchant.publicSpkiRawBase64],
    ])('is accepted by the key as %s', async (_, key) => {
      expect(await rsaSha256Verifier(keyOf(key))(TEXT, await rsaSha256(merchant)(TEXT))).toBe(true);
    });

    it('is refused with any single bit of it changed', async () => {
      const signature = await rsaSha256(merchant)(TEXT);
      const accepted: number[] = [];
      for (let bit = 0; bit < 2_048; bit++) if (await verify(TEXT, flipped(signature, bit))) accepted.push(bit);
      expect(accepted).toEqual([]);
    });

    it('is refused with any single bit of the text changed', async () => {
      const signature = await rsaSha256(merchant)(TEXT);
      for (let index = 0; index < TEXT.length; index++) {
        for (const bit of [1, 2, 4, 8, 16, 32, 64]) {
          const changed = String.fromCharCode(TEXT.charCodeAt(index) ^ bit);
          expect(await verify(TEXT.slice(0, index) + changed + TEXT.slice(index + 1), signature)).toBe(false);
        }
      }
    });

    it('is refused in every other spelling', async () => {
      const signature = await rsaSha256(merchant)(TEXT);
      const swapped = [...signature]
        .map((letter) => (letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()))
        .join('');
      const spellings = [
        '',
        ' ',
        'AAAA',
        '=',
        swapped,
        ` ${signature}`,
        `${signature} `,
        `${signature}\n`,
        `${signature}, ${signature}`,
        signature.replaceAll('=', ''),
        signature.slice(4),
        `AAAA${signature}`,
        `${signature.slice(0, -4)}AAAA`,
        signature.replaceAll('+', '-').replaceAll('/', '_'),
        hex(signature),
        '\u0000',
        'é',
      ];
      for (const spelling of spellings.filter((each) => each !== signature))
        expect(await verify(TEXT, spelling)).toBe(false);
    });

    it('is refused when another key made it', async () => {
      expect(await verify(TEXT, await rsaSha256(keyOf(keys.gateway.privatePkcs8Pem))(TEXT))).toBe(false);
    });

    it('is accepted from a key whose length is no whole number of bytes', async () => {
      const odd = keyOf(keys.rsa2052.privatePkcs8Pem);
      const signature = await rsaSha256(odd)(TEXT);
      expect(decodeBase64(signature)?.length).toBe(257);
      expect(await rsaSha256Verifier(publicHalf(odd))(TEXT, signature)).toBe(true);
    });
  });
}

function comparing({ equalBytes }: Crypto): void {
  describe('equalBytes', () => {
    const bytes = Uint8Array.from([0, 1, 2, 255]);

    it('tells equal bytes from all others', () => {
      expect(equalBytes(bytes, Uint8Array.from(bytes))).toBe(true);
      for (let bit = 0; bit < 32; bit++) {
        const other = Uint8Array.from(bytes);
        other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        expect(equalBytes(bytes, other)).toBe(false);
      }
    });

    it('tells shorter from longer, zeros included', () => {
      const zeros = (a: number, b: number): boolean => equalBytes(new Uint8Array(a), new Uint8Array(b));
      expect([zeros(0, 0), zeros(3, 4), zeros(4, 3), zeros(0, 1)]).toEqual([true, false, false, false]);
    });
  });
}
