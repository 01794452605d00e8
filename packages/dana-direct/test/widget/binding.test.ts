import { inspect } from 'node:util';
import { UsageError } from '@bayar/core';
import { describe, expect, it } from 'vitest';
import { danaDirect, exposeBinding, restoreBinding, type Binding } from '../../src/index.ts';
import { config, now } from '../account.ts';
import { standingClock } from '../clocks.ts';
import { answer, answering } from '../wire.ts';
import { device } from './bench.ts';

const stored = {
  accessToken: 'access-secret',
  accessTokenExpiresAt: '2029-09-01T03:00:00.000Z',
  refreshToken: 'refresh-secret',
  refreshTokenExpiresAt: '2029-09-01T03:00:00.000Z',
  publicUserId: '2161',
  clientId: config.clientId,
  environment: config.environment,
};

describe('a binding', () => {
  it('does not show its tokens, however it is printed', () => {
    const binding = restoreBinding(stored);
    const shown = [
      String(binding.accessToken),
      binding.refreshToken?.toString() ?? '',
      JSON.stringify(binding),
      JSON.stringify({ nested: [binding] }),
      inspect(binding, { depth: 10, showHidden: true }),
      inspect(binding, { depth: 10, showHidden: true, customInspect: false }),
      inspect(new Error('failed', { cause: binding }), { depth: 10 }),
    ];
    for (const text of shown) expect(text).not.toMatch(/access-secret|refresh-secret/);
    expect(JSON.stringify(binding)).toContain('"accessToken":"[redacted]"');
  });

  it('cannot be cloned with its tokens by accident', () => {
    expect(() => structuredClone(restoreBinding(stored))).toThrow(/could not be cloned/);
  });

  it('survives a store when it is exposed', () => {
    expect(exposeBinding(restoreBinding(stored))).toEqual(stored);
    const least = { accessToken: 'AT', clientId: 'c', environment: 'production' };
    expect(exposeBinding(restoreBinding(JSON.parse(JSON.stringify(least))))).toEqual(least);
  });

  it.each([
    ['a binding that was not exposed', JSON.parse(JSON.stringify(restoreBinding(stored)))],
    ['a token that cannot travel', { ...stored, accessToken: 'a b' }],
    ['no token', { ...stored, accessToken: undefined }],
    ['another environment', { ...stored, environment: 'live' }],
    ['nothing', null],
  ])('is not made of %s', (_, value) => {
    expect(() => restoreBinding(value)).toThrow(UsageError);
    expect(() => restoreBinding(value)).toThrow(/exposeBinding/);
  });
});

describe('tokens that cannot be used', () => {
  it.each([
    ['expired', { accessTokenExpiresAt: '2026-09-01T03:00:00.000Z' }, 'binding.accessToken'],
    ['of another client', { clientId: 'other' }, 'binding'],
    ['of another environment', { environment: 'production' as const }, 'binding'],
  ])('because they are %s are not sent', async (_, change, field) => {
    const { dana, sent } = gateway();
    const binding = restoreBinding({ ...stored, ...change });
    expect(await dana.unbind(binding, device)).toMatchObject({ kind: 'not-sent', reason: { issues: [{ field }] } });
    expect(await dana.getBalance(binding, device)).toMatchObject({ kind: 'unavailable', issues: [{ field }] });
    expect(await dana.queryUserProfile(binding, ['BALANCE'])).toMatchObject({
      because: 'invalid',
      issues: [{ field }],
    });
    expect(sent).toEqual([]);
  });

  it.each([
    ['expired', { refreshTokenExpiresAt: '2026-09-01T03:00:00.000Z' }, 'binding.refreshToken'],
    ['missing', { refreshToken: undefined }, 'binding.refreshToken'],
    ['of another client', { clientId: 'other' }, 'binding'],
  ])('to renew because they are %s are not sent', async (_, change, field) => {
    const { dana, sent } = gateway();
    expect(await dana.refreshBinding(restoreBinding({ ...stored, ...change }))).toMatchObject({
      kind: 'not-sent',
      reason: { issues: [{ field }] },
    });
    expect(sent).toEqual([]);
  });
});

describe('renewing', () => {
  it('sends the refresh token, and keeps it when no other comes', async () => {
    const { dana, sent } = gateway({ accessToken: 'AT-2', accessTokenExpiryTime: '2030-09-01T10:00:00+07:00' });
    const renewed = exposed(await dana.refreshBinding(restoreBinding(stored)));
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual({ grantType: 'REFRESH_TOKEN', refreshToken: 'refresh-secret' });
    expect(renewed).toEqual({ ...stored, accessToken: 'AT-2', accessTokenExpiresAt: '2030-09-01T03:00:00.000Z' });
  });

  it('takes another refresh token with its own expiry, or with none', async () => {
    const { dana } = gateway({ accessToken: 'AT-2', refreshToken: 'RT-2' });
    const renewed = exposed(await dana.refreshBinding(restoreBinding(stored)));
    expect(renewed).toEqual({
      accessToken: 'AT-2',
      refreshToken: 'RT-2',
      publicUserId: '2161',
      clientId: config.clientId,
      environment: 'sandbox',
    });
  });
});

function gateway(tokens: object = {}) {
  const { fetch, sent } = answering(answer({ responseCode: '2007400', ...tokens }));
  return { sent, dana: danaDirect({ ...config, widget: { clientSecret: 's' } }, { fetch, clock: standingClock(now) }) };
}

function exposed(outcome: { kind: string; value?: Binding }) {
  if (outcome.value === undefined) throw new Error(outcome.kind);
  return exposeBinding(outcome.value);
}
