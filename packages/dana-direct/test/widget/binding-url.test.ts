import { describe, expect, it } from 'vitest';
import { danaDirect, type BindingRequest, type DanaDirectConfig } from '../../src/index.ts';
import { config, now } from '../account.ts';
import { standingClock } from '../clocks.ts';
import { redirectUrl } from './bench.ts';

describe('bindingUrl', () => {
  it.each([
    ['sandbox', 'https://m.sandbox.dana.id', 'CASHIER,AGREEMENT_PAY,QUERY_BALANCE,DEFAULT_BASIC_PROFILE,MINI_DANA'],
    ['production', 'https://m.dana.id', 'MINI_DANA,CASHIER,QUERY_BALANCE,DEFAULT_BASIC_PROFILE'],
  ] as const)('asks in the %s for what DANA’s libraries ask for there', async (environment, origin, scopes) => {
    const url = await urlOf({ redirectUrl }, { environment });
    expect(url.origin).toBe(origin);
    expect(url.searchParams.get('scopes')).toBe(scopes);
  });

  it('asks for the scopes it is told to, in the language and for the division', async () => {
    const url = await urlOf(
      { redirectUrl, scopes: ['CASHIER'], language: 'en', allowRegistration: false },
      { divisionId: 'north' },
    );
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      scopes: 'CASHIER',
      lang: 'en',
      allowRegistration: 'false',
      subMerchantId: 'north',
      merchantId: config.merchantId,
      isSnapBI: 'true',
    });
  });

  it('makes another unguessable state and another external id each time', async () => {
    const dana = danaDirect(config);
    const pages = await Promise.all([1, 2].map(() => dana.bindingUrl({ redirectUrl })));
    const values = pages.map((page) => (page.kind === 'done' ? page.value : undefined));
    expect(new Set(values.map((value) => value?.state)).size).toBe(2);
    expect(new Set(values.map((value) => value?.externalId)).size).toBe(2);
    expect(values[0]?.state).toMatch(/^[0-9a-f]{32}$/);
    expect(new URL(values[0]?.url ?? '').searchParams.get('state')).toBe(values[0]?.state);
  });

  it('opens a deep link where it is told to, without what only the other page takes', async () => {
    const widget = { deeplinkUrl: 'https://m.dana.id/n/link/bind' };
    const url = await urlOf({ redirectUrl, mode: 'deeplink' }, { environment: 'production', widget });
    expect(url.origin + url.pathname).toBe('https://m.dana.id/n/link/bind');
    expect([...url.searchParams.keys()].sort()).toEqual(
      ['externalId', 'partnerId', 'redirectUrl', 'requestId', 'scopes', 'state', 'terminalType'].sort(),
    );
    expect(url.searchParams.get('requestId')).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('opens /n/link/binding when it is not told where a deep link is', async () => {
    const url = await urlOf({ redirectUrl, mode: 'deeplink' }, { environment: 'production' });
    expect(url.pathname).toBe('/n/link/binding');
  });

  it('calls the number as the settings say, and leaves out of seamless data what is not known', async () => {
    const url = await urlOf(
      { redirectUrl, customer: { phone: '+6281234567890' } },
      { widget: { phoneField: 'mobile' } },
    );
    expect(url.searchParams.get('seamlessData')).toBe('{"mobile":"6281234567890"}');
  });

  it('encodes a redirect URL with a query of its own once', async () => {
    const url = await urlOf({ redirectUrl: 'https://merchant.example/bound?a=1&b=x y' });
    expect(url.searchParams.get('redirectUrl')).toBe('https://merchant.example/bound?a=1&b=x y');
  });

  it.each([
    ['a redirect URL without TLS', { redirectUrl: 'http://merchant.example/' }, 'redirectUrl'],
    ['a redirect URL with a fragment', { redirectUrl: 'https://merchant.example/#x' }, 'redirectUrl'],
    ['a redirect URL with a password', { redirectUrl: 'https://a:b@merchant.example/' }, 'redirectUrl'],
    ['a redirect URL that is a script', { redirectUrl: 'javascript:alert(1)' }, 'redirectUrl'],
    ['an empty state', { state: '' }, 'state'],
    ['a state with a blank', { state: 'a b' }, 'state'],
    ['an external id over 64 characters', { externalId: 'e'.repeat(65) }, 'externalId'],
    ['no scopes', { scopes: [] }, 'scopes'],
    ['two scopes in one', { scopes: ['CASHIER,MINI_DANA'] }, 'scopes'],
    ['a number that is not E.164', { customer: { phone: '081234567890' } }, 'customer.phone'],
    ['a scenario over 64 characters', { customer: { scenario: 'S'.repeat(65) } }, 'customer.scenario'],
    ['a time that is none', { customer: { verifiedAt: new Date('x') } }, 'customer.verifiedAt'],
    ['seamless data over 512 characters', { customer: { deviceId: 'd'.repeat(512) } }, 'customer'],
  ] satisfies [string, Partial<BindingRequest>, string][])('makes no address of %s', async (_, change, field) => {
    const outcome = await danaDirect(config).bindingUrl({ redirectUrl, ...change });
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: { why: 'invalid', issues: [{ field }] } });
  });
});

describe('the settings of the Widget', () => {
  it.each([
    ['a deep link with a query', { deeplinkUrl: 'https://m.dana.id/n/link/bind?a=1' }, 'widget.deeplinkUrl'],
    ['pages without TLS', { webUrl: 'http://m.dana.id' }, 'widget.webUrl'],
    ['an empty client secret', { clientSecret: '' }, 'widget.clientSecret'],
    ['a product code over 32 characters', { productCode: '5'.repeat(33) }, 'widget.productCode'],
    ['a setting that does not exist', { clientsecret: 'x' }, 'widget.clientsecret'],
  ])('are refused with %s', (_, widget, field) => {
    expect(() => danaDirect({ ...config, widget: widget as object })).toThrow(
      new RegExp(`${field.replace('.', '\\.')}: `),
    );
  });
});

async function urlOf(request: BindingRequest, change: Partial<DanaDirectConfig> = {}): Promise<URL> {
  const outcome = await danaDirect({ ...config, ...change }, { clock: standingClock(now) }).bindingUrl(request);
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return new URL(outcome.value.url);
}
