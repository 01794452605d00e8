import { describe, expect, it } from 'vitest';
import { minify } from '../src/index.ts';

describe('minify', () => {
  it.each([
    ['{ "a" : 1 ,\r\n\t"b" : [ true , null ] }', '{"a":1,"b":[true,null]}'],
    ['{"a":"x  y"}', '{"a":"x  y"}'],
    ['{"a":"\\" , \\\\" , "b":1}', '{"a":"\\" , \\\\","b":1}'],
    ['{"a": 10000.00, "b": "\\/ \\u00e9 é"}', '{"a":10000.00,"b":"\\/ \\u00e9 é"}'],
    ['', ''],
  ])('takes the white space between tokens out of %j and nothing else', (json, expected) => {
    expect(minify(json)).toBe(expected);
  });

  it('leaves what is not JSON as it finds it', () => {
    for (const text of ['"never ends', '"ends in a backslash\\', '"line\\\n break', '"""'])
      expect(minify(text)).toBe(text);
  });

  it('takes time in proportion to the length, whatever the text', () => {
    const started = performance.now();
    for (const part of ['\\"', '"', '\\', '{"', ' "']) minify(`"${part.repeat(200_000)}`);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
