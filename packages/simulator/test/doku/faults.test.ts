import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { DokuOperation, Fault } from '../../src/index.ts';
import { openShop, paymentPath, statusPath, tokenPath } from './merchant.ts';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

const reset: Fault = { type: 'reset', when: 'after-commit' };

describe('a fault', () => {
  it('after the payment was created loses the answer, not the payment', async () => {
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

  it('answers as told, as often as told', async () => {
    const { simulator, merchant } = openShop();
    const html: Fault = {
      type: 'answer',
      when: 'before',
      status: 502,
      body: '<h1>Bad Gateway</h1>',
      contentType: 'text/html',
    };
    simulator.faults.add({ acquirer: 'doku', operation: 'payment', times: 2, fault: html });
    const attempt = () => simulator.doku.fetch(`https://api-sandbox.doku.com${paymentPath}`, { method: 'POST' });
    expect((await attempt()).headers.get('content-type')).toBe('text/html');
    expect((await attempt()).status).toBe(502);
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
