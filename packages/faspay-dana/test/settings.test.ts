import { ConfigError } from '@bayar/core';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { faspayDana, type FaspayDanaConfig } from '../src/index.ts';
import { config, offline } from './merchant.ts';

function errorFor(settings: unknown): ConfigError {
  try {
    faspayDana(settings as FaspayDanaConfig);
  } catch (error) {
    if (ConfigError.isInstance(error)) return error;
    throw error;
  }
  throw new Error('It was accepted.');
}

const fieldsOf = (settings: unknown): readonly string[] => errorFor(settings).issues.map(({ field }) => field);

describe('a configuration', () => {
  it('is enough with what Faspay hands out', () => {
    expect(faspayDana(config).id).toBe('faspay-dana');
  });

  it.each([
    ['environment', { environment: 'staging' }],
    ['environment', { environment: undefined }],
    ['merchantId', { merchantId: 12345 }],
    ['merchantId', { merchantId: '1234' }],
    ['merchantId', { merchantId: 'bot12345' }],
    ['merchantName', { merchantName: '' }],
    ['merchantName', { merchantName: 'x'.repeat(33) }],
    ['userId', { userId: 'bot 12345' }],
    ['password', { password: '' }],
    ['password', { password: undefined }],
    ['password', { password: { env: 'FASPAY_PASSWORD' } }],
    ['notificationAmountUnit', { notificationAmountUnit: 'sen' }],
    ['billNumber.style', { billNumber: { style: 'verbatim' } }],
    ['billNumber', { billNumber: 'suffixed' }],
    ['billNumber.length', { billNumber: { style: 'verbatim-fixed-length' } }],
    ['billNumber.length', { billNumber: { style: 'verbatim-fixed-length', length: 33 } }],
    ['billNumber.length', { billNumber: { style: 'verbatim-fixed-length', length: 0 } }],
    ['billNumber.length', { billNumber: { style: 'verbatim-fixed-length', length: 1.5 } }],
    ['baseUrl', { baseUrl: 'http://debit-sandbox.faspay.co.id' }],
    ['baseUrl', { baseUrl: 'https://web.faspay.co.id/cvr' }],
    ['baseUrl', { baseUrl: 'https://user:secret@web.faspay.co.id' }],
    ['baseUrl', { baseUrl: 'web.faspay.co.id' }],
    ['passwrod', { passwrod: 'x' }],
  ])('is refused for %s: %j', (field, changes) => {
    expect(fieldsOf({ ...config, ...changes })).toEqual([field]);
  });

  it('is refused once, with everything that is wrong with it', () => {
    const settings = {
      environment: 'test',
      merchantId: 1,
      merchantName: '',
      userId: '',
      password: '',
      baseUrl: 'http://x',
      other: 1,
    };
    expect([...fieldsOf(settings)].sort()).toEqual([
      'baseUrl',
      'environment',
      'merchantId',
      'merchantName',
      'other',
      'password',
      'userId',
    ]);
  });

  it.each([null, undefined, 'faspay', 42, []])('is refused when it is %j', (settings) => {
    expect(errorFor(settings).issues.length).toBeGreaterThan(0);
  });

  it('says what to do about each problem', () => {
    for (const issue of errorFor({}).issues) {
      expect(issue.rule).toMatch(/\.$/);
      expect(issue.fix).toMatch(/\.$/);
    }
  });

  it.each(['https://web2.faspay.co.id', 'http://127.0.0.1:4000', 'http://localhost:4000', 'http://[::1]:4000'])(
    'takes the origin %s',
    (baseUrl) => {
      expect(() => faspayDana({ ...config, baseUrl })).not.toThrow();
    },
  );
});

describe('the password', () => {
  const password = 'Gunung-Bromo-Terbit-7';
  const pieces = [password, password.slice(0, 8), password.slice(-8)];

  it.each([
    { password: [password] },
    { password, environment: password },
    { password, merchantId: password },
    { password, [password.length]: password },
  ])('is in no error: %#', (changes) => {
    const error = errorFor({ ...config, ...changes });
    const shown = [String(error), JSON.stringify(error), inspect(error, { depth: 9, showHidden: true })].join();
    for (const piece of pieces) expect(shown).not.toContain(piece);
  });

  it('is not in the gateway', () => {
    const shown = inspect(offline({ ...config, password }), { depth: 9, showHidden: true });
    for (const piece of pieces) expect(shown).not.toContain(piece);
  });
});

describe('a gateway', () => {
  it('cannot be changed', () => {
    const gateway = offline();
    for (const part of [gateway, gateway.limits, gateway.traits, gateway.needs, gateway.inbound, ...gateway.inbound]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
  });

  it('says what it is like', () => {
    const { needs, traits, limits, inbound } = offline();
    expect({ needs, traits, reference: limits.reference }).toEqual({
      needs: ['customer'],
      traits: {
        cancels: 'unpaid',
        partialRefunds: 'no',
        notificationCovers: { amount: false, time: false },
        inquiry: { notBeforeMs: 0, everyMs: 60_000 },
        returnUrl: 'registered',
        recognisesRepeats: [],
      },
      reference: { maxLength: 31, pattern: '[A-Za-z0-9-]{1,31}' },
    });
    expect(inbound.map(({ kind, path, announced }) => [kind, path, announced])).toEqual([
      ['notification', 'notification', 'registered'],
      ['return', 'return', 'registered'],
    ]);
  });

  it('has no refunds', () => {
    // @ts-expect-error Faspay has no call that gives money back.
    expect(offline().refundPayment).toBe(undefined);
  });
});
