import { createHash, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DanaSettings } from '../../src/index.ts';
import { apiOrderOf, cancelOf, clientId, createMerchant, idr, merchantId, orderOf, paths } from './merchant.ts';
import type { Json } from './merchant.ts';

const minute = 60_000;

async function withOrder(settings: DanaSettings = {}, order: Json = orderOf('ORDER-1')) {
  const merchant = createMerchant(settings);
  const { body } = await merchant.call(paths.create, order);
  return { ...merchant, created: body };
}

function isSignedByDana(
  received: { url: string; headers: Headers; body: string } | undefined,
  publicKey: string,
): boolean {
  if (!received) return false;
  const digest = createHash('sha256').update(received.body).digest('hex');
  const signed = `POST:${new URL(received.url).pathname}:${digest}:${received.headers.get('X-TIMESTAMP')}`;
  return verify(
    'RSA-SHA256',
    Buffer.from(signed),
    publicKey,
    Buffer.from(received.headers.get('X-SIGNATURE') ?? '', 'base64'),
  );
}

describe('finishNotify', () => {
  it('tells the merchant of a payment in the form DANA was seen to send', async () => {
    const { simulator, dana, clock, inbox, created } = await withOrder();
    await clock.advance(minute);
    await dana.customer.pay('ORDER-1');
    await simulator.idle();
    const [received] = inbox.received;
    expect(inbox.received).toHaveLength(1);
    expect(received?.url).toBe('https://merchant.example/dana/notify');
    expect(JSON.parse(received?.body ?? '')).toEqual({
      amount: idr('15000.00'),
      originalReferenceNo: created['referenceNo'],
      merchantId,
      latestTransactionStatus: '00',
      additionalInfo: {
        paidTime: '2026-09-01T10:01:00+07:00',
        paymentInfo: {
          payOptionInfos: [{ transAmount: idr('15000.00'), payAmount: idr('15000.00'), payMethod: 'BALANCE' }],
          extendInfo: '{"externalPromoInfos":[]}',
        },
      },
      originalPartnerReferenceNo: 'ORDER-1',
      createdTime: '2026-09-01T10:00:00+07:00',
      finishedTime: '2026-09-01T10:01:00+07:00',
      transactionStatusDesc: 'SUCCESS',
    });
    expect(Object.fromEntries(received?.headers ?? [])).toMatchObject({
      'channel-id': 'DANA',
      charset: 'UTF-8',
      'content-type': 'application/json',
      'user-agent': 'Jakarta Commons-HttpClient/3.1',
      'x-external-id': expect.stringMatching(/^\w{32}$/),
      'x-partner-id': clientId,
      'x-timestamp': '2026-09-01T10:01:00+07:00',
    });
  });

  it('signs the raw bytes and the path of the registered address with the key of DANA', async () => {
    const { simulator, dana, inbox } = await withOrder();
    await dana.customer.pay('ORDER-1');
    await simulator.idle();
    expect(isSignedByDana(inbox.received[0], dana.credentials.danaPublicKey)).toBe(true);
    expect(isSignedByDana(inbox.received[0], dana.credentials.publicKey)).toBe(false);
  });

  it('tells the merchant that an order expired', async () => {
    const { dana, clock, inbox } = await withOrder();
    await clock.advance(25 * minute);
    expect(JSON.parse(inbox.received[0]?.body ?? '')).toMatchObject({
      latestTransactionStatus: '05',
      additionalInfo: { extendInfo: '{"closedReason":"ORDER_EXPIRED"}' },
      finishedTime: '2026-09-01T10:25:00+07:00',
    });
    expect(dana.payment('ORDER-1')?.deliveries).toHaveLength(1);
  });

  it('tells the merchant nothing of its own cancellation, nor where it gave no address', async () => {
    const cancelled = await withOrder();
    await cancelled.call(paths.cancel, cancelOf('ORDER-1'));
    await cancelled.clock.advance(60 * minute);
    expect(cancelled.inbox.received).toEqual([]);
    const urlParams = [{ url: 'https://merchant.example/return', type: 'PAY_RETURN', isDeeplink: 'N' }];
    const silent = await withOrder({}, orderOf('ORDER-1', { urlParams }));
    await silent.dana.customer.pay('ORDER-1');
    await silent.simulator.idle();
    expect(silent.inbox.received).toEqual([]);
  });

  it('tells the merchant that the customer cancelled, unless told not to', async () => {
    const told = await withOrder();
    await told.dana.customer.cancel('ORDER-1');
    await told.simulator.idle();
    expect(JSON.parse(told.inbox.received[0]?.body ?? '')).toMatchObject({
      latestTransactionStatus: '05',
      transactionStatusDesc: 'CANCELLED',
    });
    const untold = await withOrder({ notifyCustomerCancel: false });
    await untold.dana.customer.cancel('ORDER-1');
    await untold.simulator.idle();
    expect(untold.inbox.received).toEqual([]);
  });

  it('spells the shop of a QRIS payment externalStoreID', async () => {
    const order = apiOrderOf('QRIS-1', 'NETWORK_PAY', 'NETWORK_PAY_PG_QRIS', { externalStoreId: 'SHOP-1' });
    const { simulator, dana, inbox } = await withOrder({}, order);
    await dana.customer.pay('QRIS-1');
    await simulator.idle();
    const body: unknown = JSON.parse(inbox.received[0]?.body ?? '');
    expect(body).toMatchObject({ externalStoreID: 'SHOP-1' });
    expect(body).not.toHaveProperty('externalStoreId');
  });

  it('writes times as epoch milliseconds when told', async () => {
    const { simulator, dana, inbox } = await withOrder({ notifyTimes: 'epoch-ms' });
    await dana.customer.pay('ORDER-1');
    await simulator.idle();
    expect(JSON.parse(inbox.received[0]?.body ?? '')).toMatchObject({ createdTime: '1788231600000' });
  });
});

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
  ])('repeats the notification after %s, signed anew, until it is acknowledged', async (_, respond) => {
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
  });

  it('gives up after seven days', async () => {
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
  it('sends a duplicate, one out of order and one badly signed', async () => {
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

  it('lets the browser return before a delayed notification', async () => {
    const { simulator, dana, clock, inbox } = await withOrder({ notifyDelayMs: 5 * minute });
    const { returnTo } = await dana.customer.pay('ORDER-1');
    await simulator.idle();
    expect(new URL(returnTo).searchParams.get('status')).toBe('SUCCESS');
    expect(inbox.received).toEqual([]);
    await clock.advance(5 * minute);
    expect(inbox.received).toHaveLength(1);
  });

  it('forges a return that says SUCCESS of an unpaid order', async () => {
    const { dana } = await withOrder();
    expect(new URL(dana.returnUrl('ORDER-1', 'SUCCESS')).searchParams.get('status')).toBe('SUCCESS');
    expect(dana.payment('ORDER-1')?.charges).toBe(0);
  });
});
