import { describe, expect, it } from 'vitest';
import { createSimulator, signTestNotification } from '../../src/index.ts';
import type { TestPayment } from '../../src/index.ts';

const { dana, doku, faspay } = createSimulator();
const url = 'https://shop.example/notify';
const payment: TestPayment = { reference: 'INV-1', amount: 2_500_000 };

/** Signs as a test without a compiler may ask for it. */
const signed: Readonly<Record<string, (changes: object) => Request>> = {
  dana: (changes) => signTestNotification.dana({ url, credentials: dana.credentials, payment, ...changes }),
  doku: (changes) =>
    signTestNotification.doku({ url, credentials: doku.credentials, accessToken: 'T', payment, ...changes }),
  dokuToken: (changes) => signTestNotification.dokuToken({ url, credentials: doku.credentials, ...changes }),
  faspay: (changes) => signTestNotification.faspay({ url, credentials: faspay.credentials, payment, ...changes }),
};
const messages = Object.entries(signed).filter(([name]) => name !== 'dokuToken');

describe('what a test notification is told', () => {
  it.each(Object.entries(signed))('of %s has a variant that exists: another would pass for a valid one', (_, sign) => {
    const make = () => sign({ variant: 'altered_amount' });
    expect(make).toThrow(RangeError);
    expect(make).toThrow(
      /^variant cannot be altered_amount. It is one of: valid, bad-signature, no-signature, other-key/,
    );
    expect(() => sign({ variant: 'toString' })).toThrow(RangeError);
    expect(() => sign({ variant: 'other-key' })).not.toThrow();
  });

  it.each(messages.filter(([name]) => name !== 'dana'))('of %s has a status that exists', (_, sign) => {
    expect(() => sign({ status: 'paid' })).toThrow(/^status cannot be paid. It is one of: 0/);
  });

  it.each(messages)('of %s is a payment as createPayment answers it, or the same by hand', async (_, sign) => {
    const answered = {
      ...{ acquirer: 'x', adapter: 'x', createdAt: '2026-01-02T10:00:00Z', status: 'awaiting-customer', next: {} },
      ...{ reference: 'INV-1', amount: { currency: 'IDR', minor: 2_500_000 }, acquirerReference: 'REF-1', locator: {} },
    };
    const byHand = { ...payment, acquirerReference: 'REF-1' };
    const at = 1_767_322_800_000;
    const text = await sign({ payment: answered, at }).text();
    expect(text).toBe(await sign({ payment: byHand, at }).text());
    expect(text).toContain('REF-1');
  });

  it('is Faspay’s bill number, where the payment knows it', async () => {
    const answered = { ...payment, locator: { billNo: 'INV-1Z', trxId: '7' } };
    expect(await signed['faspay']?.({ payment: answered }).json()).toMatchObject({ bill_no: 'INV-1Z' });
    expect(await signed['faspay']?.({}).json()).toMatchObject({ bill_no: 'INV-1' });
  });

  it.each<[string, unknown, string]>([
    ['no payment', undefined, 'outcome.value'],
    ['an outcome', { kind: 'done', value: payment }, 'outcome.value'],
    ['an empty reference', { ...payment, reference: '' }, 'payment.reference'],
    ['no amount', { reference: 'INV-1' }, 'payment.amount'],
    ['half a sen', { ...payment, amount: 0.5 }, 'payment.amount'],
    ['an amount in words', { ...payment, amount: '25000.00' }, 'payment.amount'],
    ['nothing to pay', { ...payment, amount: { minor: 0 } }, 'payment.amount'],
  ])('is not %s', (_, told, message) => {
    for (const [, sign] of messages) {
      expect(() => sign({ payment: told })).toThrow(TypeError);
      expect(() => sign({ payment: told })).toThrow(message);
    }
  });

  it.each([undefined, ''])('of DOKU carries a token that was given: not %j', (accessToken) => {
    expect(() => signed['doku']?.({ accessToken })).toThrow('signTestNotification.dokuToken');
  });
});
