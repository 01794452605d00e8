import { describe, expect, it } from 'vitest';
import { createSimulator, virtualClock } from '../../src/index.ts';
import type { ClockTask } from '../../src/index.ts';
import {
  account,
  callApi,
  createMerchant,
  jakarta,
  minute,
  notificationUrl,
  paths,
  postOf,
  refusalCode,
  start,
} from './merchant.ts';

const day = 24 * 60 * minute;
const billNo = 'INV20260102A001';

describe('an inquiry', () => {
  it('FASPAY 13.17: leaves the payment empty while nobody paid', async () => {
    const merchant = createMerchant();
    const { trx_id: trxId } = await merchant.post(billNo);
    expect(await merchant.inquire(billNo, trxId)).toEqual({
      response: 'Inquiry Status Payment',
      trx_id: trxId,
      merchant_id: '12345',
      merchant: 'Example Store',
      bill_no: billNo,
      payment_reff: '',
      payment_date: '',
      payment_total: '',
      payment_status_code: '0',
      payment_status_desc: 'Belum diproses',
      response_code: '00',
      response_desc: 'Sukses',
    });
  });

  it('tells of the payment at once', async () => {
    const merchant = createMerchant();
    const { trx_id: trxId } = await merchant.post(billNo);
    await merchant.faspay.customer.pay(billNo);
    const reply = await merchant.inquire(billNo, trxId);
    expect(reply).toMatchObject({
      payment_status_code: '2',
      payment_total: '2000',
      payment_date: '2026-01-02 18:00:00',
    });
    expect(reply['payment_reff']).toMatch(/^[0-9]{11}$/);
  });

  it('shows a bill in process, which can still be paid', async () => {
    const merchant = createMerchant();
    const { trx_id: trxId } = await merchant.post(billNo);
    merchant.faspay.process(billNo);
    expect(await merchant.inquire(billNo, trxId)).toMatchObject({ payment_status_code: '1', payment_total: '' });
    await merchant.faspay.customer.pay(billNo);
    expect((await merchant.inquire(billNo, trxId))['payment_status_code']).toBe('2');
  });

  it('is answered while the merchant still holds the notification', async () => {
    const merchant = createMerchant();
    const { trx_id: trxId } = await merchant.post(billNo);
    const seen: unknown[] = [];
    merchant.inbox.respond = async (text) => {
      seen.push((await merchant.inquire(billNo, trxId))['payment_status_code']);
      return new Response(text);
    };
    await merchant.faspay.customer.pay(billNo);
    await merchant.simulator.idle();
    expect(seen).toEqual(['2']);
  });

  it('writes the total with two implied decimals when told', async () => {
    const merchant = createMerchant({ inquiryAmountUnit: 'x100' });
    const { trx_id: trxId } = await merchant.post(billNo);
    await merchant.faspay.customer.pay(billNo);
    expect((await merchant.inquire(billNo, trxId))['payment_total']).toBe('200000');
  });

  it('FASPAY 13.16: wants transaction and bill number of one bill', async () => {
    const merchant = createMerchant();
    const { trx_id: first } = await merchant.post('B1');
    await merchant.post('B2');
    expect(refusalCode(await merchant.inquire('B2', first))).toBe('14');
    expect(refusalCode(await merchant.inquire('B1', '1234581900000009'))).toBe('14');
    expect(refusalCode(await merchant.inquire('B1', undefined))).toBe('83');
  });

  it('FASPAY 13.16: answers status 5 for an unknown bill when told', async () => {
    const merchant = createMerchant({ unknownBill: 'status-5' });
    const reply = await merchant.inquire('B1', '1234581900000009');
    expect(reply).toMatchObject({ response_code: '00', payment_status_code: '5', payment_total: '' });
  });

  it('FASPAY 13.9: takes bill numbers up to 32 letters, or 16 when told', async () => {
    const long = 'A'.repeat(17);
    for (const [inquiryBillNumberLength, code] of [
      [32, '00'],
      [16, '30'],
    ] as const) {
      const merchant = createMerchant({ inquiryBillNumberLength });
      const { trx_id: trxId } = await merchant.post(long);
      const reply = await merchant.inquire(long, trxId);
      expect(refusalCode(reply) ?? reply['response_code']).toBe(code);
    }
  });
});

describe('an expired bill', () => {
  it('FASPAY 13.19: has status 7 from the second it expires', async () => {
    const merchant = createMerchant();
    const { trx_id: trxId } = await merchant.post(billNo);
    await merchant.simulator.clock.advance(60 * minute - 1);
    expect((await merchant.inquire(billNo, trxId))['payment_status_code']).toBe('0');
    await merchant.simulator.clock.advance(1);
    expect((await merchant.inquire(billNo, trxId))['payment_status_code']).toBe('7');
    await expect(merchant.faspay.customer.pay(billNo)).rejects.toThrow('status 7');
    expect(refusalCode(await merchant.cancel(billNo, trxId))).toBe('54');
    expect(merchant.faspay.payment(billNo)?.charges).toBe(0);
  });

  it('is not closed early by a timer too short for its life', async () => {
    const exact = virtualClock(start);
    const clock = { ...exact, after: (ms: number, task: ClockTask) => exact.after(Math.min(ms, day), task) };
    const send = () => Promise.resolve(new Response(''));
    const { faspay, idle } = createSimulator({ clock, send, faspay: { ...account, notifiedStatuses: ['7'] } });
    faspay.register({ notificationUrl });
    await callApi(faspay.fetch, paths.post, postOf(billNo, start, { bill_expired: jakarta(start + 30 * day) }));
    await clock.advance(30 * day - 1);
    expect(faspay.payment(billNo)?.status).toBe('0');
    await clock.advance(1);
    await idle();
    expect(faspay.payment(billNo)).toMatchObject({ status: '7', deliveries: [{ at: start + 30 * day }] });
  });

  it('FASPAY 13.24: is paid after all when the customer pays late', async () => {
    const merchant = createMerchant();
    const { trx_id: trxId } = await merchant.post(billNo);
    const { returnTo } = await merchant.faspay.customer.payLate(billNo);
    expect(new URL(returnTo).searchParams.get('status')).toBe('0');
    await merchant.simulator.clock.advance(60 * minute);
    expect((await merchant.inquire(billNo, trxId))['payment_status_code']).toBe('7');
    await merchant.simulator.clock.advance(minute);
    expect((await merchant.inquire(billNo, trxId))['payment_status_code']).toBe('2');
    expect(merchant.notifications().map((sent) => sent['payment_status_code'])).toEqual(['2']);
  });
});
