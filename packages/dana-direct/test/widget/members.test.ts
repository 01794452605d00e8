import { describe, expect, it } from 'vitest';
import { membersOf } from '../../src/widget/open-api/members.ts';

describe('the members of an object', () => {
  it.each([
    ['{}', []],
    ['{"a":1}', [['a', '1']]],
    [
      ' { "a" : [1, {"b":2}] , "c" : {"a":3} } ',
      [
        ['a', '[1, {"b":2}]'],
        ['c', '{"a":3}'],
      ],
    ],
    [
      '{"a":"},{\\"b\\":1","c":"\\\\"}',
      [
        ['a', '"},{\\"b\\":1"'],
        ['c', '"\\\\"'],
      ],
    ],
    ['{"a:b":"c:d"}', [['a:b', '"c:d"']]],
    [
      '{"\\u0061":1e3,"":null}',
      [
        ['a', '1e3'],
        ['', 'null'],
      ],
    ],
  ])('of %s are read as they stand', (json, expected) => {
    const members = membersOf(json).filter(({ value }) => value !== '');
    expect(members.map(({ name, value }) => [name, value])).toEqual(expected);
  });

  it('make up the object again, byte for byte', () => {
    const json = '{ "a" : [1, 2],"b":{"c":","} , "d" :"é\\n" }';
    const rebuilt = membersOf(json)
      .map(({ text }) => text)
      .join(',');
    expect(`{${rebuilt}}`).toBe(json);
  });

  it('are found in linear time in a hostile text', () => {
    const json = `{"a":${'['.repeat(20_000)}${']'.repeat(20_000)},"b":"${'\\"'.repeat(20_000)}"}`;
    expect(membersOf(json).map(({ name }) => name)).toEqual(['a', 'b']);
  });
});
