import { reveal } from '@bayar/core';
import { describe, expect, it } from 'vitest';
import { config, now } from '../account.ts';
import { answer, coded } from '../wire.ts';
import {
  additionalInfo,
  balance,
  calls,
  customerHeaders,
  device,
  binding,
  gateway,
  ott,
  placeHeaders,
  unbound,
} from './account-fixtures.ts';

describe('a call on a customer’s behalf', () => {
  it.each([
    ['payBound', ott, '/rest/v1.1/qr/apply-ott', { userResources: ['OTT'], additionalInfo }, placeHeaders],
    ['getBalance', balance, '/v1.0/balance-inquiry.htm', { additionalInfo }, {}],
    [
      'unbind',
      unbound,
      '/v1.0/registration-account-unbinding.htm',
      { merchantId: config.merchantId, additionalInfo },
      placeHeaders,
    ],
  ] as const)('%s sends the documented minimum, and the token nowhere else', async (name, reply, path, body, place) => {
    const { dana, sent } = gateway(answer(reply));
    await calls[name](dana);
    expect(sent.map(({ url }) => url)).toEqual([`https://api.sandbox.dana.id${path}`]);
    expect(JSON.parse(sent[0]?.body ?? '')).toEqual(body);
    const { 'x-signature': _, 'x-external-id': externalId, ...headers } = Object.fromEntries(sent[0]?.headers ?? []);
    expect(headers).toEqual({
      accept: 'application/json',
      'content-type': 'application/json',
      'x-timestamp': now,
      'x-partner-id': config.clientId,
      'channel-id': '95221',
      ...customerHeaders,
      ...place,
    });
    expect(externalId).toMatch(/^\d{25}$/);
  });

  it.each([
    ['an empty device id', { id: '' }, 'device.id'],
    ['a device id over 400 characters', { id: 'd'.repeat(401) }, 'device.id'],
    ['a device id with a newline', { id: 'a\nb' }, 'device.id'],
    ['an address that is not IPv4', { ip: '::1' }, 'device.ip'],
    ['a latitude past the pole', { location: { latitude: 90.1, longitude: 0 } }, 'device.location.latitude'],
    ['a longitude past the date line', { location: { latitude: 0, longitude: 181 } }, 'device.location.longitude'],
    ['a longitude that is no number', { location: { latitude: 0, longitude: NaN } }, 'device.location.longitude'],
  ])('is not sent with %s', async (_, change, field) => {
    const { dana, sent } = gateway(answer(ott));
    const outcome = await dana.unbind(binding, { ...device, ...change });
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: { issues: [{ field }] } });
    expect(sent).toEqual([]);
  });

  it('tells of a longitude of three digits in ten characters at most', async () => {
    const { dana, sent } = gateway(answer(unbound));
    await dana.unbind(binding, { ...device, location: { latitude: -90, longitude: -179.9999999 } });
    await dana.unbind(binding, { ...device, location: { latitude: 0.000001, longitude: -106.845651 } });
    const places = sent.map(({ headers }) => [headers.get('x-latitude'), headers.get('x-longitude')]);
    expect(places).toEqual([
      ['-90', '-180'],
      ['0', '-106.84565'],
    ]);
  });
});

describe('unbind', () => {
  it('names DANA’s reference', async () => {
    const { dana } = gateway(answer(unbound));
    expect(await calls.unbind(dana)).toEqual({ kind: 'done', value: { acquirerReference: 'U-1' } });
  });

  it('reveals what DANA refused with, and says it in DANA’s words', async () => {
    const refusal = {
      responseCode: '4010901',
      responseMessage: 'Invalid Customer Token',
      additionalInfo: { trace: 'T-1' },
    };
    const outcome = await calls.unbind(gateway(answer(refusal)).dana);
    expect(outcome).toMatchObject({ kind: 'declined', decline: { message: refusal.responseMessage } });
    expect(outcome.kind === 'declined' && reveal(outcome.decline)).toEqual(refusal);
  });

  it.each([
    ['another merchant is named', answer({ ...unbound, merchantId: 'other' }), 'mismatch'],
    ['the code is not documented', coded('4040999'), 'unlisted-code'],
    ['DANA fails', coded('5000901'), 'acquirer-error'],
  ])('is unknown, sent once, when %s', async (_, reply, doubt) => {
    const { dana, sent } = gateway(reply);
    expect(await calls.unbind(dana)).toMatchObject({ kind: 'unknown', doubt, hint: expect.any(String) });
    expect(sent).toHaveLength(1);
  });
});
