import { describe, expect, it } from 'vitest';
import { openShop } from './merchant.ts';
import type { DokuSettings } from '../../src/index.ts';

const rupiah = (value: string) => ({ value, currency: 'IDR' });

async function openPaid(settings: DokuSettings = {}) {
  const shop = openShop(settings);
  await shop.merchant.pay();
  await shop.simulator.doku.customer.pay('INV-0001');
  return shop;
}

describe('refunding', () => {
  it('DOKU 10.20: answers as DOKU documents, with a time that has no offset', async () => {
    const { simulator, merchant } = await openPaid();
    const { status, body } = await merchant.refund();
    expect(status).toBe(200);
    expect(body).toEqual({
      responseCode: '2000700',
      responseMessage: 'Successful',
      refundAmount: { value: '10000.00', currency: 'IDR' },
      refundTime: '2026-01-02T10:04:05.000',
    });
    expect(simulator.doku.payment('INV-0001')).toMatchObject({
      status: '04',
      charges: 1,
      refunds: [{ reference: 'INV-REF-0001', amount: 1_000_000, status: '00' }],
    });
  });

  it('DOKU 10.20: tells the offset and the other members when set to', async () => {
    const { merchant } = await openPaid({ optionalFields: 'present', refunds: { timeOffset: true } });
    expect((await merchant.refund()).body).toMatchObject({
      refundTime: '2026-01-02T10:04:05.000+07:00',
      originalPartnerReferenceNo: 'INV-0001',
      partnerRefundNo: 'INV-REF-0001',
    });
  });

  it('DOKU 10.21: gives back in parts, and never more than was paid', async () => {
    const { simulator, merchant } = await openPaid();
    await merchant.refund({ refundAmount: rupiah('4000.00'), partnerRefundNo: 'R1' });
    await merchant.refund({ refundAmount: rupiah('5999.99'), partnerRefundNo: 'R2' });
    expect(await merchant.refund({ refundAmount: rupiah('0.02'), partnerRefundNo: 'R3' })).toMatchObject({
      status: 404,
      body: { responseCode: '4040713', responseMessage: 'Invalid Amount' },
    });
    expect((await merchant.refund({ refundAmount: rupiah('0.01'), partnerRefundNo: 'R4' })).status).toBe(200);
    expect(simulator.doku.payment('INV-0001')?.refunds.map(({ amount }) => amount)).toEqual([400_000, 599_999, 1]);
  });

  it('DOKU 10.20: refuses more than was paid', async () => {
    const { merchant } = await openPaid();
    expect((await merchant.refund({ refundAmount: rupiah('10000.01') })).body['responseCode']).toBe('4040713');
  });

  it('DOKU 10.20: refuses an order nobody created', async () => {
    const { merchant } = openShop();
    expect(await merchant.refund()).toMatchObject({
      status: 404,
      body: { responseCode: '4040701', responseMessage: 'Transaction Not Found' },
    });
  });

  it.each(['fail', 'cancel'] as const)(
    'DOKU 10.20: refuses an order after the customer decided to %s',
    async (decision) => {
      const { simulator, merchant } = openShop();
      await merchant.pay();
      await simulator.doku.customer[decision]('INV-0001');
      expect((await merchant.refund()).body['responseCode']).toBe('4040700');
    },
  );

  it('DOKU 10.20: refuses an order that still waits for the customer', async () => {
    const { merchant } = openShop();
    await merchant.pay();
    expect(await merchant.refund()).toMatchObject({
      status: 404,
      body: { responseCode: '4040700', responseMessage: 'Invalid Transaction Status' },
    });
  });

  it('DOKU 10.20: answers the same refund again without paying it again', async () => {
    const { simulator, merchant } = await openPaid();
    const first = await merchant.refund({ refundAmount: rupiah('1000.00') });
    await simulator.clock.advance(5000);
    const second = await merchant.refund({ refundAmount: rupiah('1000.00'), reason: 'asked twice' });
    expect(second).toMatchObject({ status: 200, body: first.body });
    expect(simulator.doku.payment('INV-0001')?.refunds).toHaveLength(1);
  });

  it.each([
    ['amount', { refundAmount: rupiah('1000.01') }],
    ['payment', { refundAmount: rupiah('1000.00'), originalPartnerReferenceNo: 'INV-0002' }],
  ])('DOKU 10.20: refuses a known refund reference with another %s', async (_, fields) => {
    const { simulator, merchant } = await openPaid();
    await merchant.pay({ partnerReferenceNo: 'INV-0002' });
    await simulator.doku.customer.pay('INV-0002');
    await merchant.refund({ refundAmount: rupiah('1000.00') });
    expect(await merchant.refund(fields)).toMatchObject({
      status: 404,
      body: { responseCode: '4040718', responseMessage: 'Inconsistent Request' },
    });
  });

  it.each([
    ['originalPartnerReferenceNo', '02', { originalPartnerReferenceNo: undefined }],
    ['partnerRefundNo', '02', { partnerRefundNo: undefined }],
    ['refundAmount.value', '02', { refundAmount: undefined }],
    ['additionalInfo.channel', '02', { additionalInfo: {} }],
    ['refundAmount.value', '01', { refundAmount: { value: 10000, currency: 'IDR' } }],
    ['refundAmount.value', '01', { refundAmount: rupiah('0.00') }],
    ['partnerRefundNo', '01', { partnerRefundNo: 'x'.repeat(65) }],
    ['reason', '01', { reason: 'x'.repeat(257) }],
  ])('names a wrong %s', async (field, number, fields) => {
    const { merchant } = await openPaid();
    const { body } = await merchant.refund(fields);
    expect(body['responseCode']).toBe(`40007${number}`);
    expect(body['responseMessage']).toMatch(new RegExp(`Field.* ${field}$`));
  });

  it('DOKU 10.21: refuses parts when set to', async () => {
    const { merchant } = await openPaid({ refunds: { partial: false } });
    expect((await merchant.refund({ refundAmount: rupiah('1.00') })).body['responseCode']).toBe('4030715');
    expect((await merchant.refund()).status).toBe(200);
  });

  it('DOKU 10.20: refuses what the merchant balance does not hold', async () => {
    const { merchant } = await openPaid({ refunds: { merchantBalance: 600_000 } });
    expect((await merchant.refund({ refundAmount: rupiah('5000.00'), partnerRefundNo: 'R1' })).status).toBe(200);
    const answer = await merchant.refund({ refundAmount: rupiah('5000.00'), partnerRefundNo: 'R2' });
    expect(answer).toMatchObject({
      status: 403,
      body: { responseCode: '4030714', responseMessage: 'Insufficient Funds' },
    });
  });
});

