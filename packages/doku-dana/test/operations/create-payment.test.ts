import { describe, expect, it } from 'vitest';
import { reveal, rupiah, type Outcome, type Payment } from '@bayar/core';
import { coded, createdAnswer, openBench, order, PAGE, type BenchOptions } from '../bench.ts';

async function bodyOf(
  request = order(),
  options: BenchOptions & { readonly extra?: { openDanaApp?: boolean } } = {},
): Promise<unknown> {
  const { doku, sent } = openBench(() => createdAnswer(), options);
  await doku.createPayment(request, options.extra === undefined ? {} : { extra: options.extra });
  return sent[0]?.json();
}

async function headersOf(request = order(), options: BenchOptions = {}): Promise<Headers | undefined> {
  const { doku, sent } = openBench(() => createdAnswer(), options);
  await doku.createPayment(request);
  return sent[0]?.headers;
}

describe('a payment request', () => {
  it('goes to the documented path of the environment', async () => {
    for (const [environment, host] of [
      ['sandbox', 'api-sandbox.doku.com'],
      ['production', 'api.doku.com'],
    ] as const) {
      const { doku, sent } = openBench(() => createdAnswer(), { config: { environment } });
      await doku.createPayment(order());
      expect(sent[0]?.url).toBe(`https://${host}/direct-debit/core/v1/debit/payment-host-to-host`);
      expect(sent[0]?.method).toBe('POST');
    }
  });

  it('carries these headers and no others of ours', async () => {
    const { doku, sent } = openBench(() => createdAnswer());
    await doku.createPayment(order());
    expect(Object.fromEntries(sent[0]?.headers ?? [])).toEqual({
      accept: 'application/json',
      'content-type': 'application/json',
      authorization: 'Bearer TOKEN-1',
      'x-partner-id': 'BRN-0211-1696919651918',
      'x-timestamp': '2026-01-02T10:04:06+07:00',
      'x-external-id': expect.stringMatching(/^\d{25}$/),
      'x-signature': expect.stringMatching(/^[A-Za-z0-9+/]{86}==$/),
      'x-device-id': 'device123',
      'x-ip-address': '203.0.113.10',
    });
  });

  it('names a device made from the reference where the merchant knows none, and no address', async () => {
    const headers = await headersOf(order({ device: { platform: 'web' } }));
    expect(headers?.get('x-device-id')).toBe('orderINV0001');
    expect(headers?.has('x-ip-address')).toBe(false);
  });

  it('sends CHANNEL-ID only when configured', async () => {
    expect((await headersOf(order(), { config: { channelId: 'H2H' } }))?.get('channel-id')).toBe('H2H');
  });

  it('shows urlParam as an object when configured', async () => {
    const urlParam = { url: order().returnUrl, type: 'PAY_RETURN', isDeepLink: 'N' };
    expect(await bodyOf(order(), { config: { urlParamShape: 'object' } })).toMatchObject({ urlParam });
    expect(await bodyOf()).toMatchObject({ urlParam: [urlParam] });
  });

  it('marks an app link as one', async () => {
    const body = await bodyOf(order({ returnUrl: 'shop://thanks', device: { platform: 'app' } }));
    expect(body).toMatchObject({ urlParam: [{ url: 'shop://thanks', isDeepLink: 'Y' }] });
  });

  it.each([
    ['web', 'pc'],
    ['mobile-web', 'mweb'],
    ['app', 'app'],
  ] as const)('starts %s at %s', async (platform, pointOfInitiation) => {
    expect(await bodyOf(order({ device: { platform } }))).toMatchObject({ pointOfInitiation });
  });

  it('writes the expiry in Jakarta time, an hour from now unless told', async () => {
    expect(await bodyOf()).toMatchObject({ validUpTo: '2026-01-02T11:04:06+07:00' });
    const expiresAt = new Date('2026-01-02T05:30:00.999Z');
    expect(await bodyOf(order({ expiresAt }))).toMatchObject({ validUpTo: '2026-01-02T12:30:00+07:00' });
  });

  it('asks for the DANA app in words, not as a boolean', async () => {
    const jump = { additionalInfo: { supportDeepLinkCheckoutUrl: 'true' } };
    expect(await bodyOf(order(), { extra: { openDanaApp: true } })).toMatchObject(jump);
    expect(await bodyOf()).toMatchObject({ additionalInfo: { supportDeepLinkCheckoutUrl: 'false' } });
  });

  it('writes amounts exactly', async () => {
    expect(await bodyOf(order({ amount: rupiah(9_999_999_999_999) }))).toMatchObject({
      amount: { value: '9999999999999.00', currency: 'IDR' },
    });
  });

  it.each([
    ['reference', { reference: 'a'.repeat(65) }],
    ['reference', { reference: 'INV/1' }],
    ['amount', { amount: rupiah(10_000_000_000_000) }],
    ['amount', { amount: rupiah(0) }],
    ['title', { title: 'x'.repeat(65) }],
    ['returnUrl', { returnUrl: `https://shop.example/${'x'.repeat(240)}` }],
    ['expiresAt', { expiresAt: new Date('2026-01-02T03:04:06Z') }],
    ['expiresAt', { expiresAt: new Date('2026-01-10T03:04:06Z') }],
    ['device.id', { device: { platform: 'web', id: 'device-123' } }],
    ['device.id', { device: { platform: 'web', id: 'a\r\nX-EVIL: 1' } }],
    ['device.ip', { device: { platform: 'web', ip: '2001:db8::1' } }],
  ] as const)('is not sent when %s breaks a rule', async (field, more) => {
    const { doku, sent, tokenRequests } = openBench(() => createdAnswer());
    const outcome = await doku.createPayment(order(more));
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: { why: 'invalid', issues: [{ field }] } });
    expect(sent.length + tokenRequests.length).toBe(0);
  });

  it.each(['reference', 'amount', 'title'])('is not sent with %s left empty, as JavaScript may do', async (field) => {
    const { doku, sent } = openBench(() => createdAnswer());
    const outcome = await doku.createPayment({ ...order(), [field]: null });
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: { why: 'invalid', issues: [{ field }] } });
    expect(sent).toHaveLength(0);
  });

  it('leaves what it was given as it was, so that the same can be sent again', async () => {
    const { doku, sent } = openBench(() => createdAnswer());
    const request = Object.freeze({ ...order(), device: Object.freeze({ platform: 'app', id: 'device123' } as const) });
    for (let again = 0; again < 2; again++) expect((await doku.createPayment(request)).kind).toBe('done');
    expect(await sent[0]?.text()).toBe(await sent[1]?.text());
  });

  it('is not sent without a device', async () => {
    const { device: _, ...request } = order();
    const { doku } = openBench(() => createdAnswer());
    // @ts-expect-error a device is needed, so the request does not compile either
    const outcome = await doku.createPayment(request);
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: { issues: [{ field: 'device' }] } });
  });
});

