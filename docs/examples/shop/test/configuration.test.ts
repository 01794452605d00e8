import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '@bayar/core';
import { danaDirectConfig } from '@bayar/dana-direct';
import { dokuDanaConfig } from '@bayar/doku-dana';
import { faspayDanaConfig } from '@bayar/faspay-dana';
import { loadPayments, memoryLedger } from '@bayar/payments';
import { configurationSchema } from '@bayar/payments/schema';
import { openShop } from '../src/open-shop.ts';
import { simulateAcquirers } from '../simulator/simulated-acquirers.ts';

async function readConfig(name: string): Promise<object> {
  return JSON.parse(await readFile(new URL(`../config/${name}.json`, import.meta.url), 'utf8')) as object;
}

describe('the sample configurations', () => {
  it.each(['dana', 'doku', 'faspay', 'all'])(
    '%s.json keeps to the schema it names, and is loaded as it is',
    async (name) => {
      const configuration = await readConfig(name);
      expect(configuration).toMatchObject({ $schema: './payments.schema.json' });
      const validate = new Ajv().compile(await readConfig('payments.schema'));
      expect([validate(configuration), validate.errors]).toEqual([true, null]);

      const { env, close } = await simulateAcquirers();
      const payments = await loadPayments(configuration, {
        import: (adapter) => import(adapter),
        secrets: { env },
        ledger: memoryLedger(),
      });
      expect(payments.endpoints().length).toBeGreaterThan(0);
      await close();
    },
  );

  it('are refused at once where the active name is none of theirs, before a customer finds out', async () => {
    const { env, redirect, close } = await simulateAcquirers();
    const configuration = redirect({ ...(await readConfig('all')), active: 'Dana' });
    await expect(openShop({ configuration, env })).rejects.toThrow(
      'active: must be the name of a configured acquirer.',
    );
    await close();
  });

  it('are refused in words where an acquirer is not as it should be, when simulated too', async () => {
    const { env, redirect, close } = await simulateAcquirers();
    const broken = [{ active: 'A' }, { active: 'A', acquirers: null }, { active: 'A', acquirers: { A: null, B: {} } }];
    for (const configuration of broken)
      await expect(openShop({ configuration: redirect(configuration), env })).rejects.toThrow(ConfigError);
    await close();
  });

  it('name a schema that says what the adapters take: pnpm schema writes it', async () => {
    expect(await readConfig('payments.schema')).toEqual(
      configurationSchema({
        '@bayar/dana-direct': danaDirectConfig,
        '@bayar/doku-dana': dokuDanaConfig,
        '@bayar/faspay-dana': faspayDanaConfig,
      }),
    );
  });
});
