import { describe, expect, it } from 'vitest';
import type { CallFault } from '../../src/index.ts';
import { createMerchant, orderOf, paths, signRequest } from '../dana/merchant.ts';
import { openShop, statusFields, statusPath } from '../doku/merchant.ts';
import { createMerchant as createFaspayMerchant } from '../faspay/merchant.ts';

/** A DANA order under a fault: what the caller gets, and how many orders DANA has. */
async function order(fault: CallFault) {
  const { simulator, dana, clock } = createMerchant();
  simulator.faults.add({ fault });
  const init = { method: 'POST', ...signRequest(paths.create, orderOf('ORDER-1'), clock.now()) };
  const call = dana.fetch(`https://api.sandbox.dana.id${paths.create}`, init);
  return { simulator, clock, call, orders: () => dana.payments().length };
}

const untouched = async () => (await (await order({ type: 'content-type' })).call).text();

describe('a connection', () => {
  it.each<[CallFault, string, number]>([
    [{ type: 'refuse' }, 'ECONNREFUSED', 0],
    [{ type: 'drop', when: 'before' }, 'UND_ERR_SOCKET', 0],
    [{ type: 'drop', when: 'after-commit' }, 'UND_ERR_SOCKET', 1],
    [{ type: 'reset', when: 'before' }, 'ECONNRESET', 0],
    [{ type: 'reset', when: 'after-commit' }, 'ECONNRESET', 1],
  ])('under %o fails with %s and leaves %i orders', async (fault, code, count) => {
    const { call, orders } = await order(fault);
    await expect(call).rejects.toMatchObject({ name: 'TypeError', message: 'fetch failed', cause: { code } });
    expect(orders()).toBe(count);
  });

  it.each([
    ['before', 0],
    ['after-commit', 1],
  ] as const)('delayed %s has answered when the clock says so, not earlier', async (when, meanwhile) => {
    const { simulator, clock, call, orders } = await order({ type: 'delay', when, ms: 5000 });
    let answered = false;
    void call.then(() => (answered = true));
    await simulator.waiting();
    await clock.advance(4999);
    expect([answered, orders()]).toEqual([false, meanwhile]);
    await clock.advance(1);
    expect((await call).status).toBe(200);
    expect(orders()).toBe(1);
  });

  it('breaks after half of the body, or after as many bytes as told', async () => {
    const whole = await untouched();
    for (const [bytes, expected] of [
      [undefined, Math.floor(Buffer.byteLength(whole) / 2)],
      [0, 0],
      [7, 7],
      [99_999, Buffer.byteLength(whole)],
    ] as const) {
      const { call, orders } = await order({ type: 'truncate', ...(bytes !== undefined && { bytes }) });
      const reader = (await call).body?.getReader();
      let received = 0;
      const read = async () => {
        for (let part = await reader?.read(); part?.value; part = await reader?.read()) received += part.value.length;
      };
      await expect(read()).rejects.toMatchObject({ message: 'terminated', cause: { code: 'UND_ERR_SOCKET' } });
      expect([received, orders()]).toEqual([expected, 1]);
    }
  });

  it('drips piece by piece on the clock', async () => {
    const whole = await untouched();
    const { clock, call } = await order({ type: 'drip', everyMs: 1000, bytes: 100 });
    const reader = (await call).body?.getReader();
    const decoder = new TextDecoder();
    let text = '';
    for (let part = reader?.read(); ; part = reader?.read()) {
      await clock.advance(1000);
      const { value, done = true } = (await part) ?? {};
      if (done) break;
      expect(value?.length).toBeLessThanOrEqual(100);
      text += decoder.decode(value, { stream: true });
    }
    expect(text.length).toBe(whole.length);
  });
});

describe('an answer', () => {
  it.each<[CallFault, number, string | null, string, number]>([
    [{ type: 'html', when: 'before' }, 502, 'text/html; charset=utf-8', 'Bad Gateway', 0],
    [{ type: 'html', when: 'after-commit', status: 504 }, 504, 'text/html; charset=utf-8', 'Bad Gateway', 1],
    [{ type: 'empty', when: 'after-commit' }, 200, 'application/json', '', 1],
    [{ type: 'in-progress', when: 'after-commit' }, 202, 'application/json', '"2025400"', 1],
    [{ type: 'in-progress', when: 'before' }, 202, 'application/json', '"Request In Progress"', 0],
    [{ type: 'rate-limit', retryAfterSeconds: 7 }, 429, 'application/json', '"4295400"', 0],
    [{ type: 'replay' }, 409, 'application/json', '"2005400"', 1],
    [{ type: 'content-type' }, 200, 'text/plain', '"2005400"', 1],
    [{ type: 'content-type', contentType: 'text/html' }, 200, 'text/html', '"2005400"', 1],
    [{ type: 'unknown-code' }, 200, 'application/json', '"2005499"', 1],
    [{ type: 'unknown-code', code: 'XYZ' }, 200, 'application/json', '"XYZ"', 1],
  ])('under %o is HTTP %i, %s, with %s, and leaves %i orders', async (fault, status, type, part, count) => {
    const { call, orders } = await order(fault);
    const answer = await call;
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, type]);
    expect(await answer.text()).toContain(part);
    expect(answer.headers.get('retry-after')).toBe(fault.type === 'rate-limit' ? '7' : null);
    expect(orders()).toBe(count);
  });

  it('has an unknown status under its right code', async () => {
    const { simulator, merchant } = openShop();
    await merchant.pay();
    simulator.faults.add({ operation: 'status', fault: { type: 'unknown-status' } });
    expect((await merchant.call(statusPath, statusFields)).body).toMatchObject({
      responseCode: '2005500',
      latestTransactionStatus: '99',
    });
  });

  it('speaks the language of the acquirer', async () => {
    const doku = openShop({ serviceCodes: 'standard' });
    doku.simulator.faults.add({ operation: 'payment', fault: { type: 'rate-limit', retryAfterSeconds: 1 } });
    expect((await doku.merchant.pay()).body['responseCode']).toBe('4295400');

    const faspay = createFaspayMerchant();
    const posted = await faspay.post('INV1');
    faspay.simulator.faults.add({ operation: 'inquiry', fault: { type: 'unknown-status' } });
    expect(await faspay.inquire('INV1', posted['trx_id'])).toMatchObject({ payment_status_code: '6' });
    faspay.simulator.faults.add({ operation: 'inquiry', fault: { type: 'unknown-code' } });
    expect(await faspay.inquire('INV1', posted['trx_id'])).toMatchObject({ response_code: '77' });
  });
});
