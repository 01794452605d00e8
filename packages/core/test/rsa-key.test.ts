import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../src/kit/bytes.ts';
import { publicHalf, readRsaKey, type RsaKey } from '../src/kit/rsa-key.ts';
import keys from './vectors/keys.json' with { type: 'json' };

const { merchant, gateway, rsa1024, rsa2052, elliptic, encrypted, otherAlgorithms, certificates } = keys;

function read(text: string): RsaKey {
  const key = readRsaKey(text);
  if (typeof key === 'string') throw new Error(`Not read: ${key}.`);
  return key;
}

const der = (text: string): string => encodeBase64(read(text).der);

describe('a private key', () => {
  it.each([
    ['PEM PKCS#8', merchant.privatePkcs8Pem],
    ['PEM PKCS#1', merchant.privatePkcs1Pem],
    ['bare PKCS#8', merchant.privatePkcs8RawBase64],
    ['bare PKCS#1', merchant.privatePkcs1RawBase64],
    ['PEM with escaped newlines', merchant.privatePkcs8EscapedNewlines],
    ['PEM with escaped CRLF', merchant.privatePkcs8Pem.replaceAll('\n', '\\r\\n')],
    ['PEM with CRLF', merchant.privatePkcs8Pem.replaceAll('\n', '\r\n')],
    ['PEM on one line', merchant.privatePkcs8Pem.replaceAll('\n', '')],
    ['PEM on one line with blanks', merchant.privatePkcs1Pem.replaceAll('\n', ' ')],
    ['PEM in double quotes', `"${merchant.privatePkcs8EscapedNewlines}"`],
    ['PEM in single quotes', `'${merchant.privatePkcs8Pem}'`],
    ['PEM between blank lines', `\n\n  ${merchant.privatePkcs8Pem}\n\n`],
    ['PEM after the attributes of a bag', `Bag Attributes\n    friendlyName: shop\n${merchant.privatePkcs8Pem}`],
    ['bare base64 on several lines', merchant.privatePkcs8RawBase64.replace(/(.{64})/g, '$1\n')],
  ])('is read from %s', (_, text) => {
    expect(read(text)).toMatchObject({ kind: 'private', bits: 2_048 });
    expect(der(text)).toBe(merchant.privatePkcs8RawBase64);
  });

  it('has the public half that was made with it', () => {
    const half = publicHalf(read(merchant.privatePkcs1Pem));
    expect(half).toMatchObject({ kind: 'public', bits: 2_048 });
    expect(encodeBase64(half.der)).toBe(merchant.publicSpkiRawBase64);
  });
});

describe('a public key', () => {
  it.each([
    ['PEM SPKI', merchant.publicSpkiPem],
    ['PEM PKCS#1', merchant.publicPkcs1Pem],
    ['bare SPKI', merchant.publicSpkiRawBase64],
  ])('is read from %s', (_, text) => {
    expect(read(text)).toMatchObject({ kind: 'public', bits: 2_048 });
    expect(der(text)).toBe(merchant.publicSpkiRawBase64);
  });

  it('has no public half of its own', () => {
    expect(() => publicHalf(read(merchant.publicSpkiPem))).toThrow(TypeError);
  });
});

describe('the length of a key', () => {
  it.each([
    [1_024, rsa1024.privatePkcs1Pem],
    [1_024, rsa1024.publicSpkiPem],
    [2_048, gateway.publicSpkiPem],
    [2_052, rsa2052.privatePkcs8Pem],
  ])('is read as %d bits', (bits, text) => {
    expect(read(text).bits).toBe(bits);
  });
});

describe('a text that is no usable key', () => {
  it.each([
    ['encrypted', 'an encrypted PKCS#8 PEM', encrypted.pkcs8Pem],
    ['encrypted', 'a bare encrypted PKCS#8', encrypted.pkcs8RawBase64],
    ['encrypted', 'an encrypted PKCS#1 PEM', encrypted.pkcs1Pem],
    ['not-rsa', 'an EC key in SEC 1', elliptic.sec1Pem],
    ['not-rsa', 'an EC key after its parameters', elliptic.sec1PemWithParameters],
    ['not-rsa', 'a bare EC key', elliptic.sec1RawBase64],
    ['not-rsa', 'an EC key in PKCS#8', elliptic.pkcs8Pem],
    ['not-rsa', 'a public EC key', elliptic.spkiPem],
    ['not-rsa', 'an Ed25519 key', elliptic.ed25519Pkcs8Pem],
    ['not-rsa', 'a DSA key', otherAlgorithms.dsaPem],
    ['not-rsa', 'a bare DSA key', otherAlgorithms.dsaRawBase64],
    ['not-rsa', 'a key for RSA-PSS only', otherAlgorithms.rsaPssPkcs8Pem],
    ['certificate', 'a certificate', certificates.pem],
    ['certificate', 'a bare certificate', certificates.rawBase64],
    ['certificate', 'a request for a certificate', certificates.requestPem],
    ['unreadable', 'nothing', ''],
    ['unreadable', 'words', 'my private key'],
    ['unreadable', 'a PEM without its end', merchant.privatePkcs8Pem.slice(0, 900)],
    ['unreadable', 'a PEM that lost a line', merchant.privatePkcs8Pem.replace(/\n.{64}\n/, '\n')],
    ['unreadable', 'base64 that is cut short', merchant.privatePkcs8RawBase64.slice(0, 800)],
    ['unreadable', 'base64 with something after it', `${merchant.publicSpkiRawBase64}AAAA`],
    ['unreadable', 'base64 of something else', 'Zm9vYmFy'],
    ['unreadable', 'base64 with a foreign character', merchant.privatePkcs8RawBase64.replace('A', '-')],
    ['unreadable', 'an OpenSSH public key', 'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQCDmrfudvdQ shop'],
    ['unreadable', 'a JWK', '{"kty":"RSA","n":"AQAB","e":"AQAB"}'],
    ['unreadable', 'a PEM around nothing', '-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----'],
  ])('is %s when it is %s', (problem, _, text) => {
    expect(readRsaKey(text)).toBe(problem);
  });

  it('is unreadable wherever a key is cut off', () => {
    const { der } = read(merchant.privatePkcs8Pem);
    for (let length = 0; length < der.length; length += 7) {
      expect(readRsaKey(encodeBase64(der.slice(0, length)))).toBe('unreadable');
    }
  });

  it('is a problem and never an exception, whatever the bytes', () => {
    const sequence = fc.uint8Array({ maxLength: 120 }).map((bytes) => Uint8Array.from([0x30, bytes.length, ...bytes]));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), sequence), (bytes) => {
        const key = readRsaKey(encodeBase64(bytes));
        return typeof key === 'string' || key.bits < 2_048;
      }),
      { numRuns: 2_000 },
    );
  });
});
