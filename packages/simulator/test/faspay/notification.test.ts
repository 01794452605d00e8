import { describe, expect, it } from 'vitest';
import { createSimulator, virtualClock } from '../../src/index.ts';
import type { FaspayRegistration, FaspaySettings } from '../../src/index.ts';
import {
  account,
  acknowledge,
  callApi,
  createMerchant,
  jakarta,
  minute,
  paths,
  postOf,
  signature,
  start,
} from './merchant.ts';
import type { Members } from './merchant.ts';

const billNo = 'INV20260102A001';

async function paid(settings: FaspaySettings = {}, registration: Partial<FaspayRegistration> = {}) {
  const merchant = createMerchant(settings, registration);
  await merchant.post(billNo);
  await merchant.faspay.customer.pay(billNo);
  await merchant.simulator.idle();
  return merchant;
}

describe('a notification', () => {
  it('is a JSON POST of texts, signed with the status', async () => {
    const merchant = await paid();
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

  it('is XML where the merchant registered XML, and acknowledged in XML', async () => {
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

  it('writes amounts with two implied decimals when told', async () => {
    const merchant = await paid({ notificationAmountUnit: 'x100' });
    expect(merchant.notifications()).toMatchObject([{ bill_total: '200000', payment_total: '200000' }]);
  });

  it.each(['null', ''] as const)('of a failure has the payment reference "%s"', async (absentPaymentReference) => {
    const merchant = createMerchant({ absentPaymentReference });
    await merchant.post(billNo);
    await merchant.faspay.customer.fail(billNo);
    await merchant.simulator.idle();
    expect(merchant.notifications()).toMatchObject([
      { payment_status_code: '3', payment_reff: absentPaymentReference, payment_date: '', payment_total: '0' },
    ]);
  });

  it('of a reversal follows the one of the payment', async () => {
    const merchant = await paid();
    merchant.faspay.reverse(billNo);
    await merchant.simulator.idle();
    expect(merchant.notifications().map((sent) => sent['payment_status_code'])).toEqual(['2', '4']);
  });

  it('of an expiry comes only when told', async () => {
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

  it('goes to the URL registered when the status changes, and nowhere where none is', async () => {
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

describe('an acknowledgement', () => {
  it('ends the repetition', async () => {
    const merchant = await paid();
    await merchant.simulator.clock.advance(10 * minute);
    expect(merchant.faspay.payment(billNo)?.deliveries).toMatchObject([{ at: start, verdict: 'acknowledged' }]);
  });

  const refused: Record<string, (text: string) => Response | Promise<Response>> = {
    'is HTTP 500': (text) => new Response(acknowledge(text).body, { status: 500 }),
    'is HTTP 201': (text) => new Response(acknowledge(text).body, { status: 201 }),
    'is empty': () => new Response(''),
    'is plain text': () => new Response('OK'),
    'carries code 14': (text) => acknowledge(text, { response_code: '14' }),
    'carries the payment status instead of a code': (text) => acknowledge(text, { response_code: '2' }),
    'carries a numeric code': (text) => acknowledge(text, { response_code: 0 }),
    'names another transaction': (text) => acknowledge(text, { trx_id: '1234581900000009' }),
    'names another bill': (text) => acknowledge(text, { bill_no: 'X' }),
    'is XML for a JSON notification': () => new Response('<faspay><response_code>00</response_code></faspay>'),
    redirects: () => Response.redirect('https://shop.example/login'),
    'never comes': () => Promise.reject(new TypeError('fetch failed')),
  };
  it.each(Object.entries(refused))('does not count when it %s', async (_name, respond) => {
    const merchant = createMerchant();
    merchant.inbox.respond = respond;
    await merchant.post(billNo);
    await merchant.faspay.customer.pay(billNo);
    await merchant.simulator.clock.advance(60 * minute);
    await merchant.simulator.idle();
    const deliveries = merchant.faspay.payment(billNo)?.deliveries ?? [];
    expect(deliveries.map(({ at }) => at - start)).toEqual([0, minute, 2 * minute, 3 * minute]);
    expect(deliveries.every(({ verdict }) => verdict !== 'acknowledged')).toBe(true);
    expect(new Set(merchant.inbox.received.map(({ text }) => text)).size).toBe(1);
  });

  it('is waited for as often as told', async () => {
    const merchant = createMerchant({ notifyRetryAfterMs: [1000, 5000] });
    merchant.inbox.respond = () => new Response('', { status: 503 });
    await merchant.post(billNo);
    await merchant.faspay.customer.pay(billNo);
    await merchant.simulator.idle();
    await merchant.simulator.clock.advance(minute);
    const deliveries = merchant.faspay.payment(billNo)?.deliveries ?? [];
    expect(deliveries.map(({ at }) => at - start)).toEqual([0, 1000, 6000]);
  });
});

describe('the merchant page', () => {
  it('sends the current status once more by hand, and does not repeat it', async () => {
    const merchant = await paid();
    merchant.inbox.respond = () => new Response('', { status: 500 });
    merchant.faspay.resend(billNo);
    await merchant.simulator.idle();
    await merchant.simulator.clock.advance(10 * minute);
    expect(merchant.inbox.received).toHaveLength(2);
    expect(merchant.inbox.received[1]?.text).toBe(merchant.inbox.received[0]?.text);
  });

  it('tests the registered URL with a signed notification about a bill nobody posted', async () => {
    const merchant = createMerchant();
    const answers: ((text: string) => Response)[] = [
      (text) => acknowledge(text),
      (text) => acknowledge(text, { response_code: '14' }),
      () => new Response('OK'),
      (text) => new Response(acknowledge(text).body, { status: 403 }),
    ];
    const verdicts = [];
    for (const respond of answers) {
      merchant.inbox.respond = respond;
      verdicts.push(await merchant.faspay.saveAndTest());
    }
    expect(verdicts).toEqual([
      { valid: true, httpStatus: 200, responseCode: '00' },
      { valid: true, httpStatus: 200, responseCode: '14' },
      { valid: false, httpStatus: 200 },
      { valid: false, httpStatus: 403, responseCode: '00' },
    ]);
    const sent: Members | undefined = merchant.notifications()[0];
    expect(sent?.['signature']).toBe(signature(String(sent?.['bill_no']), '2'));
    expect(merchant.faspay.payments()).toEqual([]);
  });
});

describe('the timeline', () => {
  it('tells a payment’s story in order', async () => {
    const merchant = await paid();
    expect(merchant.simulator.timeline(billNo).map(({ type }) => type)).toEqual([
      'payment-created',
      'request-answered',
      'status-changed',
      'customer-acted',
      'notification-attempted',
    ]);
  });
});
