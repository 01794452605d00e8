import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64, decodeText, encodeBase64, encodeHex, encodeText } from '../src/kit/bytes.ts';

describe('base64', () => {
  it('comes back as the bytes it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes);
      }),
    );
  });

  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foobar', 'Zm9vYmFy'],
  ])('is the one of RFC 4648 for %j', (text, base64) => {
    expect(encodeBase64(encodeText(text))).toBe(base64);
    expect(decodeBase64(base64)).toEqual(encodeText(text));
  });

  it.each([
    ['lacks its padding', 'Zg'],
    ['lacks half of its padding', 'Zg='],
    ['has too much padding', 'Zm8=='],
    ['is padding alone', '===='],
    ['goes on after its padding', 'Zg==Zg=='],
    ['has bits below its last byte', 'Zh=='],
    ['has bits below its last two bytes', 'Zm9='],
    ['holds a blank', 'Zm9v YmFy'],
    ['holds a line break', 'Zm9v\nYmFy'],
    ['ends with a line break', 'Zm9v\n'],
    ['is URL-safe', '-_-_'],
    ['holds a NUL', 'Zm9\u0000'],
    ['holds a letter that is not ASCII', 'Zm9é'],
    ['has a length no bytes have', 'Zm9vY'],
  ])('is refused when it %s', (_, base64) => {
    expect(decodeBase64(base64)).toBeUndefined();
  });

  it('has exactly one spelling for each value', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=';
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 12 }), (base64) => {
        const bytes = decodeBase64(base64);
        return bytes === undefined || encodeBase64(bytes) === base64;
      }),
      { numRuns: 5_000 },
    );
  });

  it('is read at the size of the largest answer', () => {
    expect(decodeBase64('AAAA'.repeat(262_144))?.length).toBe(786_432);
  });
});

describe('decodeText', () => {
  it.each([
    ['a lone continuation byte', [0x80]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['half a character', [0xe2, 0x82]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a byte UTF-8 never has', [0xff]],
    ['a code point beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
  ])('refuses %s', (_, bytes) => {
    expect(decodeText(Uint8Array.from([0x7b, ...bytes, 0x7d]))).toBeUndefined();
  });

  it('gives back exactly what was encoded, marks and odd characters included', () => {
    for (const text of ['', 'Kopi susu', '\ufeff{}', 'a\u0000b', '\u2028', '😀', 'é', 'e\u0301']) {
      expect(decodeText(encodeText(text))).toBe(text);
    }
  });
});

describe('encodeHex', () => {
  it('writes two lower-case digits for each byte', () => {
    expect(encodeHex(Uint8Array.from([0, 1, 15, 16, 171, 255]))).toBe('00010f10abff');
  });
});
