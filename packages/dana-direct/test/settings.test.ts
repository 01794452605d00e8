import { generateKeyPairSync } from 'node:crypto';
import { inspect } from 'node:util';
import { ConfigError, type Issue } from '@bayar/core';
import type { InferInput } from 'valibot';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { danaDirect, danaSandboxPublicKey, type danaDirectConfig, type DanaDirectConfig } from '../src/index.ts';
import { config, vectors } from './account.ts';

const { merchant } = vectors.keys;

describe('the settings', () => {
  it('are what the type says', () => {
    expectTypeOf<keyof DanaDirectConfig>().toEqualTypeOf<keyof InferInput<typeof danaDirectConfig>>();
    expectTypeOf<DanaDirectConfig & { danaPublicKeys: string }>().toExtend<InferInput<typeof danaDirectConfig>>();
  });

  it('are enough with what has no default', () => {
    const dana = danaDirect(config);
    expect(dana).toMatchObject({ id: 'dana-direct', needs: [], limits: { expiry: { maxMs: 1_800_000 } } });
  });

  it('promise no partial refunds: DANA grants them by agreement', () => {
    expect(danaDirect(config).traits.partialRefunds).toBe('by-agreement');
  });

  it('make a gateway nobody can change', () => {
    const dana = danaDirect(config);
    for (const part of [
      dana,
      dana.needs,
      dana.limits,
      dana.limits.amount.max,
      dana.traits,
      dana.inbound,
      dana.inbound[0],
    ]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });

  it('make a gateway that shows no secret', () => {
    const shown = inspect(danaDirect(config), { depth: 10, showHidden: true }) + JSON.stringify(danaDirect(config));
    expect(shown).not.toContain(merchant.privatePkcs8RawBase64.slice(40, 60));
  });

  it.each([
    ['an unknown environment', { environment: 'live' }, 'environment'],
    ['a client id over 36 characters', { clientId: '1'.repeat(37) }, 'clientId'],
    ['a client id with a newline', { clientId: '1\n2' }, 'clientId'],
    ['an empty merchant id', { merchantId: '' }, 'merchantId'],
    ['a private key nobody can read', { privateKey: 'not a key' }, 'privateKey'],
    ['a public key where the private one belongs', { privateKey: merchant.publicSpkiPem }, 'privateKey'],
    ['a private key of 1024 bits', { privateKey: weak().privateKey }, 'privateKey'],
    ['a key that is not RSA', { privateKey: elliptic() }, 'privateKey'],
    ['a private key where the public one belongs', { danaPublicKeys: merchant.privatePkcs1Pem }, 'danaPublicKeys.0'],
    [
      "the second of DANA's keys too weak",
      { danaPublicKeys: [danaSandboxPublicKey, weak().publicKey] },
      'danaPublicKeys.1',
    ],
    ["no key of DANA's", { danaPublicKeys: [] }, 'danaPublicKeys'],
    ["four keys of DANA's", { danaPublicKeys: Array<string>(4).fill(danaSandboxPublicKey) }, 'danaPublicKeys'],
    ["the merchant's key as DANA's", { danaPublicKeys: merchant.publicPkcs1Pem }, 'danaPublicKeys'],
    ['a category code that is a number', { mcc: 5732 }, 'mcc'],
    ['a channel over five characters', { channelId: '952210' }, 'channelId'],
    ['a store over 64 characters', { storeId: 'S'.repeat(65) }, 'storeId'],
    ['a division over 32 characters', { divisionId: 'D'.repeat(33) }, 'divisionId'],
    ['a notification URL with a query', { notificationUrl: 'https://merchant.example/n?id=1' }, 'notificationUrl'],
    ['a notification URL with a password', { notificationUrl: 'https://a:b@merchant.example/n' }, 'notificationUrl'],
    [
      'a notification URL over 512 characters',
      { notificationUrl: `https://merchant.example/${'n'.repeat(512)}` },
      'notificationUrl',
    ],
    ['a tolerance over fifteen minutes', { notificationToleranceMs: 900_001 }, 'notificationToleranceMs'],
    ['a tolerance that is text', { notificationToleranceMs: '300000' }, 'notificationToleranceMs'],
    ['02 meaning something else', { payingMeans: 'done' }, 'payingMeans'],
    ['debugging in production', { environment: 'production', debug: true }, 'debug'],
    ['plain http to another machine', { baseUrl: 'http://api.sandbox.dana.id' }, 'baseUrl'],
    ['a base URL with a path', { baseUrl: 'https://proxy.example/dana' }, 'baseUrl'],
    ['a setting that does not exist', { privatKey: 'x' }, 'privatKey'],
  ])('are refused with %s', (_, change, field) => {
    const issues = issuesOf({ ...config, ...change });
    expect(issues.map((issue) => issue.field)).toEqual([field]);
    expect(issues[0]?.rule).toMatch(/\.$/);
    expect(issues[0]?.fix).toMatch(/\.$/);
  });

  it.each(['environment', 'clientId', 'merchantId', 'privateKey', 'danaPublicKeys', 'mcc'])(
    'are refused without %s',
    (field) => {
      expect(issuesOf({ ...config, [field]: undefined })).toMatchObject([{ field, rule: 'is missing.' }]);
    },
  );

  it('allow plain http to this machine', () => {
    expect(() =>
      danaDirect({ ...config, baseUrl: 'http://127.0.0.1:4010', notificationUrl: 'http://localhost:3000/n' }),
    ).not.toThrow();
  });

  it('are refused with every problem at once and no byte of a secret', () => {
    const secret = weak().privateKey;
    const wrong = {
      ...config,
      environment: 'live',
      privateKey: secret,
      danaPublicKeys: secret,
      mcc: undefined,
      baseUrl: 'http://x.example',
    };
    const error = errorOf(wrong);
    expect(error.issues.map((issue) => issue.field)).toEqual([
      'environment',
      'privateKey',
      'danaPublicKeys.0',
      'mcc',
      'baseUrl',
    ]);
    const shown = String(error) + JSON.stringify(error) + inspect(error, { depth: 10, showHidden: true });
    for (const line of secret.split('\n').slice(1, -2)) expect(shown).not.toContain(line.slice(0, 16));
    for (const { field } of error.issues) expect(String(error)).toContain(field);
  });
});

function issuesOf(input: object): readonly Issue[] {
  return errorOf(input).issues;
}

function errorOf(input: object): ConfigError {
  try {
    danaDirect(input as DanaDirectConfig);
  } catch (error) {
    if (ConfigError.isInstance(error)) return error;
    throw error;
  }
  throw new Error('These settings were accepted.');
}

function weak(): { privateKey: string; publicKey: string } {
  return generateKeyPairSync('rsa', {
    modulusLength: 1_024,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
}

function elliptic(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
