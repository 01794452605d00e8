import { rupiah, type CreatePayment } from '@bayar/core';
import { describe, expect, it } from 'vitest';
import { danaDirect, type DanaDirectConfig } from '../src/index.ts';
import { config, created, now, request } from './account.ts';
import { standingClock } from './clocks.ts';
import { answer, answering } from './wire.ts';

describe('the limits', () => {
  it.each([
    ['a notification URL with a query', { notificationUrl: 'https://merchant.example/n?id=1' }, 'notificationUrl'],
    ['a notification URL without TLS', { notificationUrl: 'http://merchant.example/n' }, 'notificationUrl'],
    ['a store too long for DANA', { extra: { storeId: 'S'.repeat(65) } }, 'extra.storeId'],
    ['an empty division', { extra: { divisionId: '' } }, 'extra.divisionId'],
    ['a category code too long for DANA', { extra: { mcc: '5'.repeat(65) } }, 'extra.mcc'],
  ])('sends nothing with %s', async (_, options, field) => {
    const { sent, dana } = gateway();
    const outcome = await dana.createPayment(request, options);
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: { why: 'invalid', issues: [{ field }] } });
    expect(sent).toEqual([]);
  });

  it.each([
    ['a reference over 64 characters', { reference: 'R'.repeat(65) }, 'reference'],
    ['more than the sandbox takes', { amount: rupiah(10_000_001) }, 'amount'],
    ['nothing in it', { reference: undefined, amount: undefined, title: undefined, returnUrl: undefined }, 'reference'],
    ['a currency that is not rupiah', { amount: { currency: 'USD', minor: 100 } }, 'amount'],
    ['an expiry that is past', { expiresAt: new Date('2026-09-01T09:59:59+07:00') }, 'expiresAt'],
    ['an expiry more than 30 minutes ahead', { expiresAt: new Date('2026-09-01T10:30:01+07:00') }, 'expiresAt'],
    ['a title over 64 characters', { title: 'T'.repeat(65) }, 'title'],
    ['a return URL over 512 characters', { returnUrl: `https://merchant.example/${'x'.repeat(512)}` }, 'returnUrl'],
  ])('sends nothing with %s', async (_, change, field) => {
    const { sent, dana } = gateway();
    const outcome = await dana.createPayment({ ...request, ...change } as CreatePayment);
    const issues = outcome.kind === 'not-sent' && outcome.reason.why === 'invalid' ? outcome.reason.issues : [];
    expect(issues.map((issue) => issue.field)).toContain(field);
    for (const { rule, fix } of issues) expect([rule, fix]).not.toContain('');
    expect(sent).toEqual([]);
  });

  it('sends nothing that would live longer than a week in production', async () => {
    const { sent, dana } = gateway({ environment: 'production' });
    const expiresAt = new Date('2026-09-08T10:00:01+07:00');
    expect(await dana.createPayment({ ...request, expiresAt })).toMatchObject({
      kind: 'not-sent',
      reason: { issues: [{ field: 'expiresAt' }] },
    });
    expect(sent).toEqual([]);
  });

  it('takes larger amounts and a week in production', async () => {
    const { sent, dana } = gateway({ environment: 'production' });
    await dana.createPayment({
      ...request,
      amount: rupiah(500_000_000),
      expiresAt: new Date('2026-09-08T10:00:00+07:00'),
    });
    expect(sent[0]?.url).toMatch(/^https:\/\/api\.saas\.dana\.id\//);
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({ amount: { value: '500000000.00' } });
  });
});

function gateway(change: Partial<DanaDirectConfig> = {}) {
  const { fetch, sent } = answering(answer(created));
  return { sent, dana: danaDirect({ ...config, ...change }, { fetch, clock: standingClock(now) }) };
}
