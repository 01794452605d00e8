import { generateKeyPairSync } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '@bayar/core';
import { dokuDana, type DokuDanaConfig } from '../src/index.ts';
import { account, coded, config, openBench, order } from './bench.ts';

function problemsOf(changed: Readonly<Record<string, unknown>>): ConfigError {
  try {
    dokuDana({ ...config, ...changed });
  } catch (error) {
    if (ConfigError.isInstance(error)) return error;
    throw error;
  }
  throw new Error('configured');
}

const weak = generateKeyPairSync('rsa', {
  modulusLength: 1024,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const curve = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const locked = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

describe('a configuration is refused', () => {
  it.each([
    ['environment', 'staging'],
    ['environment', undefined],
    ['clientId', ''],
    ['clientId', 'BRN 1'],
    ['clientId', 'BRN-1\r\nX-EVIL: 1'],
    ['clientId', 42],
    ['secretKey', ''],
    ['secretKey', undefined],
    ['privateKey', 'no key'],
    ['privateKey', account.merchantPublicKeySpkiPem],
    ['privateKey', weak.privateKey],
    ['privateKey', curve.privateKey],
    ['privateKey', locked.privateKey],
    ['privateKey', undefined],
    ['dokuPublicKey', account.dokuPrivateKeyPkcs8Pem],
    ['dokuPublicKey', account.merchantPublicKeySpkiPem],
    ['dokuPublicKey', weak.publicKey],
    ['dokuPublicKey', curve.publicKey],
    ['dokuPublicKey', ''],
    ['urlParamShape', 'list'],
    ['serviceCode', '56'],
    ['serviceCode', 55],
    ['channelId', 'H 2 H'],
    ['notificationToleranceMs', 900_001],
    ['notificationToleranceMs', 0],
    ['notificationToleranceMs', 1.5],
    ['notificationToleranceMs', '300000'],
    ['issuer', 'two words'],
    ['baseUrl', 'http://api.doku.com'],
    ['baseUrl', 'https://user:pass@api.doku.com'],
    ['baseUrl', 'https://api.doku.com/path'],
    ['baseUrl', 'https://api.doku.com?x=1'],
    ['baseUrl', 'file:///etc/passwd'],
    ['baseUrl', 'http://169.254.169.254'],
    ['secretkey', 'x'],
  ])('when %s is %j, naming the field', (field, value) => {
    const error = problemsOf({ [field]: value });
    expect(error.issues.map((issue) => issue.field)).toEqual([field]);
    expect(error.issues[0]?.rule).toMatch(/\.$/);
    expect(error.issues[0]?.fix).toMatch(/\.$/);
  });

  it('with every problem at once', () => {
    const error = problemsOf({
      environment: 'x',
      clientId: '',
      secretKey: '',
      privateKey: 'x',
      dokuPublicKey: 'x',
      baseUrl: 'x',
      extra: 1,
    });
    expect(error.issues.map((issue) => issue.field).sort()).toEqual(
      ['baseUrl', 'clientId', 'dokuPublicKey', 'environment', 'extra', 'privateKey', 'secretKey'].sort(),
    );
  });

  it('without a byte of any secret', () => {
    const secret = 'SK-canary-0123456789';
    const error = problemsOf({
      secretKey: secret,
      privateKey: account.merchantPublicKeySpkiPem,
      dokuPublicKey: account.dokuPrivateKeyPkcs8Pem,
      clientId: secret + ' ',
      baseUrl: `https://${secret}:x@h`,
    });
    const shown = [String(error), JSON.stringify(error), inspect(error, { depth: 10 }), error.stack ?? ''].join('\n');
    for (const canary of [
      secret,
      ...keyLines(account.dokuPrivateKeyPkcs8Pem),
      ...keyLines(account.merchantPublicKeySpkiPem),
    ]) {
      expect(shown).not.toContain(canary);
    }
  });
});

describe('a configuration is accepted', () => {
  it.each([
    ['on one line', account.merchantPrivateKeyPkcs8Pem.replaceAll('\n', '\\n')],
    ['as bare base64', account.merchantPrivateKeyPkcs8Pem.replace(/-----[^-]+-----|\n/g, '')],
    ['with CRLF', account.merchantPrivateKeyPkcs8Pem.replaceAll('\n', '\r\n')],
  ])('with a private key %s', (_, privateKey) => {
    expect(dokuDana({ ...config, privateKey }).id).toBe('doku-dana');
  });

  it.each(['http://127.0.0.1:8080', 'http://localhost:1', 'https://proxy.example'])(
    'with the base URL %s',
    async (baseUrl) => {
      const { doku, sent } = openBench(() => coded('5000500'), { config: { baseUrl } });
      await doku.createPayment(order());
      expect(new URL(sent[0]?.url ?? '').origin).toBe(baseUrl);
    },
  );

  it('with options that are undefined', () => {
    const options = { channelId: undefined, issuer: undefined, baseUrl: undefined, serviceCode: undefined };
    expect(() => dokuDana({ ...config, ...options } as unknown as DokuDanaConfig)).not.toThrow();
  });
});

describe('a gateway', () => {
  it('shows no secret', async () => {
    const { doku } = openBench(() => coded('4010500'));
    const outcome = await doku.createPayment(order());
    const shown = [
      inspect(doku, { depth: 10, showHidden: true }),
      JSON.stringify(doku),
      inspect(outcome, { depth: 10 }),
    ].join('\n');
    for (const canary of [account.clientSecret, 'TOKEN-1', ...keyLines(account.merchantPrivateKeyPkcs8Pem)]) {
      expect(shown).not.toContain(canary);
    }
  });

  it('says what it needs and how DOKU behaves, frozen', () => {
    const doku = dokuDana(config);
    expect(doku.needs).toEqual(['device']);
    expect(doku.traits).toEqual({
      cancels: 'nothing',
      partialRefunds: 'undocumented',
      notificationCovers: { amount: true, time: true },
      inquiry: { notBeforeMs: 60_000, everyMs: 60_000 },
      returnUrl: 'per-request',
      recognisesRepeats: [],
    });
    expect([doku, doku.traits, doku.limits].every((value) => Object.isFrozen(value))).toBe(true);
    expect(doku).not.toHaveProperty('cancelPayment');
    expect(doku).not.toHaveProperty('listMethods');
  });

  it('sends nothing until it is called', () => {
    const { sent, tokenRequests } = openBench(() => coded('5000500'));
    expect(sent.length + tokenRequests.length).toBe(0);
  });
});

function keyLines(pem: string): string[] {
  return pem.split('\n').filter((line) => line.length > 20 && !line.startsWith('-'));
}
