import { describe, expect, it } from 'vitest';
import { signTestNotification } from '../../src/index.ts';
import type { FaspayTestNotification, FaspayVariant } from '../../src/index.ts';
import { account, signature, start } from '../faspay/merchant.ts';
import type { Members } from '../faspay/merchant.ts';

const payment = { reference: 'INV20260102A001', amount: 200_000 };

const made = (changes: Partial<FaspayTestNotification> = {}) =>
  signTestNotification.faspay({
    url: 'https://shop.example/faspay/notify',
    credentials: account,
    payment,
    at: start,
    ...changes,
  });

const membersOf = async (changes: Partial<FaspayTestNotification>) => (await made(changes).json()) as Members;

const isSigned = (members: Members) =>
  members['signature'] === signature(String(members['bill_no']), String(members['payment_status_code']));

describe('a test notification of Faspay', () => {
  it('says the bill is paid, under the recorded signature', async () => {
    expect(await membersOf({ payment: { ...payment, acquirerReference: '1234581900000007' } })).toMatchObject({
      trx_id: '1234581900000007',
      merchant_id: '12345',
      bill_no: 'INV20260102A001',
      payment_status_code: '2',
      payment_date: '2026-01-02 18:00:00',
      bill_total: '2000',
      payment_channel_uid: '819',
      signature: '85f1f53b5472df8d0fcf8dab0f21d153878f78fa',
    });
  });

  it('says another status, or speaks XML, when told', async () => {
    expect(await membersOf({ status: '7' })).toMatchObject({
      payment_status_code: '7',
      signature: signature('INV20260102A001', '7'),
    });
    expect(await made({ format: 'xml' }).text()).toMatch(/^<\?xml .*<faspay>.*<bill_no>INV20260102A001<.*<\/faspay>$/s);
  });

  it.each<[FaspayVariant, boolean]>([
    ['valid', true],
    ['bad-signature', false],
    ['no-signature', false],
    ['other-key', false],
    ['stale', true],
    ['future', true],
    ['altered-amount', true],
    ['altered-transaction', true],
    ['altered-channel', true],
    ['altered-status', false],
    ['other-merchant', true],
    ['re-serialised', true],
    ['duplicate-key', true],
    ['post-signature', false],
    ['upper-case-signature', false],
    ['numeric-values', true],
    ['extra-members', true],
    ['without-payment-total', true],
  ])('that is %s verifies: %s', async (variant, verifies) => {
    expect(isSigned(await membersOf({ variant }))).toBe(verifies);
  });

  it('collides: the post signature of bill 10012 says that bill 1001 is paid', async () => {
    expect(await membersOf({ variant: 'collision', payment: { ...payment, reference: '10012' } })).toMatchObject({
      bill_no: '1001',
      payment_status_code: '2',
      signature: '5b20cd42046a780b8674da22ebff778ed6463e6f',
    });
  });

  it('differs from the valid one in what its variant says', async () => {
    const valid = await made().text();
    const text = (variant: FaspayVariant) => made({ variant }).text();
    expect(await text('stale')).toBe(valid.replace('2026-01-02 18', '2026-01-01 18'));
    expect(await text('future')).toBe(valid.replace('2026-01-02 18', '2026-01-03 18'));
    expect(valid.startsWith(await text('truncated'))).toBe(true);
    expect((await text('duplicate-key')).match(/"bill_total":"(\d+)"/g)).toEqual([
      '"bill_total":"1"',
      '"bill_total":"2000"',
    ]);
    expect(await made({ variant: 'duplicate-key', format: 'xml' }).text()).toContain(
      '<faspay><bill_total>1</bill_total>',
    );
    expect(JSON.parse(await text('re-serialised'))).toEqual(JSON.parse(valid));
    expect(await text('re-serialised')).not.toBe(valid);
    expect(JSON.parse(await text('no-signature'))).not.toHaveProperty('signature');
  });
});
