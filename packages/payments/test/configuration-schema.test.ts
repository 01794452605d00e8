import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '@bayar/core';
import { danaDirect, danaDirectConfig } from '@bayar/dana-direct';
import { dokuDana, dokuDanaConfig } from '@bayar/doku-dana';
import { faspayDana, faspayDanaConfig } from '@bayar/faspay-dana';
import { loadPayments, memoryLedger } from '@bayar/payments';
import { configurationSchema } from '@bayar/payments/schema';
import { createSimulator } from '@bayar/simulator';

type Json = Readonly<Record<string, unknown>>;

const { settings } = createSimulator();
const whole = {
  $schema: './payments.schema.json',
  publicUrl: 'https://shop.example/pay',
  active: 'dana',
  failover: ['doku'],
  retired: ['old'],
  acquirers: {
    dana: { adapter: 'dana-direct', settings: { ...settings.dana, privateKey: { env: 'DANA_KEY' }, widget: {} } },
    doku: { adapter: 'doku-dana', settings: { ...settings.doku, secretKey: { file: '/run/doku' } } },
    faspay: {
      adapter: 'faspay-dana',
      settings: {
        ...settings.faspay,
        billNumber: { style: 'verbatim-fixed-length', length: 12 },
        notificationSources: { networks: ['203.0.113.0/24'], header: 'x-forwarded-for' },
      },
    },
  },
};

const validate = new Ajv({ allErrors: true }).compile(
  configurationSchema({
    'dana-direct': danaDirectConfig,
    'doku-dana': dokuDanaConfig,
    'faspay-dana': faspayDanaConfig,
  }),
);
const options = {
  adapters: { 'dana-direct': danaDirect, 'doku-dana': dokuDana, 'faspay-dana': faspayDana },
  ledger: memoryLedger(),
  secrets: {
    env: (name: string) => (name === 'DANA_KEY' ? settings.dana.privateKey : undefined),
    file: () => Promise.resolve(settings.doku.secretKey),
  },
};

async function problemsOf(json: unknown): Promise<readonly string[]> {
  try {
    await loadPayments(json, options);
    return [];
  } catch (error) {
    if (ConfigError.isInstance(error)) return error.issues.map(({ field }) => field);
    throw error;
  }
}

/** The configuration with the value at a path replaced; `undefined` leaves it out. */
function changed(path: string, value: unknown, json: unknown = whole): unknown {
  const [key = '', ...rest] = path.split('/');
  if (path === '') return value;
  const { [key]: inner, ...others } = json as Json;
  const replaced = rest.length === 0 ? value : changed(rest.join('/'), value, inner);
  return replaced === undefined ? others : { ...others, [key]: replaced };
}

const DANA = 'acquirers/dana/settings';
const DOKU = 'acquirers/doku/settings';
const FASPAY = 'acquirers/faspay/settings';

describe('the JSON Schema of a configuration', () => {
  it('takes a configuration of every acquirer, as loadPayments does', async () => {
    expect([validate(whole), validate.errors]).toEqual([true, null]);
    expect(await problemsOf(whole)).toEqual([]);
  });

  it.each<[path: string, value: unknown]>([
    ['publicUrl', undefined],
    ['publicUrl', 80],
    ['active', undefined],
    ['active', ['dana']],
    ['failover', 'doku'],
    ['failover', [1]],
    ['surprise', true],
    ['acquirers', undefined],
    ['acquirers', {}],
    ['acquirers', []],
    ['acquirers/a b', whole.acquirers.dana],
    ['acquirers/dana', null],
    ['acquirers/dana/adapter', 'nobody'],
    ['acquirers/dana/adapter', undefined],
    ['acquirers/dana/extra', 1],
    [DANA, undefined],
    [DANA, []],
    [`${DANA}/mcc`, undefined],
    [`${DANA}/mcc`, 5732],
    [`${DANA}/mcc`, ''],
    [`${DANA}/environment`, 'staging'],
    [`${DANA}/danaPublicKeys`, [1]],
    [`${DANA}/debug`, 'yes'],
    [`${DANA}/notificationToleranceMs`, 900_001],
    [`${DANA}/notificationToleranceMs`, { env: 'DANA_KEY' }],
    [`${DANA}/widget/colour`, 'blue'],
    [`${DANA}/privateKey`, { env: 'DANA_KEY', file: '/run/dana' }],
    [`${DANA}/privateKey`, { env: '' }],
    [`${DANA}/privateKey`, { vault: 'DANA_KEY' }],
    [`${DOKU}/secretKey`, ''],
    [`${DOKU}/serviceCode`, 55],
    [`${DOKU}/SecretKey`, 'SK-1'],
    [`${FASPAY}/merchantId`, '12'],
    [`${FASPAY}/billNumber/style`, 'longest'],
    [`${FASPAY}/billNumber/length`, 33],
    [`${FASPAY}/notificationSources/networks`, []],
  ])('refuses %s: %o, and loadPayments says so at that path', async (path, value) => {
    const json = changed(path, value);
    const problems = await problemsOf(json);
    expect(validate(json)).toBe(false);
    expect(problems.length).toBeGreaterThan(0);
    const field = path.replaceAll('/', '.');
    expect(problems.filter((problem) => !`${problem}.`.startsWith(`${field}.`) && !field.startsWith(problem))).toEqual(
      [],
    );
  });

  it.each<[path: string, value: unknown]>([
    ['publicUrl', 'http://shop.example/pay'],
    ['active', 'nobody'],
    ['failover', ['nobody']],
    [`${DANA}/privateKey`, { env: 'NOBODY' }],
    [`${DANA}/danaPublicKeys`, 'MIIB'],
    [`${DANA}/baseUrl`, 'https://api.example/path'],
    [`${FASPAY}/notificationSources/networks`, ['300.0.0.1']],
  ])('leaves %s: %o to loadPayments, which alone can tell', async (path, value) => {
    const json = changed(path, value);
    expect(validate(json)).toBe(true);
    expect(await problemsOf(json)).toHaveLength(1);
  });

  it('refuses nothing that loadPayments takes', async () => {
    // The settings' library takes an empty list for an empty object, which JSON Schema does not.
    const danaKeys = Object.keys(danaDirectConfig.entries).filter((key) => key !== 'widget');
    const paths = [
      'publicUrl',
      'failover',
      'retired',
      'acquirers/dana',
      ...danaKeys.map((key) => `${DANA}/${key}`),
      ...Object.keys(faspayDanaConfig.entries).map((key) => `${FASPAY}/${key}`),
      ...['secretKey', 'passphrase', 'channelId', 'serviceCode', 'urlParamShape', 'issuer'].map(
        (key) => `${DOKU}/${key}`,
      ),
    ];
    const values = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.jsonValue(),
      fc.constantFrom(
        undefined,
        '5732',
        'paid',
        'x100',
        'object',
        '54',
        { env: 'DANA_KEY' },
        { file: 'x' },
        12.5,
        [],
        {},
      ),
    );
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), values, async (path, value) => {
        const json = changed(path, value);
        if ((await problemsOf(json)).length > 0) return;
        taken += 1;
        expect([path, value, validate(json)]).toEqual([path, value, true]);
      }),
      { numRuns: 500 },
    );
    expect(taken).toBeGreaterThan(20);
  });
});
