import { describe, expect, it } from 'vitest';
import type { FaspayDanaConfig } from '../src/index.ts';
import { config, notificationOf, offline, posting, receive } from './merchant.ts';

const SANDBOX = '149.129.213.81';

type Sources = NonNullable<FaspayDanaConfig['notificationSources']>;

async function refusalOf(sources: Partial<Sources>, headers: Record<string, string>, body: unknown = notificationOf()) {
  const notificationSources = { networks: [SANDBOX], header: 'x-forwarded-for', ...sources };
  const received = await receive(
    offline({ ...config, notificationSources }),
    posting(body, { headers: new Headers(headers) }),
  );
  return received.kind === 'refused' ? received.refusal : received.kind;
}

describe('a notification', () => {
  it('may come from anywhere unless addresses are named', async () => {
    expect((await receive(offline(), posting(notificationOf()))).kind).toBe('notification');
  });

  it.each([
    ['the address', SANDBOX, [SANDBOX]],
    ['the address behind a list the caller wrote', `10.0.0.1, ${SANDBOX}`, [SANDBOX]],
    ['the address without blanks', `10.0.0.1,${SANDBOX}`, [SANDBOX]],
    ['an address of a network', '203.0.113.77', ['203.0.113.64/26']],
    ['an address of the second network', SANDBOX, ['203.0.113.0/24', '149.129.213.80/30']],
    ['the address as IPv6 writes it', `::ffff:${SANDBOX}`, [SANDBOX]],
    ['an IPv6 address of a network', '2001:db8:5::7', ['2001:db8::/32']],
    ['the IPv6 address in another spelling', '2001:DB8:0:0::1', ['2001:db8::1']],
  ])('is believed from %s', async (_, address, networks) => {
    expect(await refusalOf({ networks }, { 'x-forwarded-for': address })).toBe('notification');
  });

  it.each([
    ['another address', '149.129.213.82', [SANDBOX]],
    ['an address just outside the network', '203.0.113.63', ['203.0.113.64/26']],
    ['the address where the caller wrote it', `${SANDBOX}, 198.51.100.9`, [SANDBOX]],
    ['nobody', '', [SANDBOX]],
    ['a name', 'unknown', [SANDBOX]],
    ['the address in octal', '0149.0129.0213.081', [SANDBOX]],
    ['the address as one number', '2508313937', [SANDBOX]],
    ['the address with a port', `${SANDBOX}:443`, [SANDBOX]],
    ['the address with something behind it', `${SANDBOX} x`, [SANDBOX]],
    ['another IPv6 address', '2001:db9::1', ['2001:db8::/32']],
    ['an IPv4 address where IPv6 is meant', SANDBOX, ['::/0']],
    ['an IPv6 address where IPv4 is meant', '2001:db8::1', ['0.0.0.0/0']],
  ])('is refused from %s', async (_, address, networks) => {
    expect(await refusalOf({ networks }, { 'x-forwarded-for': address })).toBe('other-source');
  });

  it('is refused when the header is absent, however many others claim the address', async () => {
    const others = { 'x-real-ip': SANDBOX, forwarded: `for=${SANDBOX}`, 'cf-connecting-ip': SANDBOX };
    expect(await refusalOf({}, others)).toBe('other-source');
  });

  it('is judged by the header that is named', async () => {
    const headers = { 'cf-connecting-ip': SANDBOX, 'x-forwarded-for': '198.51.100.9' };
    expect(await refusalOf({ header: 'CF-Connecting-IP' }, headers)).toBe('notification');
  });

  it.each([
    [1, 'other-source'],
    [2, 'notification'],
    [3, 'other-source'],
  ])('is judged past %i proxies', async (proxies, expected) => {
    const headers = { 'x-forwarded-for': `10.9.9.9, ${SANDBOX}, 172.16.0.4` };
    expect(await refusalOf({ proxies }, headers)).toBe(expected);
  });

  it('needs its signature all the same', async () => {
    const forged = notificationOf({ signature: 'a'.repeat(40) });
    expect(await refusalOf({}, { 'x-forwarded-for': SANDBOX }, forged)).toBe('bad-signature');
  });

  it("from elsewhere is refused in Faspay's shape, whatever it says", async () => {
    const notificationSources = { networks: [SANDBOX], header: 'x-forwarded-for' };
    for (const body of [notificationOf(), '{}', 'junk']) {
      const received = await receive(offline({ ...config, notificationSources }), posting(body));
      if (received.kind !== 'refused') throw new Error(received.kind);
      expect(received).toMatchObject({ refusal: 'other-source', reply: { status: 403 } });
      expect(JSON.parse(received.reply.body)).toMatchObject({ response: 'Payment Notification', response_code: '99' });
    }
  });
});

const misconfigured: readonly (readonly [string, object])[] = [
  ['notificationSources.networks', { networks: [] }],
  ...[
    '149.129.213',
    '149.129.213.81/33',
    '149.129.213.81/',
    '149.129.213.81/8/8',
    '149.129.213.081',
    'faspay.co.id',
    '2001:db8::/129',
    '::ffff:149.129.213.81',
    '',
    '*',
  ].map((network) => ['notificationSources.networks.0', { networks: [network] }] as const),
  ['notificationSources.header', { header: '' }],
  ['notificationSources.header', { header: 'x forwarded for' }],
  ['notificationSources.proxies', { proxies: 0 }],
  ['notificationSources.proxies', { proxies: 1.5 }],
  ['notificationSources.proxy', { proxy: 1 }],
];

describe('the setting', () => {
  it.each(misconfigured)('is refused, naming %s: %j', (field, changes) => {
    const notificationSources = { networks: [SANDBOX], header: 'x-forwarded-for', ...changes };
    expect(() => offline({ ...config, notificationSources })).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ field })] }),
    );
  });

  it('names its header: none is trusted by default', () => {
    const notificationSources = { networks: [SANDBOX] } as unknown as Sources;
    expect(() => offline({ ...config, notificationSources })).toThrow(/notificationSources\.header/);
  });
});
