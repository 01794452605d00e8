import { describe, expect, it } from 'vitest';
import { reveal, rupiah } from '@bayar/core';
import { openToyShop, order } from './toy-shop.ts';

describe('createPayment', () => {
  it('answers done with the next action, under the configured name', async () => {
    const { payments } = openToyShop();
    const outcome = await payments.createPayment(order('A-1'));
    expect(outcome).toMatchObject({
      kind: 'done',
      value: {
        acquirer: 'one',
        adapter: 'toy',
        reference: 'A-1',
        status: 'awaiting-customer',
        next: { type: 'redirect', url: 'https://pay.example/A-1' },
      },
    });
  });

  it('keeps the raw answer beside the payment, for reveal', async () => {
    const { payments } = openToyShop();
    const outcome = await payments.createPayment(order('A-1'));
    const raw = outcome.kind === 'done' ? reveal(outcome.value) : outcome;
    expect(raw).toMatchObject({ code: 'ok', page: 'https://pay.example/A-1' });
  });

  it('is plain JSON: nothing is lost or added by writing it down', async () => {
    const { payments } = openToyShop();
    const outcome = await payments.createPayment(order('A-1'));
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
  });

  it('sends the browser back through its own return route, which names no reference', async () => {
    const { payments, one } = openToyShop();
    await payments.createPayment(order('A-1'));
    expect(one.requests[0]?.body['returnUrl']).toMatch(/^https:\/\/shop\.example\/pay\/one\/return\/[0-9a-f]{32}$/);
  });

  it('answers the same reference with the payment it made, and sends nothing', async () => {
    const { payments, one } = openToyShop();
    const first = await payments.createPayment(order('A-1'));
    const second = await payments.createPayment({ ...order('A-1'), returnUrl: 'https://shop.example/other' });
    expect(second).toEqual(first);
    expect(one.requests).toHaveLength(1);
  });

  it.each([
    ['expiry', { expiresAt: new Date('2026-09-01T03:10:00Z') }],
    ['device', { device: { platform: 'app' } as const }],
    ['language', { language: 'en' as const }],
    ['order', { order: 'ORDER-2' }],
  ])('takes another %s for the same intent', async (_, other) => {
    const { payments, one } = openToyShop();
    const first = await payments.createPayment(order('A-1'));
    expect(await payments.createPayment({ ...order('A-1'), ...other })).toEqual(first);
    expect(one.requests).toHaveLength(1);
  });

  it('answers the payment it made even after the active acquirer changed', async () => {
    const { payments, two, activate } = openToyShop();
    await payments.createPayment(order('A-1'));
    activate('two');
    expect(await payments.createPayment(order('A-1'))).toMatchObject({ kind: 'done', value: { acquirer: 'one' } });
    expect(two.requests).toHaveLength(0);
  });

  it.each([
    ['amount', { amount: rupiah(26_000) }],
    ['title', { title: 'Teh' }],
    ['customer', { customer: { id: '2', name: 'Sari', email: 'sari@shop.example', phone: '+6281234567890' } }],
  ])('refuses the same reference with another %s, and sends nothing', async (_, other) => {
    const { payments, one } = openToyShop();
    await payments.createPayment(order('A-1'));
    const outcome = await payments.createPayment({ ...order('A-1'), ...other });
    expect(outcome).toMatchObject({
      kind: 'not-sent',
      reason: { why: 'reference-reused', issues: [{ field: 'reference' }] },
    });
    expect(one.requests).toHaveLength(1);
  });

  it('sends once for a thousand concurrent calls of one reference, and answers all of them alike', async () => {
    const { payments, one } = openToyShop();
    const outcomes = await Promise.all(Array.from({ length: 1_000 }, () => payments.createPayment(order('A-1'))));
    expect(one.requests).toHaveLength(1);
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
  });

  it('refuses a request that breaks a rule of any configured acquirer, naming field, rule and fix, and sends nothing', async () => {
    const { payments, one } = openToyShop();
    const outcome = await payments.createPayment({ ...order(''), amount: rupiah(0), returnUrl: 'javascript:alert(1)' });
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: { why: 'invalid' } });
    const issues = outcome.kind === 'not-sent' && outcome.reason.why === 'invalid' ? outcome.reason.issues : [];
    expect(issues.map(({ field }) => field)).toEqual(['reference', 'amount', 'returnUrl']);
    expect(issues.every(({ rule, fix }) => rule !== '' && fix !== '')).toBe(true);
    expect(one.requests).toHaveLength(0);
  });

  it('keeps a final decline for its reference', async () => {
    const { payments, one } = openToyShop();
    one.mishaps.push('decline');
    const first = await payments.createPayment(order('A-1'));
    expect(first).toMatchObject({
      kind: 'declined',
      decline: { reason: 'not-permitted', retryable: false, code: 'no', docs: 'https://toy.example/docs' },
    });
    expect(await payments.createPayment(order('A-1'))).toEqual(first);
    expect(one.requests).toHaveLength(1);
  });

  it('lets a declined request try again where the decline may pass, at the acquirer that is active then', async () => {
    const { payments, one, two, activate } = openToyShop();
    one.mishaps.push('decline-for-now');
    expect(await payments.createPayment(order('A-1'))).toMatchObject({
      kind: 'declined',
      decline: { retryable: true, retryAfterMs: 1_000 },
    });
    activate('two');
    expect(await payments.createPayment(order('A-1'))).toMatchObject({ kind: 'done', value: { acquirer: 'two' } });
    expect(two.payments.has('A-1')).toBe(true);
  });

  it('releases the reference when the request provably never left', async () => {
    const { payments, one } = openToyShop();
    one.mishaps.push('refuse-connection');
    expect(await payments.createPayment(order('A-1'))).toEqual({ kind: 'not-sent', reason: { why: 'unreachable' } });
    expect(await payments.createPayment(order('A-1'))).toMatchObject({ kind: 'done' });
  });

  it('answers unknown to an answer about another amount, and raises an alert', async () => {
    const { payments, one, events } = openToyShop();
    one.mishaps.push('lie');
    expect(await payments.createPayment(order('A-1'))).toMatchObject({
      kind: 'unknown',
      inquiry: { doubt: 'mismatch' },
    });
    expect(events).toMatchObject([{ type: 'answer.mismatch', acquirer: 'one', reference: 'A-1' }]);
  });
});
