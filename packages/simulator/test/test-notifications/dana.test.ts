import { createHash, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSimulator, signTestNotification, throwawayKeyPair } from '../../src/index.ts';
import type { DanaTestNotification, SnapVariant } from '../../src/index.ts';

const at = Date.parse('2026-01-02T10:00:00+07:00');
const payment = { reference: 'INV-1', amount: 2_500_000 };
const credentials = { clientId: 'CLIENT-1', merchantId: 'MERCHANT-1' };

const made = (changes: Partial<DanaTestNotification> = {}) =>
  signTestNotification.dana({
    url: 'https://shop.example/pay/dana/v1.0/debit/notify',
    credentials,
    payment,
    at,
    ...changes,
  });

/** What a merchant with code of its own thinks of the signature, and what the message then says. */
async function judge(request: Request) {
  const text = await request.text();
  const hash = createHash('sha256').update(text).digest('hex');
  const signed = `POST:${new URL(request.url).pathname}:${hash}:${request.headers.get('x-timestamp')}`;
  const signature = Buffer.from(request.headers.get('x-signature') ?? '', 'base64');
  const genuine = verify('RSA-SHA256', Buffer.from(signed), throwawayKeyPair('dana').publicKey, signature);
  return { genuine, text };
}

describe('a test notification of DANA', () => {
  it('is a signed POST that says the payment is paid', async () => {
    const request = made({ payment: { ...payment, acquirerReference: 'DANA-1' } });
    expect([request.method, request.url]).toEqual(['POST', 'https://shop.example/pay/dana/v1.0/debit/notify']);
    expect(request.headers.get('x-timestamp')).toBe('2026-01-02T10:00:00+07:00');
    expect(request.headers.get('x-partner-id')).toBe('CLIENT-1');
    const { genuine, text } = await judge(request);
    expect(genuine).toBe(true);
    expect(JSON.parse(text)).toMatchObject({
      originalPartnerReferenceNo: 'INV-1',
      originalReferenceNo: 'DANA-1',
      merchantId: 'MERCHANT-1',
      amount: { value: '25000.00', currency: 'IDR' },
      latestTransactionStatus: '00',
    });
  });

  it('is signed by the key in the credentials of every simulator, or by the one it is given', async () => {
    expect(createSimulator().dana.credentials.danaPublicKey).toBe(throwawayKeyPair('dana').publicKey);
    const { privateKey } = throwawayKeyPair('doku');
    expect((await judge(made({ danaPrivateKey: privateKey }))).genuine).toBe(false);
  });

  it('says another status when told', async () => {
    expect(JSON.parse((await judge(made({ status: '05' }))).text)).toMatchObject({ latestTransactionStatus: '05' });
  });

  it('is byte for byte the same for the same input', async () => {
    const bytes = async () => [...made().headers, await made().text()];
    expect(await bytes()).toEqual(await bytes());
  });

  it.each<[SnapVariant, boolean]>([
    ['valid', true],
    ['bad-signature', false],
    ['no-signature', false],
    ['other-key', false],
    ['stale', true],
    ['future', true],
    ['altered-amount', false],
    ['other-amount', true],
    ['other-merchant', true],
    ['re-serialised', false],
    ['wrong-path', false],
    ['truncated', false],
    ['duplicate-key', true],
  ])('that is %s verifies: %s', async (variant, genuine) => {
    expect((await judge(made({ variant }))).genuine).toBe(genuine);
  });

  it('differs from the valid one in what its variant says, and in nothing else', async () => {
    const valid = await made().text();
    const text = (variant: SnapVariant) => made({ variant }).text();
    for (const variant of ['bad-signature', 'no-signature', 'other-key', 'wrong-path'] as const) {
      expect(await text(variant)).toBe(valid);
    }
    expect(made({ variant: 'stale' }).headers.get('x-timestamp')).toBe('2026-01-01T10:00:00+07:00');
    expect(made({ variant: 'future' }).headers.get('x-timestamp')).toBe('2026-01-03T10:00:00+07:00');
    expect(await text('altered-amount')).toBe(valid.replace('25000.00', '25001.00'));
    expect(JSON.parse(await text('other-amount'))).toMatchObject({ amount: { value: '25001.00' } });
    expect(JSON.parse(await text('other-merchant'))).not.toMatchObject({ merchantId: 'MERCHANT-1' });
    expect(JSON.parse(await text('re-serialised'))).toEqual(JSON.parse(valid));
    expect(await text('re-serialised')).not.toBe(valid);
    expect(valid.startsWith(await text('truncated'))).toBe(true);
    expect(await text('duplicate-key')).toBe(valid.replace('{', '{"amount":{"value":"1.00","currency":"IDR"},'));
  });
});
