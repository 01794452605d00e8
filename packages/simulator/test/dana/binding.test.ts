import { describe, expect, it } from 'vitest';
import vectors from '../vectors/dana.json' with { type: 'json' };
import { clientId, createMerchant, jakarta, orderOf, paths, readAnswer, signRsa } from './merchant.ts';
import type { Json, Spoil } from './merchant.ts';

const tokenPath = '/v1.0/access-token/b2b2c.htm';
const ottPath = '/rest/v1.1/qr/apply-ott';
const unbindPath = '/v1.0/registration-account-unbinding.htm';
const balancePath = '/v1.0/balance-inquiry.htm';
const minute = 60_000;

type Merchant = ReturnType<typeof createMerchant>;

const bindingUrl = (overrides: Readonly<Record<string, string>> = {}) =>
  `https://m.sandbox.dana.id/v1.0/get-auth-code?${new URLSearchParams({
    partnerId: clientId,
    timestamp: '2026-09-01T10:00:00+07:00',
    externalId: 'ext-1',
    channelId: 'ch-1',
    scopes: 'CASHIER,QUERY_BALANCE',
    redirectUrl: 'https://merchant.example/callback',
    state: 'state-1',
    isSnapBI: 'true',
    ...overrides,
  }).toString()}`;

async function askToken({ dana, clock }: Merchant, body: Json, headers: Readonly<Record<string, string>> = {}) {
  const timestamp = jakarta(clock.now());
  const signature = signRsa(`${clientId}|${timestamp}`).toString('base64');
  return readAnswer(
    await dana.fetch(`https://api.sandbox.dana.id${tokenPath}`, {
      method: 'POST',
      headers: { 'X-TIMESTAMP': timestamp, 'X-CLIENT-KEY': clientId, 'X-SIGNATURE': signature, ...headers },
      body: JSON.stringify(body),
    }),
  );
}

const byCode = (authCode: string | null): Json => ({ grantType: 'AUTHORIZATION_CODE', authCode, refreshToken: '' });
const codeOf = (callback: string) => new URL(callback).searchParams.get('authCode');

async function bound(settings = {}, url = bindingUrl()) {
  const merchant = createMerchant(settings);
  const { body } = await askToken(merchant, byCode(codeOf(merchant.dana.binding.approve(url))));
  const accessToken = String(body['accessToken']);
  const asCustomer = (path: string, message: Json, spoil: Spoil = {}) =>
    merchant.call(
      path,
      { additionalInfo: { accessToken }, ...message },
      { headers: { 'Authorization-Customer': `Bearer ${accessToken}`, 'X-DEVICE-ID': 'device-1', ...spoil.headers } },
    );
  const ott = () => asCustomer(ottPath, { userResources: ['OTT'] });
  return { ...merchant, accessToken, refreshToken: String(body['refreshToken']), asCustomer, ott };
}

