import { describe, expect, it } from 'vitest';
import { idr } from './merchant.ts';
import type { Json } from './merchant.ts';
import { isSignedByDana, withOrder } from './with-order.ts';

const minute = 60_000;

describe('acknowledgement', () => {
  it.each([
    ['a resend request', () => Response.json({ responseCode: '5005601' }, { status: 500 })],
    ['plain text', () => new Response('OK')],
    ['an empty answer', () => new Response(null, { status: 200 })],
    ['an unknown code', () => Response.json({ responseCode: '2005699' })],
    [
      'a redirect',
      () => new Response(null, { status: 302, headers: { location: 'https://merchant.example/elsewhere' } }),
    ],
    ['no answer', () => Promise.reject(new TypeError('fetch failed'))],
  ])(
    'DANA 9.14/acknowledgement: repeats the notification after %s, signed anew, until it is acknowledged',
    async (_, respond) => {
      const merchant = await withOrder({ notifyRetryAfterMs: [minute, 10 * minute] });
      const { simulator, dana, clock, inbox } = merchant;
      inbox.respond = respond;
      await dana.customer.pay('ORDER-1');
      await simulator.idle();
      inbox.respond = () => Response.json({ responseCode: '2005600', responseMessage: 'Successful' });
      await clock.advance(minute);
      await clock.advance(60 * minute);
      expect(inbox.received.map(({ headers }) => headers.get('X-TIMESTAMP'))).toEqual([
        '2026-09-01T10:00:00+07:00',
        '2026-09-01T10:01:00+07:00',
      ]);
      expect(inbox.received.every((received) => isSignedByDana(received, dana.credentials.danaPublicKey))).toBe(true);
      expect(inbox.received[1]?.body).toBe(inbox.received[0]?.body);
      expect(
        dana
          .payment('ORDER-1')
          ?.deliveries.map(({ verdict }) => verdict)
          .at(-1),
      ).toBe('acknowledged');
    },
  );

  it('DANA 9.14/seven-days: gives up after seven days', async () => {
    const { simulator, dana, clock, inbox } = await withOrder();
    inbox.respond = () => new Response(null, { status: 503 });
    await dana.customer.pay('ORDER-1');
    await simulator.idle();
    await clock.advance(7 * 24 * 60 * minute);
    const attempts = inbox.received.length;
    expect(attempts).toBeGreaterThan(8);
    await clock.advance(30 * 24 * 60 * minute);
    expect(inbox.received).toHaveLength(attempts);
  });
});

describe('notifications sent on purpose', () => {
  it('DANA 9.14/wrong: sends a duplicate, one out of order and one badly signed', async () => {
    const { simulator, dana, inbox } = await withOrder();
    await dana.customer.pay('ORDER-1');
    dana.notify('ORDER-1');
    dana.notify('ORDER-1', { latestTransactionStatus: '05' });
    dana.notify('ORDER-1', { signature: 'wrong', amount: 100 });
    await simulator.idle();
    const bodies = inbox.received.map(({ body }) => JSON.parse(body) as Json);
    expect(bodies.map((body) => body['latestTransactionStatus'])).toEqual(['00', '00', '05', '00']);
    expect(bodies[3]?.['amount']).toEqual(idr('1.00'));
    const signed = inbox.received.map((received) => isSignedByDana(received, dana.credentials.danaPublicKey));
    expect(signed).toEqual([true, true, true, false]);
  });

  it('DANA 9.15/early: lets the browser return before a delayed notification', async () => {
    const { simulator, dana, clock, inbox } = await withOrder({ notifyDelayMs: 5 * minute });
    const { returnTo } = await dana.customer.pay('ORDER-1');
    await simulator.idle();
    expect(new URL(returnTo).searchParams.get('status')).toBe('SUCCESS');
    expect(inbox.received).toEqual([]);
    await clock.advance(5 * minute);
    expect(inbox.received).toHaveLength(1);
  });

  it('DANA 9.15/lie: forges a return that says SUCCESS of an unpaid order', async () => {
    const { dana } = await withOrder();
    expect(new URL(dana.returnUrl('ORDER-1', 'SUCCESS')).searchParams.get('status')).toBe('SUCCESS');
    expect(dana.payment('ORDER-1')?.charges).toBe(0);
  });
});
