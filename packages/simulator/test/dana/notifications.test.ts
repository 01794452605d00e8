import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { apiOrderOf, cancelOf, clientId, createMerchant, idr, merchantId, orderOf, paths } from './merchant.ts';
import { isSignedByDana, withOrder } from './with-order.ts';

const minute = 60_000;

describe('finishNotify', () => {
  it('DANA 9.14/body: tells the merchant of a payment in the form DANA was seen to send', async () => {
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

  it('DANA 9.14/signature: signs the raw bytes and the path of the registered address with the key of DANA', async () => {
    const { simulator, dana, inbox } = await withOrder();
    await dana.customer.pay('ORDER-1');
    await simulator.idle();
    expect(isSignedByDana(inbox.received[0], dana.credentials.danaPublicKey)).toBe(true);
    expect(isSignedByDana(inbox.received[0], dana.credentials.publicKey)).toBe(false);
  });

  it('DANA 9.14/expiry: tells the merchant that an order expired', async () => {
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

  it('DANA 9.14/qris: spells the shop of a QRIS payment externalStoreID', async () => {
    const order = apiOrderOf('QRIS-1', 'NETWORK_PAY', 'NETWORK_PAY_PG_QRIS', { externalStoreId: 'SHOP-1' });
    const { simulator, dana, inbox } = await withOrder({}, order);
    await dana.customer.pay('QRIS-1');
    await simulator.idle();
    const body: unknown = JSON.parse(inbox.received[0]?.body ?? '');
    expect(body).toMatchObject({ externalStoreID: 'SHOP-1' });
    expect(body).not.toHaveProperty('externalStoreId');
  });

  it('DANA 9.14/times: writes times as epoch milliseconds when told', async () => {
    const { simulator, dana, inbox } = await withOrder({ notifyTimes: 'epoch-ms' });
    await dana.customer.pay('ORDER-1');
    await simulator.idle();
    expect(JSON.parse(inbox.received[0]?.body ?? '')).toMatchObject({ createdTime: '1788231600000' });
  });
});

describe('finishNotify beyond the documents', () => {
  it('DANA 9.14/nested: nests JSON in text, overruns a limit and sends an amount that is not money, when told', async () => {
    const { simulator, dana, inbox } = await withOrder({ notifyExtras: true });
    await dana.customer.pay('ORDER-1');
    await simulator.idle();
    const body = JSON.parse(inbox.received[0]?.body ?? '') as {
      additionalInfo: Record<string, Record<string, string>>;
    };
    const { paymentInfo, shopInfo, tipsAmount } = body.additionalInfo;
    const outer = JSON.parse(paymentInfo?.['payRequestExtendInfo'] ?? '') as Record<string, string>;
    expect(JSON.parse(outer['cashier'] ?? '')).toEqual({ version: '"1"' });
    expect(shopInfo?.['shopAddress']?.length).toBeGreaterThan(256);
    expect(tipsAmount).toMatchObject({ amount: '0.0', centFactor: '100' });
    expect(isSignedByDana(inbox.received[0], dana.credentials.danaPublicKey)).toBe(true);
  });
});

describe('finishNotify on the wire', () => {
  it('DANA 9.14/headers: carries its header names in the case DANA was seen to send', async () => {
    const names: string[] = [];
    const merchant = createServer((request, response) => {
      names.push(...request.rawHeaders.filter((_, index) => index % 2 === 0));
      response.setHeader('content-type', 'application/json').end('{"responseCode":"2005600"}');
    });
    await new Promise<void>((resolve) => merchant.listen(0, '127.0.0.1', resolve));
    const address = merchant.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { call, dana, simulator } = createMerchant({}, (request) => fetch(request));
    const urlParams = [
      { url: 'https://merchant.example/return', type: 'PAY_RETURN', isDeeplink: 'N' },
      { url: `http://127.0.0.1:${port}/notify`, type: 'NOTIFICATION', isDeeplink: 'N' },
    ];
    await call(paths.create, orderOf('ORDER-1', { urlParams }));
    await dana.customer.pay('ORDER-1');
    await simulator.idle();
    merchant.close();
    expect(dana.payment('ORDER-1')?.deliveries[0]?.verdict).toBe('acknowledged');
    expect(names).toEqual(
      expect.arrayContaining(['Channel-Id', 'X-External-Id', 'X-Partner-Id', 'X-Signature', 'X-Timestamp']),
    );
  });
});
