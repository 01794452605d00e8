import { describe, expect, it } from 'vitest';
import { absent, doubtful, meaningOf, refused, refusedForNow, staleToken, success } from '../src/kit/code-table.ts';

const table = {
  '404/18': doubtful('already-exists'),
  '404/xx': refused('not-found', 'Check the reference.'),
  '2xx': success,
};

describe('meaningOf', () => {
  it('takes the most specific key the table lists', () => {
    expect(meaningOf(table, ['404/18', '404/xx', '4xx'])).toEqual({ means: 'doubt', doubt: 'already-exists' });
    expect(meaningOf(table, ['404/01', '404/xx', '4xx'])).toMatchObject({ means: 'refused', retryable: false });
  });

  it.each([[[]], [['500/00', '5xx']], [['__proto__']], [['constructor', 'toString', 'hasOwnProperty']]])(
    'doubts what it does not list: %j',
    (keys) => {
      expect(meaningOf(table, keys)).toEqual({ means: 'doubt', doubt: 'unlisted-code' });
    },
  );
});

describe('a meaning', () => {
  it('carries exactly what it was made of', () => {
    expect(refusedForNow('rate-limited', 'Wait.')).toEqual({
      means: 'refused',
      reason: 'rate-limited',
      hint: 'Wait.',
      retryable: true,
    });
    expect(refusedForNow('rate-limited', 'Wait.', 5)).toMatchObject({ retryAfterMs: 5 });
    expect([absent(false), staleToken('Renew.')]).toEqual([
      { means: 'absent', final: false },
      { means: 'stale-token', hint: 'Renew.' },
    ]);
  });
});
