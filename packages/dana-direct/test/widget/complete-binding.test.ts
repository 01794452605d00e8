import { describe, expect, it } from 'vitest';
import { danaDirect } from '../../src/index.ts';
import { config, now } from '../account.ts';
import { standingClock } from '../clocks.ts';
import { answer, answering, coded, failing, hanging, text, type Answer } from '../wire.ts';
import { redirectUrl } from './bench.ts';

const state = 'a1b2c3d4e5f60718293a4b5c6d7e8f90';
const agreed = { responseCode: '2001000', responseMessage: 'Successful', authCode: 'GtRLpE7TbqpvWzEj', state };
const tokens = {
  responseCode: '2007400',
  responseMessage: 'Successful',
  tokenType: 'Bearer',
  accessToken: 'AT-1',
  accessTokenExpiryTime: '2029-09-01T10:00:00+07:00',
  refreshToken: 'RT-1',
  refreshTokenExpiryTime: '2029-09-01T10:00:00+07:00',
  additionalInfo: { userInfo: { publicUserId: '216100000000' } },
};

describe('completeBinding', () => {
  it('exchanges the code with the documented body and headers, once', async () => {
    const { complete, sent } = gateway(answer(tokens));
    const outcome = await complete(agreed);
    expect(outcome).toMatchObject({
      kind: 'done',
      value: { accessTokenExpiresAt: '2029-09-01T03:00:00.000Z', publicUserId: '216100000000' },
    });
    expect(outcome.kind === 'done' && outcome.value.accessToken.expose()).toBe('AT-1');
    expect(sent.map(({ url }) => url)).toEqual(['https://api.sandbox.dana.id/v1.0/access-token/b2b2c.htm']);
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({ grantType: 'AUTHORIZATION_CODE', authCode: agreed.authCode });
    expect([...(sent[0]?.headers.keys() ?? [])].sort()).toEqual(
      ['accept', 'content-type', 'x-client-key', 'x-partner-id', 'x-signature', 'x-timestamp'].sort(),
    );
  });

  it('reads a URL, its text, or the path a server sees', async () => {
    const { dana } = gateway(answer(tokens));
    const path = `/dana/bound?${new URLSearchParams(agreed).toString()}`;
    for (const callback of [new URL(path, redirectUrl), `https://merchant.example${path}`, path]) {
      expect(await dana.completeBinding(callback, { state })).toMatchObject({ kind: 'done' });
    }
  });

  it.each([
    ['another state', { ...agreed, state: state.replace('a', 'b') }],
    ['a state cut short', { ...agreed, state: state.slice(0, -1) }],
    ['the state in capitals', { ...agreed, state: state.toUpperCase() }],
    ['an empty state', { ...agreed, state: '' }],
    ['no state', { responseCode: '2001000', authCode: agreed.authCode }],
    ['a refusal under another state', { responseCode: '4001000', state: 'other' }],
  ])('sends nothing for %s', async (_, query) => {
    const { complete, sent } = gateway(answer(tokens));
    expect(await complete(query)).toMatchObject({ kind: 'not-sent', reason: { issues: [{ field: 'state' }] } });
    expect(sent).toEqual([]);
  });

  it('sends nothing when no state was kept, even if none comes back', async () => {
    const { dana, sent } = gateway(answer(tokens));
    const callback = `${redirectUrl}?authCode=x&state=`;
    expect(await dana.completeBinding(callback, { state: '' })).toMatchObject({
      kind: 'not-sent',
      reason: { issues: [{ field: 'state' }] },
    });
    expect(sent).toEqual([]);
  });

  it.each([
    ['the code twice', `authCode=a&authCode=b&state=${state}`, 'callback'],
    ['the state twice', `authCode=a&state=${state}&state=${state}`, 'callback'],
    ['a code that holds &', `authCode=a%26b&state=${state}`, 'authCode'],
    ['a code that holds =', `authCode=a%3Db&state=${state}`, 'authCode'],
    ['an empty code', `authCode=&state=${state}`, 'authCode'],
    ['a code over 256 characters', `authCode=${'a'.repeat(257)}&state=${state}`, 'authCode'],
  ])('sends nothing for %s', async (_, query, field) => {
    const { dana, sent } = gateway(answer(tokens));
    expect(await dana.completeBinding(`${redirectUrl}?${query}`, { state })).toMatchObject({
      kind: 'not-sent',
      reason: { why: 'invalid', issues: [{ field }] },
    });
    expect(sent).toEqual([]);
  });

  it('sends nothing for what is no address', async () => {
    const { dana } = gateway(answer(tokens));
    expect(await dana.completeBinding('https://', { state })).toMatchObject({
      kind: 'not-sent',
      reason: { issues: [{ field: 'callback' }] },
    });
  });

  it.each([
    ['without a code', { state, responseCode: '4031000', responseMessage: 'User Cancelled' }, '4031000'],
    ['without a code and a state', { responseCode: '4031000' }, '4031000'],
    ['with nothing at all', {}, ''],
    ['with an error of another shape', { error: 'access_denied', state }, ''],
    ['with a code under a refusing response code', { ...agreed, responseCode: '4031000' }, '4031000'],
  ])('takes a browser that comes back %s for a refusal, and keeps its code', async (_, query, code) => {
    const { complete, sent } = gateway(answer(tokens));
    expect(await complete(query)).toMatchObject({ kind: 'declined', decline: { reason: 'not-permitted', code } });
    expect(sent).toEqual([]);
  });

  it.each([
    'Unauthorized. Auth Code Used',
    'Unauthorized. Auth Code Expired',
    'Unauthorized. Invalid Auth Code',
    'Unauthorized. Invalid Signature',
  ])('keeps what 4017400 says in words: %s', async (responseMessage) => {
    const { complete } = gateway(answer({ responseCode: '4017400', responseMessage }));
    expect(await complete(agreed)).toMatchObject({
      kind: 'declined',
      decline: { code: '4017400', reason: 'authentication', message: responseMessage },
    });
  });

  it.each([
    ['the connection is reset', failing('ECONNRESET'), 'connection-lost'],
    ['DANA fails', coded('5007401'), 'acquirer-error'],
    ['there were too many requests', coded('4297400'), 'unlisted-code'],
    ['the code is not listed', coded('4047499'), 'unlisted-code'],
    ['the answer is HTML', text('<html>', { status: 502 }), 'acquirer-error'],
    ['a success has no token', answer({ ...tokens, accessToken: undefined }), 'unreadable-answer'],
    ['the token cannot travel in a header', answer({ ...tokens, accessToken: 'a\nb' }), 'unreadable-answer'],
  ])('is unknown, and sent once, when %s', async (_, reply, doubt) => {
    const { complete, sent } = gateway(reply);
    expect(await complete(agreed)).toMatchObject({
      kind: 'unknown',
      doubt,
      hint: expect.stringContaining('may have used the authorization code'),
    });
    expect(sent).toHaveLength(1);
  });

  it('is unknown when the caller gives up waiting', async () => {
    const { dana } = gateway(hanging);
    const stop = new AbortController();
    const callback = `${redirectUrl}?${new URLSearchParams(agreed).toString()}`;
    const outcome = dana.completeBinding(callback, { state }, { signal: stop.signal });
    setTimeout(() => stop.abort(), 20);
    expect(await outcome).toMatchObject({ kind: 'unknown', doubt: 'no-answer' });
  });

  it('is not sent when DANA cannot be reached: the code still works', async () => {
    const { complete } = gateway(failing('ECONNREFUSED'));
    expect(await complete(agreed)).toEqual({ kind: 'not-sent', reason: { why: 'unreachable' } });
  });
});

function gateway(reply: Answer) {
  const { fetch, sent } = answering(reply);
  const dana = danaDirect(config, { fetch, clock: standingClock(now) });
  const complete = (query: Record<string, string>) =>
    dana.completeBinding(`${redirectUrl}?${new URLSearchParams(query).toString()}`, { state });
  return { dana, sent, complete };
}
