import { describe, expect, it } from 'vitest';
import { openShop, paymentFields, paymentPath, statusPath } from './merchant.ts';
import type { Changes } from './merchant.ts';

const swapCase = (text: string) =>
  text.replace(/[a-z]/gi, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()));

const forgeries: readonly (readonly [string, Changes])[] = [
  ['a body changed after signing', { sentBody: JSON.stringify(paymentFields).replace('10000.00', '10001.00') }],
  ['a signature in hexadecimal', { encoding: 'hex' }],
  ['a signature whose letters changed case', { signature: swapCase }],
  ['a signature with a space behind it inside', { signature: (text) => `${text.slice(0, 40)} ${text.slice(40)}` }],
  ['another secret', { secretKey: 'SK-somebodyelse' }],
  [
    'a full URL in the string to sign',
    { stringToSign: (text) => text.replace(':/', ':https://api-sandbox.doku.com/') },
  ],
  ['another path in the string to sign', { stringToSign: (text) => text.replace('payment-host', 'refund-host') }],
  ['another method in the string to sign', { stringToSign: (text) => text.replace(/^POST/, 'PUT') }],
  ['Bearer in the string to sign', { stringToSign: (text) => text.replace(':eyJ', ':Bearer eyJ') }],
  ['an upper-case hash', { stringToSign: (text) => text.replace(/:[0-9a-f]{64}:/, (hash) => hash.toUpperCase()) }],
  ['no token in the string to sign', { stringToSign: (text) => text.replace(/:eyJ[^:]+:/, '::') }],
  ['another time than signed', { headers: { 'X-TIMESTAMP': '2026-01-02T03:04:05Z' } }],
  ['an empty body', { sentBody: '' }],
];

const wrongHeaders: readonly (readonly [string, string, Record<string, string | undefined>, number, string, string])[] =
  [
    ['DOKU 10.7', 'no token', { Authorization: undefined }, 401, '4010503', 'Token Not Found (B2B)'],
    [
      'DOKU 10.7',
      'a token without its scheme',
      { Authorization: 'eyJhbGciOiJSUzI1NiJ9' },
      401,
      '4010501',
      'Access Token Invalid (B2B)',
    ],
    [
      'DOKU 10.7',
      'a token never given',
      { Authorization: 'Bearer TOKEN-1' },
      401,
      '4010501',
      'Access Token Invalid (B2B)',
    ],
    ['DOKU 10.9', 'no time', { 'X-TIMESTAMP': undefined }, 400, '4000502', 'Invalid Mandatory Field X-TIMESTAMP'],
    ['DOKU 10.8', 'no partner', { 'X-PARTNER-ID': undefined }, 400, '4000502', 'Invalid Mandatory Field X-PARTNER-ID'],
    ['DOKU 10.8', 'another partner', { 'X-PARTNER-ID': 'BRN-1' }, 401, '4010500', 'Unauthorized. Unknown Client'],
    ['DOKU 10.9', 'no signature', { 'X-SIGNATURE': undefined }, 400, '4000502', 'Invalid Mandatory Field X-SIGNATURE'],
    [
      'DOKU 10.11',
      'no external id',
      { 'X-EXTERNAL-ID': undefined },
      400,
      '4000502',
      'Invalid Mandatory Field X-EXTERNAL-ID',
    ],
    [
      'DOKU 10.11',
      'an external id with letters',
      { 'X-EXTERNAL-ID': '12ab' },
      400,
      '4000501',
      'Invalid Field Format X-EXTERNAL-ID',
    ],
    [
      'DOKU 10.11',
      'an external id of 37 digits',
      { 'X-EXTERNAL-ID': '1'.repeat(37) },
      400,
      '4000501',
      'Invalid Field Format X-EXTERNAL-ID',
    ],
    [
      'DOKU 10.12',
      'a device with symbols',
      { 'X-DEVICE-ID': 'device-123' },
      400,
      '4000501',
      'Invalid Field Format X-DEVICE-ID',
    ],
    [
      'DOKU 10.12',
      'a device of 65 characters',
      { 'X-DEVICE-ID': 'd'.repeat(65) },
      400,
      '4000501',
      'Invalid Field Format X-DEVICE-ID',
    ],
    [
      'DOKU 10.12',
      'an IPv6 address',
      { 'X-IP-ADDRESS': '2001:db8::1' },
      400,
      '4000501',
      'Invalid Field Format X-IP-ADDRESS',
    ],
    [
      'DOKU 10.12',
      'a postcode for an address',
      { 'X-IP-ADDRESS': '95221' },
      400,
      '4000501',
      'Invalid Field Format X-IP-ADDRESS',
    ],
  ];

