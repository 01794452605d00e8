import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { CallFault, DokuOperation } from '../../src/index.ts';
import { openShop, paymentPath, statusPath, tokenPath } from './merchant.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const reset: CallFault = { type: 'reset', when: 'after-commit' };

describe('a fault', () => {
  it('DOKU 10.26: after the payment was created loses the answer, not the payment', async () => {
    const { simulator, merchant } = openShop();
    simulator.faults.add({ acquirer: 'doku', operation: 'payment', fault: reset });
    await expect(merchant.pay()).rejects.toThrow('fetch failed');
    expect(simulator.doku.payment('INV-0001')?.status).toBe('01');
    expect((await merchant.pay()).body['webRedirectUrl']).toBe(simulator.doku.payment('INV-0001')?.pageUrl);
  });

  it('before the payment leaves nothing behind', async () => {
    const { simulator, merchant } = openShop();
    simulator.faults.add({ acquirer: 'doku', operation: 'payment', fault: { type: 'reset', when: 'before' } });
    await expect(merchant.pay()).rejects.toThrow('fetch failed');
    expect(simulator.doku.payments()).toEqual([]);
  });

  it('after a refund loses the answer; the same refund reference finds it done once', async () => {
    const { simulator, merchant } = openShop();
    await merchant.pay();
    await simulator.doku.customer.pay('INV-0001');
    simulator.faults.add({ acquirer: 'doku', operation: 'refund', fault: reset });
    await expect(merchant.refund()).rejects.toThrow('fetch failed');
    expect((await merchant.refund()).status).toBe(200);
    expect(simulator.doku.payment('INV-0001')?.refunds).toHaveLength(1);
  });

  it.each<[string, CallFault, number | string, string]>([
    ['500', { type: 'answer', when: 'before', status: 500, body: '{"responseCode":"5000500"}' }, 500, '5000500'],
    ['504', { type: 'html', when: 'after-commit', status: 504 }, 504, '<h1>'],
    ['429', { type: 'rate-limit', retryAfterSeconds: 2 }, 429, '"4290500"'],
    ['an HTML body', { type: 'html', when: 'before', status: 200 }, 200, '<h1>'],
    ['malformed JSON', { type: 'answer', when: 'after-commit', status: 200, body: '{"responseCode":' }, 200, ':'],
    ['a reset after processing', reset, 'fetch failed', ''],
    ['nothing at all', { type: 'hang', when: 'after-commit' }, 'timeout', ''],
  ])('DOKU 10.26: answers a payment with %s, once', async (_, fault, status, part) => {
    const { simulator, merchant } = openShop();
    const token = await merchant.token();
    simulator.faults.add({ acquirer: 'doku', operation: 'payment', fault });
    const { doku } = simulator;
    const url = `https://api-sandbox.doku.com${paymentPath}`;
    const call = doku.fetch(url, { method: 'POST', signal: AbortSignal.timeout(60) });
    if (typeof status === 'string') {
      await expect(call).rejects.toThrow(status);
    } else {
      const answer = await call;
      expect(answer.status).toBe(status);
      expect(await answer.text()).toContain(part);
    }
    expect((await merchant.pay({}, { token })).status).toBe(200);
  });

  it('DOKU 10.26: takes the token endpoint down', async () => {
    const { simulator, merchant } = openShop();
    simulator.faults.add({ operation: 'token', times: 'always', fault: { type: 'refuse' } });
    await expect(merchant.pay()).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    simulator.faults.clear();
    expect((await merchant.pay()).status).toBe(200);
  });

  it.each(['token', 'status'])(
    'hangs at %s until the caller gives up, even when memory was collected meanwhile',
    async (operation) => {
      const { simulator } = openShop();
      simulator.faults.add({ acquirer: 'doku', operation, fault: { type: 'hang', when: 'before' } });
      const url = `https://api-sandbox.doku.com${operation === 'token' ? tokenPath : statusPath}`;
      const call = simulator.doku.fetch(url, { method: 'POST', signal: AbortSignal.timeout(60) });
      setTimeout(collectGarbage, 20);
      await expect(call).rejects.toThrow('timeout');
    },
  );

  it.each<DokuOperation>(['token', 'payment', 'refund', 'status'])('can befall %s', async (operation) => {
    const { simulator, merchant } = openShop();
    const token = await merchant.token();
    simulator.faults.add({
      acquirer: 'doku',
      operation,
      fault: { type: 'answer', when: 'before', status: 503, body: '{}' },
    });
    const calls = {
      token: () => merchant.requestToken(),
      payment: () => merchant.pay({}, { token }),
      refund: () => merchant.refund({}, { token }),
      status: () => merchant.status({}, { token }),
    };
    expect((await calls[operation]()).status).toBe(503);
  });
});
