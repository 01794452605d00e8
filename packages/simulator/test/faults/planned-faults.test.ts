import { describe, expect, it } from 'vitest';
import { createMerchant, orderOf, paths, queryOf } from '../dana/merchant.ts';

describe('planned faults, in process', () => {
  it('resets after the order is taken, and the repeat finds it', async () => {
    const { simulator, dana, call } = createMerchant();
    simulator.faults.add({
      acquirer: 'dana',
      operation: 'createOrder',
      fault: { type: 'reset', when: 'after-commit' },
    });
    await expect(call(paths.create, orderOf('ORDER-1'))).rejects.toThrow('fetch failed');
    expect(dana.payments()).toHaveLength(1);
    expect(await call(paths.create, orderOf('ORDER-1'))).toMatchObject({ code: '2005400' });
    expect(dana.payments()).toHaveLength(1);
  });

  it('hangs until the caller gives up, with the order taken', async () => {
    const { simulator, dana, call } = createMerchant();
    simulator.faults.add({ acquirer: 'dana', operation: 'createOrder', fault: { type: 'hang', when: 'after-commit' } });
    const giveUp = new AbortController();
    const answer = call(paths.create, orderOf('ORDER-1'), { signal: giveUp.signal });
    setTimeout(() => giveUp.abort(), 20);
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    expect(dana.payments()).toHaveLength(1);
  });

  it('answers what it is told, as often as it is told', async () => {
    const { simulator, dana, call } = createMerchant();
    await call(paths.create, orderOf('ORDER-1'));
    const fault = {
      type: 'answer',
      when: 'before',
      status: 429,
      body: '{"responseCode":"4295500"}',
      headers: { 'retry-after': '2' },
    } as const;
    simulator.faults.add({ acquirer: 'dana', operation: 'queryPayment', times: 2, fault });
    for (const expected of ['4295500', '4295500', '2005500']) {
      const answer = await call(paths.query, queryOf('ORDER-1'));
      expect(answer.code).toBe(expected);
      expect(answer.headers.get('retry-after')).toBe(expected === '4295500' ? '2' : null);
    }
    expect(dana.payments()).toHaveLength(1);
  });

  it('befalls only the operation it is planned for, until cleared', async () => {
    const { simulator, call } = createMerchant();
    simulator.faults.add({ acquirer: 'dana', operation: 'refundOrder', fault: { type: 'reset', when: 'before' } });
    simulator.faults.add({ acquirer: 'doku', operation: 'createOrder', fault: { type: 'reset', when: 'before' } });
    expect(await call(paths.create, orderOf('ORDER-1'))).toMatchObject({ code: '2005400' });
    simulator.faults.clear();
    expect(await call(paths.refund, {})).toMatchObject({ code: '4005802' });
  });

  it('does not start for a caller that has already given up', async () => {
    const { dana, call } = createMerchant();
    await expect(call(paths.create, orderOf('ORDER-1'), { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(dana.payments()).toEqual([]);
  });
});
