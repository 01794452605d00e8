import { describe, expect, it } from 'vitest';
import type { FaspayForgery } from '../../src/index.ts';
import { createMerchant, notificationUrl, signature } from './merchant.ts';
import type { Members } from './merchant.ts';

const billNo = 'INV20260102A001';

async function forged(forgery: FaspayForgery, changes: Record<string, string | number> = {}) {
  const merchant = createMerchant();
  await merchant.post(billNo);
  const request = merchant.faspay.forge(forgery, billNo, changes);
  return (await request.json()) as Members;
}

describe('a notification forged by the delimiter collision', () => {
  it('FASPAY 13.24: turns the cheap bill 10012 into a payment of the expensive bill 1001', async () => {
    const merchant = createMerchant();
    await merchant.post('1001', { bill_gross: '', bill_miscfee: '', bill_total: '99900000' });
    const cheap = await merchant.post('10012');
    const request = merchant.faspay.forge('delimiter-collision', '10012');
    expect([request.method, request.url]).toEqual(['POST', notificationUrl]);

    const members = (await request.json()) as Members;
    expect(members).toMatchObject({
      trx_id: '1234581900000001',
      merchant_id: '12345',
      bill_no: '1001',
      payment_status_code: '2',
      bill_total: '999000',
      payment_total: '999000',
      payment_channel_uid: '819',
      signature: '5b20cd42046a780b8674da22ebff778ed6463e6f',
    });
    expect(members['signature']).toBe(signature('1001', '2'));
    expect(String(cheap['redirect_url'])).toContain(String(members['signature']));
  });

  it('sends nothing and changes no bill', async () => {
    const merchant = createMerchant();
    await merchant.post('1001');
    await merchant.post('10012');
    merchant.faspay.forge('delimiter-collision', '10012');
    await merchant.simulator.idle();
    expect(merchant.inbox.received).toEqual([]);
    expect(merchant.faspay.payments().map(({ status, charges }) => [status, charges])).toEqual([
      ['0', 0],
      ['0', 0],
    ]);
  });

  it('is not confirmed by an inquiry', async () => {
    const merchant = createMerchant();
    const { trx_id: trxId } = await merchant.post('1001');
    await merchant.post('10012');
    merchant.faspay.forge('delimiter-collision', '10012');
    expect((await merchant.inquire('1001', trxId))['payment_status_code']).toBe('0');
  });

  it('carries a letter as status where the bill number ends in one', async () => {
    const merchant = createMerchant();
    await merchant.post('10012Z');
    const members = (await merchant.faspay.forge('delimiter-collision', '10012Z').json()) as Members;
    expect(members).toMatchObject({ bill_no: '10012', payment_status_code: 'Z', signature: signature('10012', 'Z') });
  });
});

describe('a forgery', () => {
  it('FASPAY 13.24: with an altered amount keeps a signature that verifies', async () => {
    const members = await forged('altered-amount');
    expect(members).toMatchObject({ bill_total: '1', payment_total: '1', payment_status_code: '2' });
    expect(members['signature']).toBe(signature(billNo, '2'));
  });

  it('takes the amount a test wants', async () => {
    expect(await forged('altered-amount', { bill_total: '200000' })).toMatchObject({ bill_total: '200000' });
  });

  it.each([
    ['altered-transaction', { trx_id: '1234581900000002' }],
    ['altered-merchant', { merchant_id: '12346' }],
    ['altered-channel', { payment_channel_uid: '402' }],
    ['numeric-values', { payment_status_code: 2, bill_total: 2000, payment_total: 2000, payment_channel_uid: 819 }],
    ['extra-members', { bank_user_name: 'Simulated Customer' }],
    ['paid', { payment_status_code: '2' }],
  ] as const)('FASPAY 13.24: %s has a signature that verifies', async (forgery, changed) => {
    expect(await forged(forgery)).toMatchObject({ ...changed, signature: signature(billNo, '2') });
  });

  it.each([
    ['altered-status', signature(billNo, '3')],
    ['post-signature', signature(billNo)],
    ['upper-case-signature', signature(billNo, '2').toUpperCase()],
  ] as const)('FASPAY 13.24: %s says paid with a signature that does not verify', async (forgery, wrong) => {
    expect(await forged(forgery)).toMatchObject({ payment_status_code: '2', signature: wrong });
  });

  it('FASPAY 13.24: with another password has the form of a signature and is none', async () => {
    const { signature: wrong } = await forged('wrong-password');
    expect(wrong).toMatch(/^[0-9a-f]{40}$/);
    expect(wrong).not.toBe(signature(billNo, '2'));
  });

  it.each([
    ['unprocessed', '0'],
    ['in-process', '1'],
    ['failed', '3'],
    ['reversed', '4'],
    ['expired', '7'],
    ['cancelled', '8'],
    ['unknown-status', '9'],
  ] as const)('FASPAY 13.24: %s is what Faspay would sign for status %s', async (forgery, status) => {
    const members = await forged(forgery);
    expect(members).toMatchObject({ payment_status_code: status, signature: signature(billNo, status) });
  });

  it('FASPAY 13.24: without a payment total lacks the member', async () => {
    expect(await forged('without-payment-total')).not.toHaveProperty('payment_total');
  });

  it('FASPAY 13.24: of a paid bill repeats the genuine notification to the letter', async () => {
    const merchant = createMerchant();
    await merchant.post(billNo);
    await merchant.faspay.customer.pay(billNo);
    await merchant.simulator.idle();
    expect(await merchant.faspay.forge('paid', billNo).text()).toBe(merchant.inbox.received[0]?.text);
  });

  it('needs a bill and a registered URL', async () => {
    const merchant = createMerchant();
    expect(() => merchant.faspay.forge('paid', billNo)).toThrow('Faspay has no bill');
  });
});