describe('the answer to a payment request', () => {
  const answered = (more: object): Promise<Outcome<Payment>> =>
    openBench(() => createdAnswer(more)).doku.createPayment(order());

  it('is a payment that waits for the customer at the page', async () => {
    const outcome = await answered({ referenceNo: 'D-1' });
    expect(outcome).toEqual({
      kind: 'done',
      value: {
        acquirer: 'doku-dana',
        adapter: 'doku-dana',
        reference: 'INV-0001',
        acquirerReference: 'D-1',
        amount: rupiah(10_000),
        createdAt: '2026-01-02T03:04:06.000Z',
        expiresAt: '2026-01-02T04:04:06.000Z',
        locator: { expiresAt: '2026-01-02T04:04:06.000Z', deviceId: 'device123' },
        status: 'awaiting-customer',
        next: { type: 'redirect', url: PAGE },
      },
    });
    expect(outcome.kind === 'done' && reveal(outcome.value)).toMatchObject({ responseCode: '2000500' });
  });

  it('is understood whether or not DOKU adds what its libraries know', async () => {
    for (const more of [
      { additionalInfo: '' },
      { additionalInfo: null },
      { referenceNo: 7 },
      { approvalCode: 'x', appRedirectUrl: '' },
    ]) {
      expect(await answered(more)).toMatchObject({ kind: 'done', value: { next: { url: PAGE } } });
    }
  });

  it('may carry the page in additionalInfo', async () => {
    const more = { webRedirectUrl: undefined, additionalInfo: { webRedirectUrl: `${PAGE}9` } };
    expect(await answered(more)).toMatchObject({ kind: 'done', value: { next: { url: `${PAGE}9` } } });
  });

  it.each([
    ['mismatch', { partnerReferenceNo: 'INV-0002' }],
    ['unreadable-answer', { partnerReferenceNo: undefined }],
    ['unreadable-answer', { webRedirectUrl: undefined }],
    ['unreadable-answer', { webRedirectUrl: '' }],
    ['unreadable-answer', { webRedirectUrl: 'javascript:alert(1)' }],
    ['unreadable-answer', { webRedirectUrl: 'http://app.doku.com/1' }],
    ['unreadable-answer', { webRedirectUrl: 'https://app.doku.com@evil.example/1' }],
    ['unreadable-answer', { webRedirectUrl: 12 }],
  ])('is in doubt (%s) when it carries %j', async (doubt, more) => {
    expect(await answered(more)).toMatchObject({ kind: 'unknown', inquiry: { operation: 'createPayment', doubt } });
  });

  it('is accepted with the service digits of the standard', async () => {
    const { doku } = openBench(() => coded('2005400', { webRedirectUrl: PAGE, partnerReferenceNo: 'INV-0001' }));
    expect((await doku.createPayment(order())).kind).toBe('done');
  });
});
