import { describe, expect, it } from 'vitest';
import { createSimulator, virtualClock } from '../../src/index.ts';
import {
  account,
  callApi,
  createMerchant,
  createPaidMerchant,
  jakarta,
  minute,
  paths,
  postOf,
  signature,
  start,
} from './merchant.ts';

const billNo = 'INV20260102A001';

describe('a notification', () => {
  it('FASPAY 13.20: is a JSON POST of texts, signed with the status', async () => {
    const merchant = await createPaidMerchant(billNo);
    expect(merchant.inbox.received[0]?.contentType).toBe('application/json');
    expect(merchant.notifications()).toEqual([
      {
        request: 'Payment Notification',
        trx_id: '1234581900000001',
        merchant_id: '12345',
        merchant: 'Example Store',
        bill_no: billNo,
        payment_reff: expect.stringMatching(/^[0-9]{11}$/) as string,
        payment_date: jakarta(start),
        payment_status_code: '2',
        payment_status_desc: 'Payment Sukses',
        bill_total: '2000',
        payment_total: '2000',
        payment_channel_uid: '819',
        payment_channel: 'DANA',
        signature: '85f1f53b5472df8d0fcf8dab0f21d153878f78fa',
      },
    ]);
  });

  it('FASPAY 13.20: is XML where the merchant registered XML, and acknowledged in XML', async () => {
    const merchant = createMerchant({ merchantName: 'Kopi & <Roti>' }, { format: 'xml' });
    merchant.inbox.respond = (text) => {
      const trxId = /<trx_id>(\d+)</.exec(text)?.[1] ?? '';
      const answer = `<faspay><response>Payment Notification</response>\n <trx_id>${trxId}</trx_id><bill_no> ${billNo}</bill_no><response_code>00</response_code></faspay>\n`;
      return new Response(answer, { headers: { 'content-type': 'text/xml' } });
    };
    await merchant.post(billNo);
    await merchant.faspay.customer.pay(billNo);
    await merchant.simulator.idle();
    const [sent] = merchant.inbox.received;
    expect(sent?.contentType).toBe('text/xml');
    expect(sent?.text).toContain('<merchant>Kopi &amp; &lt;Roti&gt;</merchant><bill_no>INV20260102A001</bill_no>');
    expect(sent?.text).toContain(`<signature>${signature(billNo, '2')}</signature></faspay>`);
    expect(merchant.faspay.payment(billNo)?.deliveries).toMatchObject([{ verdict: 'acknowledged' }]);
  });

  it('FASPAY 13.21: writes amounts with two implied decimals when told', async () => {
    const merchant = await createPaidMerchant(billNo, { notificationAmountUnit: 'x100' });
    expect(merchant.notifications()).toMatchObject([{ bill_total: '200000', payment_total: '200000' }]);
  });

  it.each(['null', ''] as const)(
    'FASPAY 13.21: of a failure has the payment reference "%s"',
    async (absentPaymentReference) => {
      const merchant = createMerchant({ absentPaymentReference });
      await merchant.post(billNo);
      await merchant.faspay.customer.fail(billNo);
      await merchant.simulator.idle();
      expect(merchant.notifications()).toMatchObject([
        { payment_status_code: '3', payment_reff: absentPaymentReference, payment_date: '', payment_total: '0' },
      ]);
    },
  );

  it('FASPAY 13.24: of a reversal follows the one of the payment', async () => {
    const merchant = await createPaidMerchant(billNo);
    merchant.faspay.reverse(billNo);
    await merchant.simulator.idle();
    expect(merchant.notifications().map((sent) => sent['payment_status_code'])).toEqual(['2', '4']);
  });

  it('FASPAY 13.19: of an expiry comes only when told', async () => {
    for (const [settings, expected] of [
      [{}, []],
      [{ notifiedStatuses: ['7'] }, ['7']],
    ] as const) {
      const merchant = createMerchant(settings);
      await merchant.post(billNo);
      await merchant.simulator.clock.advance(60 * minute);
      await merchant.simulator.idle();
      expect(merchant.notifications().map((sent) => sent['payment_status_code'])).toEqual(expected);
    }
  });

  it('FASPAY 13.20: goes to the URL registered when the status changes, and nowhere where none is', async () => {
    const merchant = createMerchant();
    merchant.faspay.register({ notificationUrl: 'https://other.example/notify' });
    await merchant.post(billNo);
    await merchant.faspay.customer.pay(billNo);
    await merchant.simulator.idle();
    expect(merchant.faspay.payment(billNo)?.deliveries[0]?.request?.url).toBe('https://other.example/notify');

    const { faspay, idle } = createSimulator({ clock: virtualClock(start), faspay: account });
    await callApi(faspay.fetch, paths.post, postOf(billNo, start));
    await faspay.customer.pay(billNo);
    await idle();
    expect(faspay.payment(billNo)).toMatchObject({ status: '2', deliveries: [] });
  });

  it('can come after the browser', async () => {
    const merchant = createMerchant({ notifyDelayMs: 5_000 });
    await merchant.post(billNo);
    await merchant.faspay.customer.pay(billNo);
    await merchant.simulator.idle();
    expect(merchant.inbox.received).toHaveLength(0);
    await merchant.simulator.clock.advance(5_000);
    expect(merchant.inbox.received).toHaveLength(1);
  });
});

describe('the timeline', () => {
  it('tells a payment’s story in order', async () => {
    const merchant = await createPaidMerchant(billNo);
    expect(merchant.simulator.timeline(billNo).map(({ type }) => type)).toEqual([
      'payment-created',
      'request-answered',
      'status-changed',
      'customer-acted',
      'notification-attempted',
    ]);
  });
});
