import { describe, expect, it } from 'vitest';
import type { TokenStore } from '../src/index.ts';
import { concurrently, granted, issuer, token, type Answer } from './support/issuer.ts';

describe('failure', () => {
  it('is shared by those who waited and forgotten by the next', async () => {
    const { get, requests } = issuer((count) => (count === 1 ? new Response('busy', { status: 503 }) : granted(count)));
    const results = await concurrently(100, () => get());
    expect(results).toEqual(results.map(() => ({ kind: 'failed', reason: { why: 'token-unavailable' } })));
    expect(requests).toHaveLength(1);
    expect(await get()).toEqual(token(2));
  });

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
  it.each(unusable)('leaves no token when the endpoint answers %s', async (_, answer) => {
    expect(await issuer(answer).get()).toEqual({ kind: 'failed', reason: { why: 'token-unavailable' } });
  });

  it('says which code refused our credentials', async () => {
    const refuse: Answer = () =>
      Response.json({ responseCode: '4017300', responseMessage: 'Unauthorized' }, { status: 401 });
    expect(await issuer(refuse).get()).toMatchObject({
      kind: 'failed',
      reason: { why: 'authentication', code: '4017300' },
    });
  });

  it('says that the endpoint cannot be reached', async () => {
    const cause = Object.assign(new Error('no such host'), { code: 'ENOTFOUND' });
    const { get } = issuer(() => Promise.reject(new TypeError('fetch failed', { cause })));
    expect(await get()).toEqual({ kind: 'failed', reason: { why: 'unreachable' } });
  });

  it('leaves no token, and asks for none, when the shared store cannot be read', async () => {
    const broken: TokenStore = {
      read: () => Promise.reject(new Error('store is down')),
      write: () => Promise.resolve(),
    };
    const { get, requests } = issuer(granted, broken);
    expect(await get()).toEqual({ kind: 'failed', reason: { why: 'token-unavailable' } });
    expect(requests).toHaveLength(0);
  });

  it('gives the token it could not store', async () => {
    const readOnly: TokenStore = {
      read: () => Promise.resolve(undefined),
      write: () => Promise.reject(new Error('read-only')),
    };
    expect(await issuer(granted, readOnly).get()).toEqual(token(1));
  });
});
