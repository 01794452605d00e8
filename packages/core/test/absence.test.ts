import { describe, expect, it } from 'vitest';
import { isMissing, missing } from '../src/kit/absence.ts';
import { agreed, asking, bench } from './support/desk.ts';
import { json } from './support/wire.ts';

describe('an absence the decoder finds', () => {
  it.each([true, false])('is told as one, final: %s', async (final) => {
    const result = await bench([json(agreed)], asking({ kind: 'read', decode: () => missing(final) })).run();
    expect(result).toEqual({ kind: 'absent', final });
  });

  it('is recognised, and nothing that merely looks like one', () => {
    expect([missing(true), { final: true }, null, { ...missing(true) }].map(isMissing)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
