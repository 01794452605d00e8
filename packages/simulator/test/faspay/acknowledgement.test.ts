import { describe, expect, it } from 'vitest';
import { acknowledge, createMerchant, createPaidMerchant, minute, signature, start } from './merchant.ts';
import type { Members } from './merchant.ts';

const billNo = 'INV20260102A001';

describe('an acknowledgement', () => {
  it('FASPAY 13.22: ends the repetition', async () => {
    const merchant = await createPaidMerchant(billNo);
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
  it.each(Object.entries(refused))('FASPAY 13.22: does not count when it %s', async (_name, respond) => {
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

  it('FASPAY 13.22: is waited for as often as told', async () => {
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
  it('FASPAY 13.22: sends the current status once more by hand, and does not repeat it', async () => {
    const merchant = await createPaidMerchant(billNo);
    merchant.inbox.respond = () => new Response('', { status: 500 });
    merchant.faspay.resend(billNo);
    await merchant.simulator.idle();
    await merchant.simulator.clock.advance(10 * minute);
    expect(merchant.inbox.received).toHaveLength(2);
    expect(merchant.inbox.received[1]?.text).toBe(merchant.inbox.received[0]?.text);
  });

  it('FASPAY 13.23: tests the registered URL with a signed notification about a bill nobody posted', async () => {
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
