import { describe, expect, it } from 'vitest';
import vectors from '../vectors/dana.json' with { type: 'json' };
import { askToken, bindingUrl, bound, byCode, codeOf, tokenPath } from './bound-customer.ts';
import { createMerchant, signRsa } from './merchant.ts';
import type { Json } from './merchant.ts';

const minute = 60_000;

describe('the binding page', () => {
  it.each(['API', 'DEEPLINK'] as const)('opens at the address the official client made in %s mode', async (mode) => {
    const page = await createMerchant().dana.fetch(vectors.oauth[mode].url);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain('6283811223355');
    expect(html).toContain('data-action="approve"');
  });

  it('DANA 9.13/page: sends the customer who agrees back with a code and the state', async () => {
    const { dana } = createMerchant();
    const response = await dana.fetch(bindingUrl(), {
      method: 'POST',
      body: new URLSearchParams({ action: 'approve' }),
    });
    expect(response.status).toBe(303);
    const callback = new URL(response.headers.get('location') ?? '');
    expect(Object.fromEntries(callback.searchParams)).toEqual({
      responseCode: '2001000',
      responseMessage: 'Successful',
      authCode: expect.stringMatching(/^[A-Za-z0-9]{40}$/),
      state: 'state-1',
    });
  });

  it('DANA 9.13/page: sends the customer who refuses back without a code', () => {
    const callback = new URL(createMerchant().dana.binding.deny(bindingUrl()));
    expect(callback.searchParams.has('authCode')).toBe(false);
    expect(callback.searchParams.get('state')).toBe('state-1');
  });

  it.each([
    ['another client', { partnerId: 'other' }],
    ['no state', { state: '' }],
    ['no isSnapBI', { isSnapBI: '' }],
    ['a redirectUrl that is none', { redirectUrl: 'nowhere' }],
    ['unsigned seamless data', { seamlessData: '{"mobileNumber":"62"}' }],
    [
      'seamless data signed otherwise',
      { seamlessData: '{"mobileNumber":"62"}', seamlessSign: signRsa('{}').toString('base64') },
    ],
  ])('does not open with %s', async (_, overrides) => {
    expect((await createMerchant().dana.fetch(bindingUrl(overrides))).status).toBe(400);
  });

  it('accepts a seamless signature encoded once', async () => {
    const seamlessData = '{"mobileNumber":"62811"}';
    const url = bindingUrl({ seamlessData, seamlessSign: signRsa(seamlessData).toString('base64') });
    expect((await createMerchant().dana.fetch(url)).status).toBe(200);
  });
});

describe('applyToken', () => {
  it('DANA 9.13/token: exchanges a code for tokens of three years', async () => {
    const merchant = createMerchant();
    const answer = await askToken(merchant, byCode(codeOf(merchant.dana.binding.approve(bindingUrl()))));
    expect(answer.body).toMatchObject({
      responseCode: '2007400',
      tokenType: 'Bearer',
      accessToken: expect.any(String),
      accessTokenExpiryTime: '2029-08-31T10:00:00+07:00',
    });
  });

  it('DANA 9.4/token: takes the recorded signature over client id and time', async () => {
    const vector = vectors.requestVectors.find(({ path }) => path === tokenPath);
    const headers = { 'X-SIGNATURE': vector?.xSignature ?? '' };
    const answer = await askToken(createMerchant(), JSON.parse(vector?.body ?? '{}') as Json, headers);
    expect(answer).toMatchObject({ status: 401, code: '4017400', message: 'Unauthorized. Invalid Auth Code' });
  });

  it('DANA 9.13/code: tells used, expired and unknown codes and bad signatures apart by message alone', async () => {
    const merchant = createMerchant();
    const used = codeOf(merchant.dana.binding.approve(bindingUrl()));
    const late = codeOf(merchant.dana.binding.approve(bindingUrl()));
    await askToken(merchant, byCode(used));
    await merchant.clock.advance(10 * minute);
    const messages = [
      await askToken(merchant, byCode(used)),
      await askToken(merchant, byCode(late)),
      await askToken(merchant, byCode('guess')),
      await askToken(merchant, byCode('guess'), { 'X-SIGNATURE': signRsa('other').toString('base64') }),
    ].map(({ code, message }) => `${String(code)} ${String(message)}`);
    expect(messages).toEqual([
      '4017400 Unauthorized. Auth Code Used',
      '4017400 Unauthorized. Auth Code Expired',
      '4017400 Unauthorized. Invalid Auth Code',
      '4017400 Unauthorized. Invalid Signature',
    ]);
  });

  it('renews an access token, and refuses a refresh token nobody has', async () => {
    const merchant = await bound();
    const renewed = await askToken(merchant, { grantType: 'REFRESH_TOKEN', refreshToken: merchant.refreshToken });
    expect(renewed).toMatchObject({ code: '2007400' });
    expect(renewed.body['accessToken']).not.toBe(merchant.accessToken);
    expect(await askToken(merchant, { grantType: 'REFRESH_TOKEN', refreshToken: 'none' })).toMatchObject({
      code: '4017400',
    });
    expect(await askToken(merchant, { grantType: 'REFRESH_TOKEN' })).toMatchObject({ code: '4007402' });
    expect(await askToken(merchant, { grantType: 'PASSWORD' })).toMatchObject({ code: '4007401' });
  });
});
