import { createSimulator } from '@bayar/simulator';
import { loadPayments, memoryLedger } from '@bayar/payments';
import { expect, it } from 'vitest';

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
