import { describe, expect, it } from 'vitest';
import { createMerchant, refusalCode, signature } from './merchant.ts';

const billNo = 'INV20260102A001';

describe('a cancellation', () => {
  it('FASPAY 13.18: closes an unpaid bill and says when and why', async () => {
    const merchant = createMerchant();
    const { trx_id: trxId } = await merchant.post(billNo);
    expect(await merchant.cancel(billNo, trxId)).toEqual({
      response: 'Canceling Payment',
      trx_id: trxId,
      merchant_id: '12345',
      merchant: 'Example Store',
      bill_no: billNo,
      trx_status_code: '8',
      trx_status_desc: 'Payment Cancelled',
      payment_status_code: '8',
      payment_status_desc: 'Payment Cancelled',
      payment_cancel_date: '2026-01-02 18:00:00',
      payment_cancel: 'customer changed mind',
      response_code: '00',
      response_desc: 'Sukses',
    });
    expect((await merchant.inquire(billNo, trxId))['payment_status_code']).toBe('8');
  });

  it('FASPAY 13.18: of a paid bill is refused with 81 and changes nothing', async () => {
    const merchant = createMerchant();
    const { trx_id: trxId } = await merchant.post(billNo);
    await merchant.faspay.customer.pay(billNo);
    expect(refusalCode(await merchant.cancel(billNo, trxId))).toBe('81');
    expect(merchant.faspay.payment(billNo)).toMatchObject({ status: '2', charges: 1 });
  });

  it('FASPAY 13.18: repeated is refused with 17, or answered again when told', async () => {
    const refusing = createMerchant();
    const { trx_id: first } = await refusing.post(billNo);
    await refusing.cancel(billNo, first);
    expect(refusalCode(await refusing.cancel(billNo, first))).toBe('17');

    const repeating = createMerchant({ repeatedCancel: 'repeated' });
    const { trx_id: second } = await repeating.post(billNo);
    const answer = await repeating.cancel(billNo, second);
    expect(await repeating.cancel(billNo, second, { payment_cancel: 'another reason' })).toEqual(answer);
    expect(repeating.inbox.received).toHaveLength(1);
  });

  it('needs a reason under its right name', async () => {
    const merchant = createMerchant();
    const { trx_id: trxId } = await merchant.post(billNo);
    const misspelt = { payment_cancel: undefined, 'payment cancel': 'customer changed mind' };
    expect(refusalCode(await merchant.cancel(billNo, trxId, misspelt))).toBe('83');
  });

  it('of an unknown or failed bill is refused with 14, of a reversed one with 80', async () => {
    const merchant = createMerchant();
    expect(refusalCode(await merchant.cancel('B9', '1234581900000009'))).toBe('14');
    const { trx_id: failed } = await merchant.post('B1');
    await merchant.faspay.customer.fail('B1');
    expect(refusalCode(await merchant.cancel('B1', failed))).toBe('14');
    const { trx_id: reversed } = await merchant.post('B2');
    await merchant.faspay.customer.pay('B2');
    merchant.faspay.reverse('B2');
    expect(refusalCode(await merchant.cancel('B2', reversed))).toBe('80');
  });

  it('FASPAY 13.24: does not stop a customer who is already paying', async () => {
    const merchant = createMerchant();
    const { trx_id: trxId } = await merchant.post(billNo);
    await merchant.cancel(billNo, trxId);
    await merchant.faspay.customer.payLate(billNo);
    expect(merchant.faspay.payment(billNo)).toMatchObject({ status: '2', charges: 1 });
  });

  it('accepts the signature that opened the bill, because Faspay has one for all calls', async () => {
    const merchant = createMerchant();
    const { trx_id: trxId, redirect_url: url } = await merchant.post(billNo);
    expect(String(url)).toContain(signature(billNo));
    expect((await merchant.cancel(billNo, trxId, { signature: signature(billNo) }))['response_code']).toBe('00');
  });
});

describe('a reversal', () => {
  it('FASPAY 13.24: gives the money back and shows as status 4', async () => {
    const merchant = createMerchant();
    const { trx_id: trxId } = await merchant.post(billNo);
    expect(() => merchant.faspay.reverse(billNo)).toThrow('status 0');
    await merchant.faspay.customer.pay(billNo);
    merchant.faspay.reverse(billNo);
    expect((await merchant.inquire(billNo, trxId))['payment_status_code']).toBe('4');
    expect(merchant.faspay.payment(billNo)?.refunds).toEqual([{ reference: trxId, amount: 200_000, status: '4' }]);
  });
});
