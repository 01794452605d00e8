import { describe, expect, it } from 'vitest';
import { granted, issuer, type Answer } from './support/issuer.ts';

describe('a token endpoint', () => {
  const unusable: readonly [string, Answer][] = [
    ['HTML', () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
    ['nothing', () => new Response('')],
    ['no token', () => Response.json({ responseCode: '2007300', expiresIn: 900 })],
    ['no life', () => Response.json({ responseCode: '2007300', accessToken: 'T' })],
    ['a life of zero', () => granted(1, 0)],
    ['a life that is no number', () => granted(1, 'soon')],
    [
      'a token that cannot travel in a header',
      () => Response.json({ responseCode: '2007300', accessToken: 'a\r\nb', expiresIn: 9 }),
    ],
    ['trouble of its own', () => Response.json({ responseCode: '5007300' }, { status: 500 })],
    ['too many requests', () => Response.json({ responseCode: '4297300' }, { status: 429 })],
    ['success under a failing status line', () => new Response(granted(1).body, { status: 500 })],
    ['a reset', () => Promise.reject(new TypeError('terminated'))],
  ];
  it.each(unusable)('that answers %s leaves no token', async (_, answer) => {
    expect(await issuer(answer).get()).toEqual({ kind: 'failed', reason: { why: 'token-unavailable' } });
  });

  it('that refuses our credentials says by which code', async () => {
    const refuse: Answer = () =>
      Response.json({ responseCode: '4017300', responseMessage: 'Unauthorized' }, { status: 401 });
    expect(await issuer(refuse).get()).toMatchObject({
      kind: 'failed',
      reason: { why: 'authentication', code: '4017300' },
    });
  });

  it('that cannot be reached is unreachable', async () => {
    const cause = Object.assign(new Error('no such host'), { code: 'ENOTFOUND' });
    const { get } = issuer(() => Promise.reject(new TypeError('fetch failed', { cause })));
    expect(await get()).toEqual({ kind: 'failed', reason: { why: 'unreachable' } });
  });
});