describe('a refund that takes its time', () => {
  it('DOKU 10.20: answers 202 until it has settled', async () => {
    const { simulator, merchant } = await openPaid({ refunds: { processingMs: 60_000 } });
    expect(await merchant.refund()).toMatchObject({
      status: 202,
      body: { responseCode: '2020700', responseMessage: 'Request In Progress' },
    });
    expect(simulator.doku.payment('INV-0001')).toMatchObject({ status: '00', refunds: [{ status: '03' }] });
    expect((await merchant.refund({ partnerRefundNo: 'R2' })).body['responseCode']).toBe('4040713');
    await simulator.clock.advance(60_000);
    expect((await merchant.refund()).status).toBe(200);
    expect(simulator.doku.payment('INV-0001')).toMatchObject({ status: '04', refunds: [{ status: '00' }] });
  });

  it('can fail, which leaves the payment paid and refundable', async () => {
    const { simulator, merchant } = await openPaid({ refunds: { processingMs: 1000, processingEndsIn: 'failed' } });
    await merchant.refund();
    await simulator.clock.advance(1000);
    expect(simulator.doku.payment('INV-0001')).toMatchObject({ status: '00', refunds: [{ status: '06' }] });
    expect((await merchant.refund({ partnerRefundNo: 'R2' })).status).toBe(202);
  });
});
