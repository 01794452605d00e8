import { describe, expect, it } from 'vitest';
import { openShop } from './merchant.ts';

describe('asking for a status', () => {
  it('DOKU 10.22: tells a payment the customer has not decided on', async () => {
    const { simulator, merchant } = openShop();
    await merchant.pay({}, { externalId: '42' });
    const { status, body } = await merchant.status();
    expect(status).toBe(200);
    expect(body).toEqual({
      responseCode: '2005500',
      responseMessage: 'Successful',
      originalPartnerReferenceNo: 'INV-0001',
      originalReferenceNo: simulator.doku.payment('INV-0001')?.acquirerReference,
      originalExternalId: '42',
      serviceCode: '55',
      latestTransactionStatus: '01',
      transactionStatusDesc: 'initiated',
      refundHistory: [],
      transAmount: { value: '10000.00', currency: 'IDR' },
      feeAmount: { value: '0.00', currency: 'IDR' },
      additionalInfo: { channel: 'EMONEY_DANA_SNAP' },
    });
  });

  it.each([
    ['pay', '00', 'success'],
    ['fail', '06', 'failed'],
    ['cancel', '05', 'cancelled'],
  ] as const)('tells what followed when the customer decided to %s', async (decision, status, word) => {
    const { simulator, merchant } = openShop();
    await merchant.pay();
    await simulator.doku.customer[decision]('INV-0001');
    const { body } = await merchant.status();
    expect(body).toMatchObject({
      responseCode: '2005500',
      latestTransactionStatus: status,
      transactionStatusDesc: word,
    });
    expect(body['paidTime']).toBe(decision === 'pay' ? '2026-01-02T10:04:05+07:00' : undefined);
  });

  it('DOKU 10.22: tells every refund, under the name the libraries use or the standard does', async () => {
    for (const historyField of ['partnerReferenceNo', 'partnerRefundNo'] as const) {
      const { simulator, merchant } = openShop({ refunds: { historyField } });
      await merchant.pay();
      await simulator.doku.customer.pay('INV-0001');
      await merchant.refund({
        refundAmount: { value: '1.50', currency: 'IDR' },
        partnerRefundNo: 'R1',
        reason: 'torn',
      });
      const { body } = await merchant.status();
      expect(body).toMatchObject({
        latestTransactionStatus: '04',
        refundHistory: [
          {
            [historyField]: 'R1',
            refundAmount: { value: '1.50', currency: 'IDR' },
            refundStatus: '00',
            refundDate: '2026-01-02T10:04:05+07:00',
            reason: 'torn',
          },
        ],
      });
    }
  });

  it('finds a payment by the reference DOKU gave it', async () => {
    const { simulator, merchant } = openShop();
    await merchant.pay();
    const originalReferenceNo = simulator.doku.payment('INV-0001')?.acquirerReference;
    const { body } = await merchant.status({ originalPartnerReferenceNo: undefined, originalReferenceNo });
    expect(body['originalPartnerReferenceNo']).toBe('INV-0001');
  });

  it('DOKU 10.22: accepts 54 and 55 for the service, and nothing else', async () => {
    const { merchant } = openShop();
    await merchant.pay();
    expect((await merchant.status({ serviceCode: '54' })).body['serviceCode']).toBe('54');
    expect((await merchant.status({ serviceCode: '05' })).body).toMatchObject({
      responseCode: '4005501',
      responseMessage: 'Invalid Field Format serviceCode',
    });
    expect((await merchant.status({ serviceCode: undefined })).body['responseCode']).toBe('4005502');
  });

  it('refuses to guess which payment is meant', async () => {
    const { merchant } = openShop();
    expect((await merchant.status({ originalPartnerReferenceNo: undefined })).body['responseMessage']).toBe(
      'Invalid Mandatory Field originalPartnerReferenceNo',
    );
  });

  it('DOKU 10.22: does not know an order nobody created', async () => {
    const { merchant } = openShop();
    expect(await merchant.status()).toMatchObject({
      status: 404,
      body: { responseCode: '4045501', responseMessage: 'Transaction Not Found' },
    });
  });

  it('DOKU 10.22: does not know a payment for 60 seconds after it was paid, when set to', async () => {
    const { simulator, merchant } = openShop({ statusBlackoutMs: 60_000 });
    await merchant.pay();
    expect((await merchant.status()).status).toBe(200);
    await simulator.doku.customer.pay('INV-0001');
    expect((await merchant.status()).body['responseCode']).toBe('4045501');
    await simulator.clock.advance(59_999);
    expect((await merchant.status()).status).toBe(404);
    await simulator.clock.advance(1);
    expect((await merchant.status()).body['latestTransactionStatus']).toBe('00');
  });

  it('ignores an amount that differs, as DOKU documents no check', async () => {
    const { merchant } = openShop();
    await merchant.pay();
    expect((await merchant.status({ amount: { value: '1.00', currency: 'IDR' } })).status).toBe(200);
  });
});
