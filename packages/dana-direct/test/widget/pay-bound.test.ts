import { describe, expect, it } from 'vitest';
import { answer, coded, text } from '../wire.ts';
import { binding, calls, device, gateway, ott, payment } from './account-fixtures.ts';

describe('payBound', () => {
  it('adds the token to the page’s address, and touches nothing else in it', async () => {
    const { dana } = gateway(answer(ott));
    expect(await calls.payBound(dana)).toEqual({
      kind: 'done',
      value: { url: `${payment.next.url}&ott=o%2Bt%2Ft%3D`, expiresAt: '2026-09-01T03:10:00.000Z' },
    });
  });

  it.each([
    ['https://m.dana.id/pay', 'https://m.dana.id/pay?ott=o%2Bt%2Ft%3D'],
    ['https://m.dana.id/pay?a=1#top', 'https://m.dana.id/pay?a=1&ott=o%2Bt%2Ft%3D#top'],
  ])('completes %s', async (url, complete) => {
    const { dana } = gateway(answer(ott));
    const outcome = await dana.payBound({ ...payment, next: { type: 'redirect', url } }, binding, device);
    expect(outcome).toMatchObject({ value: { url: complete } });
  });

  it.each([
    ['4014901', 'expired', false],
    ['4014902', 'expired', false],
    ['4014904', 'expired', false],
    ['4034905', 'customer-account', false],
    ['4004901', 'invalid-request', false],
    ['4014900', 'authentication', false],
    ['4294900', 'rate-limited', true],
    ['2024900', 'other', true],
    ['5004900', 'other', true],
    ['5004901', 'other', true],
  ])('%s is a final refusal: %s', async (code, reason, retryable) => {
    const { dana, sent } = gateway(coded(code));
    expect(await calls.payBound(dana)).toMatchObject({ kind: 'declined', decline: { code, reason, retryable } });
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['no token', answer({ ...ott, userResources: [] })],
    ['a token of another kind', answer({ ...ott, userResources: [{ resourceType: 'X', value: 'y' }] })],
    ['nothing readable', text('<html>')],
  ])('is unknown with a hint to ask again when the answer holds %s', async (_, reply) => {
    const { dana } = gateway(reply);
    expect(await calls.payBound(dana)).toMatchObject({ kind: 'unknown', hint: expect.stringContaining('ask again') });
  });

  it.each([
    ['of the Payment Gateway', { locator: {} }, 'payment'],
    ['that is paid', { status: 'paid' as const }, 'payment.status'],
    ['without its page', { next: { type: 'none' as const } }, 'payment.next'],
  ])('asks for no token for a payment %s', async (_, change, field) => {
    const { dana, sent } = gateway(answer(ott));
    expect(await dana.payBound({ ...payment, ...change }, binding, device)).toMatchObject({
      kind: 'not-sent',
      reason: { issues: [{ field }] },
    });
    expect(sent).toEqual([]);
  });
});
