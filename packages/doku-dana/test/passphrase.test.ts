import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { ConfigError } from '@bayar/core';
import { dokuDana } from '../src/index.ts';
import { account, config, createdAnswer, openBench, order, vectors } from './bench.ts';
import locked from './vectors/protected-key.json' with { type: 'json' };

const { privateKey, passphrase } = locked;

function problemsOf(changed: Readonly<Record<string, unknown>>): ConfigError {
  try {
    dokuDana({ ...config, ...changed });
  } catch (error) {
    if (ConfigError.isInstance(error)) return error;
    throw error;
  }
  throw new Error('configured');
}

it('a key with a passphrase, made as DOKU tells merchants to, signs what the key without signs', async () => {
  const [vector] = vectors.asymmetric;
  const { doku, tokenRequests } = openBench(() => createdAnswer(), {
    at: vector?.xTimestamp ?? '',
    config: { privateKey, passphrase },
  });
  await doku.createPayment(order());
  expect(tokenRequests[0]?.headers.get('x-signature')).toBe(vector?.xSignature);
});

it('a passphrase beside a key that needs none changes nothing', () => {
  expect(dokuDana({ ...config, passphrase }).id).toBe('doku-dana');
});

it.each([
  ['a wrong passphrase', { privateKey, passphrase: 'Gunung-Kidul' }, ['privateKey']],
  ['no passphrase', { privateKey }, ['privateKey']],
  ['an empty passphrase', { passphrase: '' }, ['passphrase']],
  ['a passphrase that is no text', { passphrase: 7 }, ['passphrase']],
  [
    'a wrong passphrase among other mistakes',
    { privateKey, passphrase: 'Gunung-Kidul', environment: 'x', clientId: '', colour: 'red' },
    ['clientId', 'colour', 'environment', 'privateKey'],
  ],
])('%s is named, and no byte of key or passphrase is shown', (_, changed, fields) => {
  const error = problemsOf(changed);
  expect(error.issues.map(({ field }) => field).sort()).toEqual(fields);
  const shown = [String(error), JSON.stringify(error), inspect(error, { depth: 10, showHidden: true })].join('\n');
  for (const secret of [
    passphrase,
    'Gunung-Kidul',
    ...privateKey.split('\n').filter((line) => /^[\w+/]{20}/.test(line)),
  ])
    expect(shown).not.toContain(secret);
});

it('the public half of a protected key does not pass for DOKU’s', () => {
  const error = problemsOf({ privateKey, passphrase, dokuPublicKey: account.merchantPublicKeySpkiPem });
  expect(error.issues.map(({ field }) => field)).toEqual(['dokuPublicKey']);
});
