import { reveal, rupiah, type CreatePayment } from '@bayar/core';
import { publicHalf, readRsaKey, rsaSha256Verifier } from '@bayar/core/kit';
import { asymmetricStringToSign } from '@bayar/bi-snap';
import { describe, expect, it } from 'vitest';
import { danaDirect, type DanaDirectConfig } from '../../src/index.ts';
import { config, created, now, request } from '../account.ts';
import { standingClock } from '../clocks.ts';
import { answer, answering, coded } from '../wire.ts';

describe('createOrder', () => {
  it('sends exactly the documented body', async () => {
    const { sent, create } = gateway({ notificationUrl: 'https://merchant.example/dana/notify' });
    await create({ expiresAt: new Date('2026-09-01T10:25:00.750+07:00') });
    expect(sent.map(({ url, method }) => `${method} ${url}`)).toEqual([
      'POST https://api.sandbox.dana.id/payment-gateway/v1.0/debit/payment-host-to-host.htm',
    ]);
    expect(JSON.parse(sent[0]?.body ?? '')).toStrictEqual({
      partnerReferenceNo: 'ORDER-2026-0001',
      merchantId: '216620000000000000001',
      amount: { value: '15000.00', currency: 'IDR' },
      validUpTo: '2026-09-01T10:25:00+07:00',
      urlParams: [
        { url: 'https://merchant.example/return', type: 'PAY_RETURN', isDeeplink: 'N' },
        { url: 'https://merchant.example/dana/notify', type: 'NOTIFICATION', isDeeplink: 'N' },
      ],
      additionalInfo: {
        mcc: '5732',
        order: { orderTitle: 'Kopi Susu & Roti "Spesial" — é', scenario: 'REDIRECT' },
        envInfo: { sourcePlatform: 'IPG', terminalType: 'SYSTEM' },
      },
    });
  });

  it('sends exactly the documented headers', async () => {
    const { sent, create } = gateway({ origin: 'merchant.example' });
    await create();
    const { 'x-signature': _, 'x-external-id': externalId, ...headers } = Object.fromEntries(sent[0]?.headers ?? []);
    expect(headers).toEqual({
      accept: 'application/json',
      'content-type': 'application/json',
      'x-timestamp': '2026-09-01T10:00:00+07:00',
      'x-partner-id': '2026010112345678901234',
      'channel-id': '95221',
      origin: 'merchant.example',
    });
    expect(externalId).toMatch(/^\d{25}$/);
  });

  it('asks the sandbox for words only where the settings do', async () => {
    const { sent, create } = gateway({ debug: true });
    await create();
    expect(sent[0]?.headers.get('x-debug-mode')).toBe('true');
  });

  it('signs exactly the bytes it sends', async () => {
    const { sent, create } = gateway();
    await create();
    const key = readRsaKey(config.privateKey);
    if (typeof key === 'string') throw new Error(key);
    const text = await asymmetricStringToSign({
      method: 'POST',
      path: new URL(sent[0]?.url ?? '').pathname,
      body: sent[0]?.body ?? '',
      timestamp: sent[0]?.headers.get('x-timestamp') ?? '',
    });
    expect(await rsaSha256Verifier(publicHalf(key))(text, sent[0]?.headers.get('x-signature') ?? '')).toBe(true);
  });

  it('answers with a page to send the customer to', async () => {
    const { create } = gateway();
    expect(await create()).toEqual({
      kind: 'done',
      value: {
        acquirer: 'dana-direct',
        adapter: 'dana-direct',
        reference: 'ORDER-2026-0001',
        acquirerReference: '20260901111212800110166722302205418',
        amount: rupiah(15_000),
        createdAt: '2026-09-01T03:00:00.000Z',
        expiresAt: '2026-09-01T03:30:00.000Z',
        locator: {},
        status: 'awaiting-customer',
        next: { type: 'redirect', url: created.webRedirectUrl },
      },
    });
  });

  it('keeps the raw answer beside the payment, not in it', async () => {
    const outcome = await gateway().create();
    expect(outcome.kind === 'done' ? reveal(outcome.value) : outcome).toEqual(created);
  });

  it('sends the same bytes for the same request at another time', async () => {
    const expiresAt = new Date('2026-09-01T10:20:00+07:00');
    const first = gateway();
    const later = gateway({}, '2026-09-01T10:07:31+07:00');
    await first.create({ expiresAt });
    await later.create({ expiresAt });
    expect(later.sent[0]?.body).toBe(first.sent[0]?.body);
    expect(later.sent[0]?.headers.get('x-timestamp')).not.toBe(first.sent[0]?.headers.get('x-timestamp'));
  });

  it.each([
    ['web', 'WEB'],
    ['mobile-web', 'WAP'],
    ['app', 'APP'],
  ] as const)('names a customer on %s as %s', async (platform, terminalType) => {
    const { sent, create } = gateway();
    await create({ device: { platform, ip: '203.0.113.7' } });
    const envInfo = { sourcePlatform: 'IPG', terminalType, clientIp: '203.0.113.7' };
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({ additionalInfo: { envInfo } });
  });

  it.each([
    ['https://merchant.example/return', 'N'],
    ['http://127.0.0.1:3000/return', 'N'],
    ['merchant://return', 'Y'],
  ])('marks %s as deep link: %s', async (returnUrl, isDeeplink) => {
    const { sent, create } = gateway();
    await create({ returnUrl, device: { platform: 'app' } });
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({ urlParams: [{ url: returnUrl, isDeeplink }] });
  });

  it('prefers the notification URL of the call to that of the settings', async () => {
    const { sent, dana } = gateway({ notificationUrl: 'https://merchant.example/general' });
    await dana.createPayment(request, { notificationUrl: 'https://merchant.example/this-one' });
    const urls = (JSON.parse(sent[0]?.body ?? '') as { urlParams: { url: string }[] }).urlParams.map(({ url }) => url);
    expect(urls).toEqual(['https://merchant.example/return', 'https://merchant.example/this-one']);
  });

  it('sends and remembers the store and division of the payment, else those of the settings', async () => {
    const { sent, dana } = gateway({ storeId: 'general-store', divisionId: 'north' });
    const outcome = await dana.createPayment(request, { extra: { storeId: 'this-store', mcc: '5814' } });
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({
      externalStoreId: 'this-store',
      subMerchantId: 'north',
      additionalInfo: { mcc: '5814' },
    });
    expect(outcome).toMatchObject({ value: { locator: { storeId: 'this-store', divisionId: 'north' } } });
  });

  const declined: [string, string, boolean][] = [
    ['4005400', 'invalid-request', false],
    ['4005401', 'invalid-request', false],
    ['4005402', 'invalid-request', false],
    ['4015400', 'authentication', false],
    ['4035402', 'amount-limit', false],
    ['4035405', 'customer-account', false],
    ['4035415', 'not-permitted', true],
    ['4045408', 'merchant-not-ready', false],
    ['4045418', 'inconsistent', false],
  ];

  it.each(declined)('%s is declined as %s (retryable: %s)', async (code, reason, retryable) => {
    const { sent, create } = gateway({}, now, coded(code));
    expect(await create()).toMatchObject({ kind: 'declined', decline: { reason, retryable, code } });
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['2025400', 'in-progress', 1],
    ['2025499', 'unlisted-code', 3],
    ['4035499', 'unlisted-code', 3],
    ['4295400', 'rate-limited', 3],
    ['5005400', 'acquirer-error', 3],
    ['5005401', 'acquirer-error', 3],
    ['5045499', 'acquirer-error', 3],
  ])('%s leaves the outcome unknown: %s, after %d sends', async (code, doubt, sends) => {
    const { sent, create } = gateway({}, now, coded(code));
    expect(await create()).toMatchObject({ kind: 'unknown', inquiry: { operation: 'createPayment', doubt, code } });
    expect(sent).toHaveLength(sends);
  });

  it.each([
    ['the reference of another order', { partnerReferenceNo: 'ORDER-2026-0002' }, 'mismatch'],
    ['no reference of its own', { referenceNo: undefined }, 'unreadable-answer'],
    ['no page', { webRedirectUrl: undefined }, 'unreadable-answer'],
    ['a page that anybody on the way can read', { webRedirectUrl: 'http://evil.example/pay' }, 'unreadable-answer'],
    ['a page that shows another host', { webRedirectUrl: 'https://m.dana.id@evil.example/' }, 'unreadable-answer'],
    ['a page that is a script', { webRedirectUrl: 'javascript:alert(1)' }, 'unreadable-answer'],
  ])('a success with %s leaves the outcome unknown', async (_, change, doubt) => {
    const { create } = gateway({}, now, answer({ ...created, ...change }));
    expect(await create()).toMatchObject({ kind: 'unknown', inquiry: { doubt } });
  });
});

function gateway(change: Partial<DanaDirectConfig> = {}, time = now, reply = answer(created)) {
  const { fetch, sent } = answering(reply);
  const dana = danaDirect({ ...config, ...change }, { fetch, clock: standingClock(time) });
  const create = (other: Partial<CreatePayment> = {}) => dana.createPayment({ ...request, ...other });
  return { dana, sent, create };
}
