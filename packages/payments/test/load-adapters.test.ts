import { createSimulator } from '@bayar/simulator';
import type { Runtime } from '@bayar/core/kit';
import { loadPayments, memoryLedger, type LoadOptions } from '@bayar/payments';
import { expect, it } from 'vitest';
import { toyAcquirer } from './toy-acquirer.ts';
import { toyServer } from './toy-server.ts';

const toyConfiguration = {
  publicUrl: 'https://shop.example/pay',
  active: 'one',
  acquirers: { one: { adapter: 'toy', settings: {} } },
};

const toyFactory = (_: unknown, runtime: Runtime = {}) => toyAcquirer(runtime);

it('loadPayments takes DOKU and Faspay from their packages, named in a configuration', async () => {
  const { doku, faspay } = createSimulator();
  const { clientId, secretKey, merchantPrivateKey, dokuPublicKey } = doku.credentials;
  const secrets: Readonly<Record<string, string>> = {
    DOKU_SECRET_KEY: secretKey,
    DOKU_PRIVATE_KEY: merchantPrivateKey,
    FASPAY_PASSWORD: faspay.credentials.password,
  };
  const { password: _, ...faspaySettings } = faspay.credentials;
  const configuration = {
    publicUrl: 'https://shop.example/pay',
    active: 'doku',
    acquirers: {
      doku: {
        adapter: '@bayar/doku-dana',
        settings: {
          environment: 'sandbox',
          clientId,
          secretKey: { env: 'DOKU_SECRET_KEY' },
          privateKey: { env: 'DOKU_PRIVATE_KEY' },
          dokuPublicKey,
        },
      },
      faspay: {
        adapter: '@bayar/faspay-dana',
        settings: { environment: 'sandbox', ...faspaySettings, password: { env: 'FASPAY_PASSWORD' } },
      },
    },
  };
  const payments = await loadPayments(configuration, {
    import: (name) => import(name),
    ledger: memoryLedger(),
    secrets: { env: (name) => secrets[name] },
  });
  expect(Object.entries(payments.acquirers).map(([name, { id }]) => [name, id])).toEqual([
    ['doku', 'doku-dana'],
    ['faspay', 'faspay-dana'],
  ]);
  expect(payments.endpoints().map(({ url }) => url)).toEqual([
    'https://shop.example/pay/doku/v1.0/debit/notify',
    'https://shop.example/pay/doku/token',
    'https://shop.example/pay/faspay/notification',
    'https://shop.example/pay/faspay/return',
  ]);
});

it('says that no adapter was passed at all', async () => {
  const error = await loadPayments(toyConfiguration, { ledger: memoryLedger() } as never).catch(String);
  expect(error).toContain('Pass adapters: { name: factory }');
});

it('passes an adapter what it runs on, and nothing else of the app', async () => {
  const passed: unknown[] = [];
  const { fetch } = toyServer();
  await loadPayments(toyConfiguration, {
    ledger: memoryLedger(),
    fetch,
    adapters: {
      toy: (_: unknown, runtime: Runtime = {}) => toyAcquirer((passed.push(Object.keys(runtime)), runtime)),
    },
  });
  expect(passed).toEqual([['fetch']]);
});

it.each([
  [{ adapters: { other: toyFactory } }, 'use one of: other'],
  [{ import: () => Promise.reject(new Error('Cannot find package')) }, 'could not be imported'],
  [{ import: () => Promise.resolve({ toyFactory }) }, 'exports no adapter'],
])('tells apart why there is no adapter: %#', async (source, said) => {
  const options = { ledger: memoryLedger(), ...source } as LoadOptions;
  expect(await loadPayments(toyConfiguration, options).catch(String)).toContain(said);
});