describe('the binding page', () => {
  it.each(['API', 'DEEPLINK'] as const)('opens at the address the official client made in %s mode', async (mode) => {
    const page = await createMerchant().dana.fetch(vectors.oauth[mode].url);
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).toContain('6283811223355');
    expect(html).toContain('data-action="approve"');
  });

  it('sends the customer who agrees back with a code and the state', async () => {
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

  it('sends the customer who refuses back without a code', () => {
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
  it('exchanges a code for tokens of three years', async () => {
    const merchant = createMerchant();
    const answer = await askToken(merchant, byCode(codeOf(merchant.dana.binding.approve(bindingUrl()))));
    expect(answer.body).toMatchObject({
      responseCode: '2007400',
      tokenType: 'Bearer',
      accessToken: expect.any(String),
      accessTokenExpiryTime: '2029-08-31T10:00:00+07:00',
    });
  });

  it('takes the recorded signature over client id and time', async () => {
    const vector = vectors.requestVectors.find(({ path }) => path === tokenPath);
    const headers = { 'X-SIGNATURE': vector?.xSignature ?? '' };
    const answer = await askToken(createMerchant(), JSON.parse(vector?.body ?? '{}') as Json, headers);
    expect(answer).toMatchObject({ status: 401, code: '4017400', message: 'Unauthorized. Invalid Auth Code' });
  });

  it('tells used, expired and unknown codes and bad signatures apart by message alone', async () => {
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
    ].map(({ code, message }) => `${code} ${message}`);
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

describe('applyOTT', () => {
  it('gives a token that lets the checkout page know the customer, on one page', async () => {
    const { ott, call, dana } = await bound({}, bindingUrl());
    const { body } = await ott();
    expect(body).toMatchObject({ responseCode: '2004900', userResources: [{ resourceType: 'OTT' }] });
    const [resource] = body['userResources'] as { value: string }[];
    const page = async (reference: string) => {
      const order = await call(paths.create, orderOf(reference));
      const url = new URL(String(order.body['webRedirectUrl']));
      url.searchParams.set('ott', resource?.value ?? '');
      return (await dana.fetch(url)).text();
    };
    expect(await page('ORDER-1')).toContain('0811742234');
    expect(await page('ORDER-1')).toContain('0811742234');
    expect(await page('ORDER-2')).toContain('logs in here');
  });

  it('gives a token for ten minutes', async () => {
    const { ott, call, dana, clock } = await bound();
    const [resource] = (await ott()).body['userResources'] as { value: string }[];
    const order = await call(paths.create, orderOf('ORDER-1'));
    await clock.advance(10 * minute);
    const page = await dana.fetch(`${String(order.body['webRedirectUrl'])}&ott=${resource?.value}`);
    expect(await page.text()).toContain('logs in here');
  });

  it('refuses other resources, an unknown token and missing headers', async () => {
    const { asCustomer } = await bound();
    const ask = (userResources: unknown, headers = {}) => asCustomer(ottPath, { userResources }, { headers });
    expect(await ask(['OTTasd!#$'])).toMatchObject({ code: '4004901', message: 'Invalid Field Format userResources' });
    expect(await ask(undefined)).toMatchObject({ code: '4004902', message: 'Invalid Mandatory Field userResources' });
    expect(await ask(['OTT'], { 'Authorization-Customer': 'Bearer none' })).toMatchObject({
      status: 401,
      code: '4014902',
      message: 'Invalid Customer Token',
    });
    for (const name of ['Authorization-Customer', 'X-DEVICE-ID', 'X-TIMESTAMP']) {
      expect(await ask(['OTT'], { [name]: '' })).toMatchObject({
        code: '4004902',
        message: `Invalid Mandatory Field ${name}`,
      });
    }
  });

  it('takes a longitude of three digits and refuses one that is no number', async () => {
    const { asCustomer } = await bound();
    const at = (longitude: string) =>
      asCustomer(
        ottPath,
        { userResources: ['OTT'] },
        { headers: { 'X-LATITUDE': '-6.108841', 'X-LONGITUDE': longitude } },
      );
    expect(await at('106.7782137')).toMatchObject({ code: '2004900' });
    expect(await at('east')).toMatchObject({ code: '4004901', message: 'Invalid Field Format X-LONGITUDE' });
  });

  it('refuses a token after three years', async () => {
    const { ott, clock } = await bound();
    await clock.advance(3 * 365 * 24 * 60 * minute);
    expect(await ott()).toMatchObject({ status: 401, code: '4014901', message: 'Token Expired' });
  });

  it('refuses the customer the sandbox does not honour', async () => {
    const seamlessData = '{"mobileNumber":"0855100800"}';
    const seamlessSign = signRsa(seamlessData).toString('base64');
    const { ott } = await bound({}, bindingUrl({ seamlessData, seamlessSign }));
    expect(await ott()).toMatchObject({ status: 403, code: '4034905', message: 'Do Not Honor' });
  });
});

describe('accountUnbinding', () => {
  it('ends both tokens', async () => {
    const merchant = await bound();
    const unbound = await merchant.asCustomer(unbindPath, {
      merchantId: '216620000000000000001',
      partnerReferenceNo: 'U-1',
    });
    expect(unbound).toMatchObject({ status: 200, code: '2000900' });
    expect(unbound.body['partnerReferenceNo']).toBe('U-1');
    expect(await merchant.ott()).toMatchObject({ status: 401, code: '4014902' });
    const renewal = { grantType: 'REFRESH_TOKEN', refreshToken: merchant.refreshToken };
    expect(await askToken(merchant, renewal)).toMatchObject({ code: '4017400' });
  });
});

describe('balanceInquiry', () => {
  it('answers what the customer has', async () => {
    const { asCustomer } = await bound({ customerBalance: 1_234_500 });
    const answer = await asCustomer(balancePath, { balanceTypes: ['BALANCE'] });
    expect(answer.body).toMatchObject({
      responseCode: '2001100',
      accountInfos: [{ balanceType: 'BALANCE', availableBalance: { value: '12345.00', currency: 'IDR' } }],
    });
    const headers = { 'Authorization-Customer': 'Bearer none' };
    expect(await asCustomer(balancePath, {}, { headers })).toMatchObject({ code: '4011102' });
  });
});

describe('recorded requests about accounts', () => {
  const recorded = vectors.requestVectors.filter(({ path }) => [ottPath, unbindPath, balancePath].includes(path));

  it.each(recorded)('accepts the signature of $name', async ({ path, body, sdkRequestHeaders }) => {
    const headers = new Headers(sdkRequestHeaders.map(([name = '', value = '']): [string, string] => [name, value]));
    const request = { method: 'POST', headers, body };
    const answer = await readAnswer(await createMerchant().dana.fetch(`https://api.sandbox.dana.id${path}`, request));
    expect(answer).toMatchObject({ status: 401, message: 'Invalid Customer Token' });
  });
});
