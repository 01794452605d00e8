import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { encodeBase64 } from '../src/kit/bytes.ts';
import * as node from '../src/kit/crypto/node.ts';
import * as web from '../src/kit/crypto/web.ts';
import { privateKey, readSettings } from '../src/kit/index.ts';
import { ConfigError } from '../src/index.ts';
import keys from './vectors/keys.json' with { type: 'json' };
import locked from './vectors/protected-keys.json' with { type: 'json' };

const { passphrase, pbeSha1TripleDes } = locked;
const bare = pbeSha1TripleDes.replaceAll(/-----[^-]+-----|\n/g, '');

function open(text: string, phrase = passphrase): string {
  const key = node.decryptPrivateKey(text, phrase);
  return typeof key === 'string' ? key : encodeBase64(key.der);
}

describe('a private key with a passphrase', () => {
  it.each([
    ['PBE-SHA1-3DES, as DOKU tells merchants to make it', pbeSha1TripleDes],
    ['AES-256', locked.aes256],
    ['3DES', locked.tripleDes],
    ['scrypt', locked.scrypt],
    ['PKCS#1 with its old headers', locked.pkcs1],
    ['bare base64', bare],
    ['escaped newlines', pbeSha1TripleDes.replaceAll('\n', '\\n')],
    ['one line', pbeSha1TripleDes.replaceAll('\n', '')],
    ['CRLF', pbeSha1TripleDes.replaceAll('\n', '\r\n')],
    ['escaped newlines and old headers', locked.pkcs1.replaceAll('\n', '\\n')],
    ['quotes', `"${pbeSha1TripleDes.replaceAll('\n', '\\n')}"`],
  ])('is the same key once it is opened: %s', (_, text) => {
    expect(open(text)).toBe(keys.merchant.privatePkcs8RawBase64);
  });

  it.each([
    ['wrong-passphrase', 'the passphrase of another key', pbeSha1TripleDes, 'Ombak'],
    ['wrong-passphrase', 'the passphrase in another case', pbeSha1TripleDes, passphrase.toUpperCase()],
    ['wrong-passphrase', 'the passphrase with a blank behind it', pbeSha1TripleDes, `${passphrase} `],
    ['wrong-passphrase', 'no passphrase', pbeSha1TripleDes, ''],
    [
      'wrong-passphrase',
      'a byte that is broken',
      pbeSha1TripleDes.replace(/\n(.)/, (_, letter) => (letter === 'M' ? '\nN' : '\nM')),
      passphrase,
    ],
    ['wrong-passphrase', 'old headers and the wrong passphrase', locked.pkcs1, 'Ombak'],
    ['wrong-passphrase', 'no key', 'no key', passphrase],
    ['not-rsa', 'a key of another algorithm', locked.elliptic, passphrase],
  ])('is %s with %s', (problem, _, text, phrase) => {
    expect(open(text, phrase)).toBe(problem);
  });

  it('stays closed at the edge', () => {
    expect(web.decryptPrivateKey(pbeSha1TripleDes, passphrase)).toBe('cannot-decrypt');
  });
});

describe('the setting of a private key', () => {
  const read = (text: string, phrase?: string) =>
    readSettings(v.object({ key: privateKey(phrase) }), { key: text }, 'acquirer').key;

  it('takes a key with its passphrase, and one that needs none', () => {
    for (const text of [pbeSha1TripleDes, keys.merchant.privatePkcs8Pem]) {
      expect(encodeBase64(read(text, passphrase).der)).toBe(keys.merchant.privatePkcs8RawBase64);
    }
  });

  it('refuses a weak key however it is protected', () => {
    const { privateKey: weak } = generateKeyPairSync('rsa', {
      modulusLength: 1024,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    expect(() => read(weak, passphrase)).toThrow(/at least 2048 bits/);
  });

  it.each([
    ['no passphrase', undefined, /is protected by a passphrase\. Set passphrase/],
    ['another', 'Gunung-Kidul', /cannot be opened with this passphrase\./],
  ])('says what is wrong with %s, and shows neither', (_, phrase, said) => {
    let shown = '';
    try {
      read(pbeSha1TripleDes, phrase);
    } catch (error) {
      if (!ConfigError.isInstance(error)) throw error;
      shown = [String(error), JSON.stringify(error), error.stack, JSON.stringify(error.cause)].join('\n');
    }
    expect(shown).toMatch(said);
    for (const secret of [
      phrase ?? passphrase,
      ...pbeSha1TripleDes.split('\n').filter((line) => /^[\w+/]{20}/.test(line)),
    ])
      expect(shown).not.toContain(secret);
  });
});
