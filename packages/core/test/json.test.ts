import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../src/kit/json.ts';

const KIB = 1_024;

/** The key with some of its characters written as escapes. */
function escaped(key: string, which: readonly boolean[]): string {
  const spell = (character: string, index: number): string =>
    which[index % which.length] === true ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : character;
  return [...key].map(spell).join('');
}

const key = fc.string({ unit: fc.constantFrom(...'abcdefXYZ019_'), minLength: 1, maxLength: 12 });
const spelling = fc.array(fc.boolean(), { minLength: 1, maxLength: 12 });

describe('parseJson', () => {
  it('refuses a key that stands twice, however it is spelt and however deep it lies', () => {
    fc.assert(
      fc.property(key, spelling, spelling, fc.array(fc.boolean(), { maxLength: 8 }), (name, a, b, depth) => {
        const twice = `{"${escaped(name, a)}":1,"other ${name}":{"${name}":[]},"${escaped(name, b)}" : 2}`;
        const nested = depth.reduce((inner, list) => (list ? `[0,${inner}]` : `{"in":${inner},"after":"{"}`), twice);
        return parseJson(nested) === undefined;
      }),
      { numRuns: 1_000 },
    );
  });

  it('accepts every body JSON.stringify writes, and reads it as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false }), fc.constantFrom(0, 1, '\t'), (compact, indent) => {
        const body = JSON.stringify(JSON.parse(compact), undefined, indent);
        expect(parseJson(body)).toEqual(JSON.parse(body));
      }),
      { numRuns: 5_000 },
    );
  });

  it('accepts the same name in different objects', () => {
    const body = '{"a":{"value":1},"b":{"value":1},"c":[{"value":1},{"value":2}],"value":"value"}';
    expect(parseJson(body)).toEqual(JSON.parse(body));
  });

  it.each([
    ['strings that look like keys', '{"a":["a","a:","{\\"a\\":1"],"b":"a"}'],
    ['quotes and backslashes in keys', '{"a\\"":1,"a\\\\":2,"a":3}'],
    ['keys that differ in case or in normal form', '{"a":1,"A":2,"\\u00e9":3,"e\\u0301":4}'],
    ['keys named like members of Object', '{"__proto__":1,"constructor":2,"toString":3,"hasOwnProperty":4}'],
    ['brackets inside strings', '{"a":"}{][","b":"[{"}'],
  ])('accepts %s', (_, body) => {
    expect(parseJson(body)).toEqual(JSON.parse(body));
  });

  it.each([
    '{"a":1,"a":1}',
    '{"a":1,"\\u0061":2}',
    '[{"x":{"a":1 , "a" :2}}]',
    '{"":1,"":2}',
    '{"a\\/b":1,"a/b":2}',
    '{"a":1,"b":{"c":1},"a"\n:\t2}',
    '{"__proto__":1,"__proto__":2}',
    '{"\\ud83d\\ude00":1,"😀":2}',
  ])('refuses the duplicate in %s', (body) => {
    expect(parseJson(body)).toBeUndefined();
  });

  it.each(['', ' ', '{', '{"a":1}}', "{'a':1}", '{"a":1,}', 'undefined', '\ufeff{}', '{"a":\u0000}', '<html>'])(
    'refuses %j, which is not JSON',
    (body) => {
      expect(parseJson(body)).toBeUndefined();
    },
  );

  it('gives the value null back as null', () => {
    expect(parseJson('null')).toBeNull();
  });

  it.each([
    ['keys that never end', '{"a":"{'.repeat(8 * KIB)],
    ['nesting', '['.repeat(32 * KIB) + ']'.repeat(32 * KIB)],
    ['nested objects', '{"a":'.repeat(12 * KIB) + '1' + '}'.repeat(12 * KIB)],
    ['escapes', `{"a":"${'\\\\'.repeat(32 * KIB)}"}`],
    ['an unclosed string of escapes', `{"a":"${'\\"'.repeat(32 * KIB)}`],
    ['blanks', `{"a"${' '.repeat(64 * KIB)}:1}`],
    ['blanks between strings', `[${Array.from({ length: 8 * KIB }, () => '"a"     ').join(',')}]`],
    ['different keys', `{${Array.from({ length: 6 * KIB }, (_, index) => `"k${String(index)}":1`).join(',')}}`],
    ['one long key', `{"${'k'.repeat(64 * KIB)}":1}`],
  ])('finishes on 64 KB of %s, with what JSON.parse makes of it', (_, body) => {
    expect(parseJson(body) !== undefined).toBe(isJson(body));
  });

  it('leaves the prototype of objects alone', () => {
    parseJson('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
    expect('polluted' in {}).toBe(false);
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