describe('every transactional call', () => {
  it.each(forgeries)('DOKU 10.9: refuses %s', async (_, changes) => {
    const { simulator, merchant } = openShop();
    expect(await merchant.pay({}, changes)).toMatchObject({
      status: 401,
      body: { responseCode: '4010500', responseMessage: 'Unauthorized. Invalid Signature' },
    });
    expect(simulator.doku.payments()).toEqual([]);
  });

  it.each(wrongHeaders)('%s: refuses %s', async (_id, _name, headers, status, responseCode, responseMessage) => {
    const { simulator, merchant } = openShop();
    expect(await merchant.pay({}, { headers })).toMatchObject({ status, body: { responseCode, responseMessage } });
    expect(simulator.doku.payments()).toEqual([]);
  });

  it('DOKU 10.7: looks at the token before the signature', async () => {
    const { merchant } = openShop();
    const answer = await merchant.pay({}, { token: 'TOKEN-1', headers: { 'X-SIGNATURE': 'nonsense' } });
    expect(answer.body['responseCode']).toBe('4010501');
  });

  it('DOKU 10.7: refuses a token the second its lifetime ends', async () => {
    const { simulator, merchant } = openShop({ tokenLifetimeSeconds: 60 });
    const token = await merchant.token();
    await simulator.clock.advance(59_999);
    expect((await merchant.pay({}, { token })).status).toBe(200);
    await simulator.clock.advance(1);
    expect((await merchant.status({}, { token })).body).toMatchObject({ responseCode: '4015501' });
  });

  it('DOKU 10.7: refuses a token that a newer one replaced, unless set not to', async () => {
    for (const [latestTokenOnly, status] of [
      [true, 401],
      [false, 200],
    ] as const) {
      const { simulator, merchant } = openShop({ latestTokenOnly });
      const older = await merchant.token();
      await simulator.clock.advance(1000);
      await merchant.token();
      expect((await merchant.pay({}, { token: older })).status).toBe(status);
    }
  });

  it('DOKU 10.7: accepts bearer in lower case', async () => {
    const { merchant } = openShop();
    const token = await merchant.token();
    expect((await merchant.pay({}, { token, headers: { Authorization: `bearer ${token}` } })).status).toBe(200);
  });

  it('DOKU 10.12: asks for the device only when strict, and never on a status call', async () => {
    const without = { headers: { 'X-DEVICE-ID': undefined, 'X-IP-ADDRESS': undefined } };
    expect((await openShop().merchant.pay({}, without)).status).toBe(200);
    const { merchant } = openShop({ fields: 'strict' });
    expect((await merchant.pay({}, without)).body['responseMessage']).toBe('Invalid Mandatory Field X-DEVICE-ID');
    await merchant.pay();
    expect((await merchant.status({}, without)).status).toBe(200);
  });

  it.each([
    '/direct-debit/merchant/dana/v1.0/debit/payment-host-to-host',
    '/direct-debit/merchant/dana/v1.0/debit/refund',
    `${paymentPath}/`,
    '/v1.0/debit/cancel',
  ])('DOKU 10.13: knows no path %s', async (path) => {
    const { merchant } = openShop();
    expect((await merchant.call(path, paymentFields)).status).toBe(404);
  });

  it.each([
    [paymentPath, '4050500'],
    [statusPath, '4055500'],
  ])('DOKU 10.13: answers other verbs on %s with 405', async (path, responseCode) => {
    const { simulator } = openShop();
    const response = await simulator.doku.fetch(`https://api-sandbox.doku.com${path}`, { method: 'PUT' });
    expect(response.status).toBe(405);
    expect(await response.json()).toMatchObject({ responseCode });
  });
});
