import { describe, expect, it } from 'vitest';
import { createSimulator } from '../../src/index.ts';
import type { PlannedFault } from '../../src/index.ts';
import { createMerchant, orderOf, paths, queryOf } from '../dana/merchant.ts';

const slow: PlannedFault['fault'] = { type: 'answer', when: 'before', status: 503, body: '{"responseCode":"-"}' };

/** For each of so many status calls, whether it failed. */
async function failures(calls: number, ...rules: readonly PlannedFault[]): Promise<readonly boolean[]> {
  const { simulator, call } = createMerchant();
  await call(paths.create, orderOf('ORDER-1'));
  for (const rule of rules) simulator.faults.add(rule);
  const failed: boolean[] = [];
  for (let nth = 0; nth < calls; nth++) failed.push((await call(paths.query, queryOf('ORDER-1'))).status === 503);
  return failed;
}

describe('a rule', () => {
  it('befalls the nth matching call and as many as told from there', async () => {
    expect(await failures(4, { nth: 2, times: 2, fault: slow })).toEqual([false, true, true, false]);
    expect(await failures(3, { times: 'always', fault: slow })).toEqual([true, true, true]);
  });

  it('befalls any acquirer and operation unless it names them', async () => {
    expect(await failures(1, { fault: slow })).toEqual([true]);
    expect(await failures(1, { operation: ['refundOrder', 'queryPayment'], fault: slow })).toEqual([true]);
    expect(await failures(1, { operation: 'refundOrder', fault: slow })).toEqual([false]);
    expect(await failures(1, { acquirer: 'doku', fault: slow })).toEqual([false]);
  });

  it.each([
    ['ORDER-1', true],
    ['ORDER-*', true],
    ['*', true],
    ['ORDER', false],
    ['ORDER.1', false],
  ])('about the reference %s befalls ORDER-1: %s', async (reference, befalls) => {
    expect(await failures(1, { reference, fault: slow })).toEqual([befalls]);
  });

  it('strikes by chance as the seed says, whatever other rules there are', async () => {
    const half = { probability: 0.5, times: 'always', fault: slow } as const;
    const drawn = await failures(20, half);
    expect(new Set(drawn)).toEqual(new Set([true, false]));
    expect(await failures(20, half, { operation: 'refundOrder', probability: 0.5, fault: slow })).toEqual(drawn);
    expect(await failures(3, { ...half, probability: 0 })).toEqual([false, false, false]);
  });

  it('gives way to one added before it', async () => {
    const { simulator, call } = createMerchant();
    simulator.faults.add({ fault: { type: 'empty', when: 'before' } });
    simulator.faults.add({ fault: slow });
    await expect(call(paths.query, queryOf('ORDER-1'))).rejects.toThrow('JSON');
    expect((await call(paths.query, queryOf('ORDER-1'))).status).toBe(503);
  });

  it.each<[string, PlannedFault]>([
    ['There is no fault earthquake', JSON.parse('{"fault":{"type":"earthquake"}}')],
    ['nth counts from 1', { nth: 0, fault: slow }],
    ['times counts from 1', { times: 1.5, fault: slow }],
    ['probability is from 0 to 1', { probability: 2, fault: slow }],
    ['befalls no operation', { operation: 'createOrder', fault: { type: 'missing-notification' } }],
  ])('is refused: %s', (message, rule) => {
    expect(() => createSimulator().faults.add(rule)).toThrow(message);
  });
});

describe('the record of faults', () => {
  it('lists which call each befell, as rules that make it happen again', async () => {
    const recorded = createMerchant();
    recorded.simulator.faults.add({ operation: 'queryPayment', probability: 0.3, times: 'always', fault: slow });
    const drawn = [];
    for (let nth = 0; nth < 20; nth++) drawn.push((await recorded.call(paths.query, queryOf('ORDER-1'))).status);
    const befallen = recorded.simulator.faults.befallen();
    expect(befallen).toEqual(
      drawn.flatMap((status, index) =>
        status === 503 ? [{ acquirer: 'dana', operation: 'queryPayment', nth: index + 1, fault: slow }] : [],
      ),
    );

    const replayed = createMerchant();
    const read: readonly PlannedFault[] = JSON.parse(JSON.stringify(befallen));
    for (const rule of read) replayed.simulator.faults.add(rule);
    for (const status of drawn) {
      expect((await replayed.call(paths.query, queryOf('ORDER-1'))).status).toBe(status);
    }
    expect(replayed.simulator.faults.befallen()).toEqual(befallen);
  });

  it('survives clearing the rules, which it lists too', async () => {
    const { simulator, call } = createMerchant();
    const rule = { acquirer: 'dana', operation: 'queryPayment', fault: slow } as const;
    simulator.faults.add(rule);
    expect(simulator.faults.planned()).toEqual([rule]);
    await call(paths.query, queryOf('ORDER-1'));
    simulator.faults.clear();
    expect(simulator.faults.planned()).toEqual([]);
    expect(simulator.faults.befallen()).toHaveLength(1);
    expect(simulator.timeline('ORDER-1')).toMatchObject([
      { type: 'fault', detail: { operation: 'queryPayment', fault: 'answer', when: 'before' } },
    ]);
  });
});
