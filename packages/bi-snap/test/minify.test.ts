import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '@bayar/core/kit';
import { minify } from '../src/minify.ts';
import vectors from './vectors/minified.json' with { type: 'json' };

describe('minify', () => {
  it('leaves the published sample as it is, with the published hash', async () => {
    const { minified, sha256 } = vectors.published;
    expect(minify(minified)).toBe(minified);
    expect(await sha256Hex(minify(minified))).toBe(sha256);
  });

  it('makes the published sample of any indentation', () => {
    const { minified } = vectors.published;
    for (const indent of [1, 2, 4, '\t', '\r\n ', '\n\n']) {
      expect(minify(JSON.stringify(JSON.parse(minified), undefined, indent).replaceAll('\n', '\r\n'))).toBe(minified);
    }
  });

  it('brings a pretty-printed body to the hash that is signed', async () => {
    const { body, sha256, sha256OfRaw } = vectors.pretty;
    expect(await sha256Hex(body)).toBe(sha256OfRaw);
    expect(await sha256Hex(minify(body))).toBe(sha256);
  });

  it('keeps escaped slashes escaped', async () => {
    expect(await sha256Hex(minify(vectors.escapedSlashes.body))).toBe(vectors.escapedSlashes.sha256);
  });

  it.each([
    ['blanks inside strings', '{ "t" : "a  b" }', '{"t":"a  b"}'],
    ['escaped quotes', '{ "t" : "a \\" b \\\\" , "u" : " " }', '{"t":"a \\" b \\\\","u":" "}'],
    ['escaped blanks', '{ "t" : "a\\n\\t b" }', '{"t":"a\\n\\t b"}'],
    ['escapes of letters', '{ "t" : "\\u00e9 \\u0020" }', '{"t":"\\u00e9 \\u0020"}'],
    ['numbers as they are written', '[ 10000.00 , 1e5 , 9007199254740993 , -0 ]', '[10000.00,1e5,9007199254740993,-0]'],
    ['keys that stand twice, in their order', '{ "a" : 1 , "a" : 2 }', '{"a":1,"a":2}'],
    ['other letters', '{ "t" : "コーヒー ☕ é e\u0301" }', '{"t":"コーヒー ☕ é e\u0301"}'],
    ['white space JSON does not know', '{"t":1}\u00a0\ufeff\u2028', '{"t":1}\u00a0\ufeff\u2028'],
  ])('keeps %s', (_, json, minified) => {
    expect(minify(json)).toBe(minified);
  });

  it('does to any body what JSON.stringify would have done without indentation', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(1, 2, '\t', ' \n'), (value, indent) => {
        expect(minify(JSON.stringify(value, undefined, indent))).toBe(JSON.stringify(value));
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves what is not JSON as it finds it', () => {
    for (const text of ['"never  ends', '"ends in a backslash\\', '"line\\\n break', '"""'])
      expect(minify(text)).toBe(text);
  });

  it.each(['\\"', '"', '\\', '{"', ' "', ' '])('takes time in proportion to the length of many %j', (part) => {
    const started = performance.now();
    expect(minify(`"${part.repeat(200_000)}`).length).toBeGreaterThan(200_000);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
