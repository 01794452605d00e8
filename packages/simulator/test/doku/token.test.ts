import { createPublicKey, createVerify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSimulator, virtualClock } from '../../src/index.ts';
import vectors from '../vectors/doku.json' with { type: 'json' };
import { jakarta, openShop, start, tokenPath } from './merchant.ts';

describe('the token endpoint', () => {
  it('DOKU 10.5: gives a bearer token for 900 seconds, and names client and time in its headers', async () => {
    const { simulator, merchant } = openShop();
    const { status, body, headers } = await merchant.requestToken();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      responseCode: '2007300',
      responseMessage: 'Successful',
      tokenType: 'Bearer',
      expiresIn: 900,
    });
    expect(headers.get('x-client-key')).toBe(simulator.doku.credentials.clientId);
    expect(headers.get('x-timestamp')).toBe(jakarta(start));
  });

  it('DOKU 10.5: gives an RS256 token that the DOKU public key verifies', async () => {
    const { simulator, merchant } = openShop();
    const [header = '', payload = '', signature = ''] = (await merchant.token()).split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toMatchObject({ alg: 'RS256' });
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
      iss: 'DOKU',
      exp: start / 1000 + 900,
      clientId: simulator.doku.credentials.clientId,
    });
    const verifier = createVerify('RSA-SHA256').update(`${header}.${payload}`);
    const key = createPublicKey(simulator.doku.credentials.dokuPublicKey);
    expect(verifier.verify(key, Buffer.from(signature, 'base64url'))).toBe(true);
  });

  it('DOKU 10.6: gives the same token twice in a second, and another one a second later', async () => {
    const { simulator, merchant } = openShop();
    const first = await merchant.token();
    expect(await merchant.token()).toBe(first);
    await simulator.clock.advance(1000);
    expect(await merchant.token()).not.toBe(first);
  });

  it('DOKU 10.5: tells the lifetime as a string when set to, as DOKU also does', async () => {
    const { merchant } = openShop({ expiresInAs: 'string', tokenLifetimeSeconds: 60 });
    expect((await merchant.requestToken()).body['expiresIn']).toBe('60');
  });

  it('DOKU 10.1: accepts unknown members in the body', async () => {
    const { merchant } = openShop();
    const body = '{"grantType":"client_credentials","additionalInfo":[]}';
    expect((await merchant.requestToken({}, body)).status).toBe(200);
  });

  it.each([
    [
      'DOKU 10.2',
      'an unknown client',
      { 'X-CLIENT-KEY': 'BRN-9999-1' },
      401,
      '4017300',
      'Unauthorized. Unknown Client',
    ],
    [
      'DOKU 10.3',
      'a signature of another text',
      { 'X-TIMESTAMP': '2026-01-02T10:04:06+07:00' },
      401,
      '4017300',
      'Unauthorized. Invalid Signature',
    ],
    [
      'DOKU 10.3',
      'a signature that is no base64',
      { 'X-SIGNATURE': 'not a signature' },
      401,
      '4017300',
      'Unauthorized. Invalid Signature',
    ],
    ['DOKU 10.2', 'no client', { 'X-CLIENT-KEY': undefined }, 400, '4007302', 'Invalid Mandatory Field X-CLIENT-KEY'],
    ['DOKU 10.4', 'no time', { 'X-TIMESTAMP': undefined }, 400, '4007302', 'Invalid Mandatory Field X-TIMESTAMP'],
    ['DOKU 10.3', 'no signature', { 'X-SIGNATURE': undefined }, 400, '4007302', 'Invalid Mandatory Field X-SIGNATURE'],
    [
      'DOKU 10.4',
      'a fraction of a second',
      { 'X-TIMESTAMP': '2026-01-02T03:04:05.000Z' },
      400,
      '4007301',
      'Invalid Field Format X-TIMESTAMP',
    ],
    [
      'DOKU 10.4',
      'a malformed offset',
      { 'X-TIMESTAMP': '2026-01-02T10:04:05+5.5:30' },
      400,
      '4007301',
      'Invalid Field Format X-TIMESTAMP',
    ],
  ])('%s: refuses %s', async (_id, _name, headers, status, responseCode, responseMessage) => {
    const { merchant } = openShop();
    expect(await merchant.requestToken(headers)).toMatchObject({ status, body: { responseCode, responseMessage } });
  });

  it.each([
    ['another grant', '{"grantType":"authorization_code"}', '4007301'],
    ['no grant', '{}', '4007302'],
    ['no JSON', 'grantType=client_credentials', '4007300'],
  ])('DOKU 10.1: refuses %s', async (_, body, responseCode) => {
    const { merchant } = openShop();
    expect(await merchant.requestToken({}, body)).toMatchObject({ status: 400, body: { responseCode } });
  });

  it('DOKU 10.1: answers other verbs with 405', async () => {
    const { simulator } = openShop();
    const response = await simulator.doku.fetch(`https://api-sandbox.doku.com${tokenPath}`);
    expect(response.status).toBe(405);
    expect(await response.json()).toMatchObject({ responseCode: '4057300' });
  });

  it.each([
    ['+07:00', '2026-01-02T10:04:05+07:00'],
    ['Z', '2026-01-02T03:04:05Z'],
  ])('DOKU 10.3: accepts the official library signature over a time in %s', async (_, timestamp) => {
    const vector = vectors.asymmetric.find(({ xTimestamp }) => xTimestamp === timestamp);
    const { meta } = vectors;
    const simulator = createSimulator({
      clock: virtualClock(start),
      doku: {
        account: {
          clientId: meta.clientId,
          secretKey: meta.clientSecret,
          merchantKeys: { privateKey: meta.merchantPrivateKeyPkcs8Pem, publicKey: meta.merchantPublicKeySpkiPem },
        },
      },
    });
    const response = await simulator.doku.fetch(`https://api-sandbox.doku.com${tokenPath}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'X-CLIENT-KEY': meta.clientId,
        'X-TIMESTAMP': timestamp,
        'X-SIGNATURE': vector?.xSignature ?? '',
      },
      body: '{"grantType":"client_credentials"}',
    });
    expect(response.status).toBe(200);
  });

  it('DOKU 10.4: refuses a time outside the window only when a window is set', async () => {
    const old = openShop({ timestampWindowMs: 300_000 });
    const headers = { 'X-TIMESTAMP': jakarta(start - 301_000) };
    expect((await old.merchant.requestToken(headers)).body['responseMessage']).toBe('Invalid Field Format X-TIMESTAMP');
    expect((await openShop().merchant.requestToken(headers)).body['responseMessage']).toBe(
      'Unauthorized. Invalid Signature',
    );
  });
});
