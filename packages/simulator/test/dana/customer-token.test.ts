import { describe, expect, it } from 'vitest';
import vectors from '../vectors/dana.json' with { type: 'json' };
import { askToken, balancePath, bindingUrl, bound, ottPath, unbindPath } from './bound-customer.ts';
import { createMerchant, orderOf, paths, readAnswer, signRsa } from './merchant.ts';

const minute = 60_000;

describe('applyOTT', () => {
  it('DANA 9.13/ott: gives a token that lets the checkout page know the customer, on one page', async () => {
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

  it('DANA 9.13/ott: gives a token for ten minutes', async () => {
    const { ott, call, dana, clock } = await bound();
    const [resource] = (await ott()).body['userResources'] as { value: string }[];
    const order = await call(paths.create, orderOf('ORDER-1'));
    await clock.advance(10 * minute);
    const page = await dana.fetch(`${String(order.body['webRedirectUrl'])}&ott=${resource?.value}`);
    expect(await page.text()).toContain('logs in here');
  });

  it('DANA 9.7/user-resources: refuses other resources, an unknown token and missing headers', async () => {
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

  it('DANA 9.13/token: refuses a token after three years', async () => {
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
  it('DANA 9.13/unbinding: ends both tokens', async () => {
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
