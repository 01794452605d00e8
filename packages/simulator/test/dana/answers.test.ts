import { describe, expect, it } from 'vitest';
import type { CallFault } from '../../src/index.ts';
import { apiOrderOf, createMerchant, idr, orderOf, paths, queryOf, signRequest } from './merchant.ts';
import { withOrder } from './with-order.ts';

describe('an answer of DANA', () => {
  it('DANA 9.12/headers: has the status its code begins with, two headers and no signature', async () => {
    const { call } = await withOrder();
    for (const reference of ['ORDER-1', 'NONE']) {
      const { status, code, headers } = await call(paths.query, queryOf(reference));
      expect(String(code).slice(0, 3)).toBe(String(status));
      expect(headers.get('Content-Type')).toBe('application/json');
      expect(headers.get('X-TIMESTAMP')).toBe('2026-09-01T10:00:00+07:00');
      expect(headers.has('X-SIGNATURE')).toBe(false);
    }
  });

  it('DANA 9.12/echo: repeats the reference once the body was read, and not before', async () => {
    const { call } = createMerchant();
    const malformed = orderOf('ORDER-1', { amount: idr('1500') });
    expect((await call(paths.create, malformed)).body).toMatchObject({ partnerReferenceNo: 'ORDER-1' });
    const unsigned = { headers: { 'X-SIGNATURE': 'wrong' } };
    expect((await call(paths.create, malformed, unsigned)).body).not.toHaveProperty('partnerReferenceNo');
  });

  it('DANA 9.12/code: carries the text of a QR code', async () => {
    const order = apiOrderOf('QRIS-1', 'NETWORK_PAY', 'NETWORK_PAY_PG_QRIS', { externalStoreId: 'SHOP-1' });
    const { body } = await createMerchant().call(paths.create, order);
    expect(body['additionalInfo']).toMatchObject({ paymentCode: expect.stringMatching(/^000201/) });
    expect(body).not.toHaveProperty('webRedirectUrl');
  });
});

describe('validUpTo', () => {
  it('DANA 9.7/validity: lies ahead, and in strict sandbox mode by thirty minutes at most', async () => {
    const until = (time: string) => orderOf('ORDER-1', { validUpTo: `2026-09-01T${time}+07:00` });
    const strict = createMerchant({ validityLimitMs: 30 * 60_000 });
    for (const time of ['10:00:00', '10:30:01']) {
      expect(await strict.call(paths.create, until(time))).toMatchObject({
        code: '4005401',
        message: 'Invalid Field Format validUpTo',
      });
    }
    expect(await strict.call(paths.create, until('10:30:00'))).toMatchObject({ code: '2005400' });
    expect(await createMerchant().call(paths.create, until('10:30:01'))).toMatchObject({ code: '2005400' });
  });
});

describe('a call of DANA under a fault', () => {
  it.each<[id: string, CallFault, status: number, type: string, body: string, taken: number]>([
    ['DANA 9.16/429', { type: 'rate-limit', retryAfterSeconds: 1 }, 429, 'application/json', '4295400', 0],
    ['DANA 9.16/html', { type: 'html', when: 'after-commit', status: 502 }, 502, 'text/html', '<h1>', 1],
    ['DANA 9.16/empty', { type: 'empty', when: 'after-commit' }, 200, 'application/json', '', 1],
    ['DANA 9.16/in-progress', { type: 'in-progress', when: 'after-commit' }, 202, 'application/json', '2025400', 1],
  ])('%s: answers what went wrong', async (_, fault, status, type, body, taken) => {
    const { simulator, dana } = createMerchant();
    simulator.faults.add({ acquirer: 'dana', operation: 'createOrder', fault });
    const answer = await dana.fetch(`https://api.sandbox.dana.id${paths.create}`, {
      method: 'POST',
      ...signRequest(paths.create, orderOf('ORDER-1'), simulator.clock.now()),
    });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')?.split(';')[0]).toBe(type);
    const text = await answer.text();
    expect(body === '' ? text : text.includes(body)).toBe(body === '' ? '' : true);
    expect(dana.payments()).toHaveLength(taken);
  });

  it('DANA 9.16/timeout: hangs with the order taken', async () => {
    const { simulator, dana, call } = createMerchant();
    simulator.faults.add({ acquirer: 'dana', operation: 'createOrder', fault: { type: 'hang', when: 'after-commit' } });
    const answer = call(paths.create, orderOf('ORDER-1'), { signal: AbortSignal.timeout(20) });
    await expect(answer).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(dana.payments()).toHaveLength(1);
  });

  it('DANA 9.8/timeout: never answers a Widget payment of 545400.00, and takes no order', async () => {
    const { dana, call } = createMerchant();
    const order = orderOf('W-1', {
      amount: idr('545400.00'),
      additionalInfo: {
        productCode: '51051000100000000001',
        mcc: '5732',
        order: { orderTitle: 'Order 1' },
        envInfo: { sourcePlatform: 'IPG', terminalType: 'SYSTEM' },
      },
    });
    const answer = call(paths.widgetPayment, order, { signal: AbortSignal.timeout(20) });
    await expect(answer).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(dana.payments()).toEqual([]);
  });
});
