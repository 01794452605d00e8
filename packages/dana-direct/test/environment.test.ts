import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { danaDirect, type DanaDirectConfig } from '../src/index.ts';
import { config, created, now, request } from './account.ts';
import { standingClock } from './clocks.ts';
import { answer, answering } from './wire.ts';

const variables = {
  DANA_ENV: 'production',
  ENV: 'PRODUCTION',
  X_PARTNER_ID: 'someone-else',
  PRIVATE_KEY: 'not a key',
  PRIVATE_KEY_PATH: '/nowhere/key.pem',
  ORIGIN: 'elsewhere.example',
  X_DEBUG: 'true',
  MERCHANT_ID: '1',
};

describe("the process's environment", () => {
  beforeEach(() => Object.entries(variables).forEach(([name, value]) => vi.stubEnv(name, value)));
  afterEach(() => vi.unstubAllEnvs());

  it('decides nothing: neither where requests go nor who they are from', async () => {
    const { fetch, sent } = answering(answer(created));
    await danaDirect(config, { fetch, clock: standingClock(now) }).createPayment(request);
    expect(sent[0]?.url).toMatch(/^https:\/\/api\.sandbox\.dana\.id\//);
    expect(sent[0]?.headers.get('x-partner-id')).toBe(config.clientId);
    expect(sent[0]?.headers.has('origin')).toBe(false);
    expect(sent[0]?.headers.has('x-debug-mode')).toBe(false);
  });

  it('fills in nothing that is missing', () => {
    const { privateKey: _, ...incomplete } = config;
    expect(() => danaDirect(incomplete as DanaDirectConfig)).toThrow(/privateKey/);
  });

  it('does not keep two accounts of two environments apart: their settings do', async () => {
    const { fetch, sent } = answering(answer(created));
    for (const environment of ['sandbox', 'production'] as const) {
      await danaDirect({ ...config, environment }, { fetch, clock: standingClock(now) }).createPayment(request);
    }
    expect(sent.map(({ url }) => new URL(url).host)).toEqual(['api.sandbox.dana.id', 'api.saas.dana.id']);
  });
});
