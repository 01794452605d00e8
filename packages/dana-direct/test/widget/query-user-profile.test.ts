import { publicHalf, readRsaKey, rsaSha256Verifier } from '@bayar/core/kit';
import { describe, expect, it } from 'vitest';
import { profileResources } from '../../src/index.ts';
import { config, now } from '../account.ts';
import { answer } from '../wire.ts';
import { binding, gateway, profile } from './account-fixtures.ts';

describe('queryUserProfile', () => {
  it('sends the envelope of the Open API, signed over the text of request', async () => {
    const { dana, sent } = gateway(answer({ responseCode: '200', ...profile }));
    expect(await dana.queryUserProfile(binding, ['USER_KYC'])).toEqual({ kind: 'found', value: { USER_KYC: 'KYC2' } });
    const body = sent[0]?.body ?? '';
    const { request, signature } = JSON.parse(body) as { request: object; signature: string };
    expect(request).toEqual({
      head: {
        version: '2.0',
        function: 'dana.member.query.queryUserProfile',
        clientId: config.clientId,
        clientSecret: 'client-secret',
        reqTime: now,
        reqMsgId: expect.stringMatching(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
        reserve: '{}',
        accessToken: 'AT',
      },
      body: { userResources: ['USER_KYC'] },
    });
    const key = readRsaKey(config.privateKey);
    if (typeof key === 'string') throw new Error(key);
    const signed = JSON.stringify(request);
    expect(body.startsWith(`{"request":${signed},`)).toBe(true);
    expect(await rsaSha256Verifier(publicHalf(key))(signed, signature)).toBe(true);
    expect(sent[0]?.headers.has('x-signature')).toBe(false);
  });

  it.each([
    ['F', 'ACCESS_DENIED', 'other'],
    ['U', 'SYSTEM_ERROR', 'acquirer-error'],
    ['X', 'NEW', 'unlisted-code'],
  ])('is unavailable when the result is %s, and keeps the code', async (resultStatus, resultCode, because) => {
    const body = { ...profile.response.body, resultInfo: { resultStatus, resultCode } };
    const { dana } = gateway(answer({ responseCode: '200', response: { body } }));
    expect(await dana.queryUserProfile(binding, ['USER_KYC'])).toMatchObject({ because, code: resultCode });
  });

  it('is unavailable when success comes under a failing status line', async () => {
    const { dana } = gateway(answer({ responseCode: '500', ...profile }));
    expect(await dana.queryUserProfile(binding, ['USER_KYC'])).toMatchObject({ because: 'acquirer-error' });
  });

  it('is not sent without a client secret, or without something to ask for', async () => {
    const { dana, sent } = gateway(answer({ responseCode: '200', ...profile }), {});
    expect(await dana.queryUserProfile(binding, [])).toMatchObject({
      because: 'invalid',
      issues: [{ field: 'resources' }, { field: 'widget.clientSecret' }],
    });
    expect(sent).toEqual([]);
  });

  it('can ask for the fifteen things DANA lists', () => {
    expect(new Set(profileResources).size).toBe(15);
  });
});
