import { describe, expect, it } from 'vitest';
import type { Payment } from '@bayar/core';
import { openTwo, type Process } from './two-processes.ts';
import type { ToyServer } from './toy-server.ts';
import { order } from './toy-shop.ts';

const whole = { refundReference: 'R-1', amount: order('A-1').amount };
const other = { refundReference: 'R-2', amount: order('A-1').amount };

const sent = ({ requests }: ToyServer, to: string): number => requests.filter(({ path }) => path === to).length;

async function paid(process: Process, server: ToyServer): Promise<Payment<'one' | 'two'>> {
  const created = await process.createPayment(order('A-1'));
  if (created.kind !== 'done') throw new Error(created.kind);
  server.pay('A-1');
  await process.getPayment(created.value);
  return created.value;
}

describe('a process that wakes after another took over its claim', () => {
  it('does not free a reference that is in doubt by then', async () => {
    const { one, awake, begin, next } = openTwo('refused');
    const wake = await begin((frozen) => frozen.createPayment(order('A-1')));
    next('/create', () => one.mishaps.push('lose-answer'));
    const inDoubt = await awake.createPayment(order('A-1'));
    expect(inDoubt).toMatchObject({ kind: 'unknown' });
    expect(await wake()).toEqual(inDoubt);
    one.mishaps.push('garble');
    expect(await awake.createPayment(order('A-1'))).toEqual(inDoubt);
    expect(sent(one, '/create')).toBe(1);
  });

  it('does not take the payment to another acquirer while the other process sends it', async () => {
    const { one, two, awake, begin, next } = openTwo('refused');
    const wake = await begin((frozen) => frozen.createPayment(order('A-1')));
    let late: unknown;
    next('/create', async () => (late = await wake()));
    expect(await awake.createPayment(order('A-1'))).toMatchObject({ kind: 'done', value: { acquirer: 'one' } });
    expect(late).toEqual({ kind: 'not-sent', reason: { why: 'in-progress' } });
    expect([sent(one, '/create'), sent(two, '/create')]).toEqual([1, 0]);
  });

  it('answers the payment the other took to another acquirer, and sends nothing there', async () => {
    const { one, two, awake, begin, next } = openTwo('refused');
    const wake = await begin((frozen) => frozen.createPayment(order('A-1')));
    next('/create', () => one.mishaps.push('refuse-connection'));
    expect(await awake.createPayment(order('A-1'))).toMatchObject({ kind: 'done', value: { acquirer: 'two' } });
    expect(await wake()).toMatchObject({ kind: 'done', value: { acquirer: 'two' } });
    expect([sent(one, '/create'), sent(two, '/create')]).toEqual([0, 1]);
  });

  it.each(['decline', 'decline-for-now', 'decline-account'] as const)(
    'keeps its payment in doubt, although the other met %s',
    async (mishap) => {
      const { one, awake, begin, next, ledger } = openTwo('lost');
      const wake = await begin((frozen) => frozen.createPayment(order('A-1')));
      next('/create', () => one.mishaps.push(mishap));
      expect(await awake.createPayment(order('A-1'))).toMatchObject({ kind: 'declined' });
      expect(await wake()).toMatchObject({ kind: 'unknown', inquiry: { doubt: 'connection-lost' } });
      expect((await ledger.read('A-1'))?.claim.state).toBe('unknown');
      expect(await awake.createPayment(order('A-1'))).toMatchObject({ kind: 'done' });
      expect(one.requests.map(({ path }) => path)).toEqual(['/query', '/create', '/create', '/query']);
    },
  );

  it.each(['decline', 'refuse-connection'] as const)(
    'has the other keep its doubt, when that is still sending and then meets %s',
    async (mishap) => {
      const { one, two, awake, begin, next } = openTwo('lost');
      const wake = await begin((frozen) => frozen.createPayment(order('A-1')));
      next('/create', async () => {
        expect(await wake()).toMatchObject({ kind: 'unknown' });
        one.mishaps.push(mishap);
      });
      expect(await awake.createPayment(order('A-1'))).toMatchObject({ kind: 'unknown' });
      expect(two.requests).toEqual([]);
    },
  );

  it('does not free the money of a refund that is in doubt by then', async () => {
    const { one, awake, begin, next } = openTwo('refused', { asksAboutRefunds: true });
    const payment = await paid(awake, one);
    const wake = await begin((frozen) => frozen.refundPayment(payment, whole));
    next('/refund', () => one.mishaps.push('lose-answer'));
    expect(await awake.refundPayment(payment, whole)).toMatchObject({ kind: 'unknown' });
    expect(await wake()).toMatchObject({ kind: 'unknown' });
    expect(await awake.refundPayment(payment, other)).toMatchObject({ kind: 'not-sent', reason: { why: 'invalid' } });
    expect(sent(one, '/refund')).toBe(1);
  });

  it('keeps the money of its own refund counted, although the other was declined', async () => {
    const { one, awake, begin, next } = openTwo('lost', { asksAboutRefunds: true });
    const payment = await paid(awake, one);
    const wake = await begin((frozen) => frozen.refundPayment(payment, whole));
    next('/refund', () => one.mishaps.push('decline-for-now'));
    expect(await awake.refundPayment(payment, whole)).toMatchObject({ kind: 'declined' });
    expect(await wake()).toMatchObject({ kind: 'unknown' });
    expect(await awake.refundPayment(payment, other)).toMatchObject({ kind: 'not-sent', reason: { why: 'invalid' } });
    expect(one.payments.get('A-1')?.refunds).toEqual({ 'R-1': whole.amount.minor });
  });
});

describe('a process whose inquiry answers late', () => {
  it('does not send over the doubt another left meanwhile', async () => {
    const { one, awake, begin, next } = openTwo('answered');
    one.mishaps.push('lose-request');
    expect(await awake.createPayment(order('A-1'))).toMatchObject({ kind: 'unknown' });
    const wake = await begin((slow) => slow.createPayment(order('A-1')));
    next('/create', () => one.mishaps.push('lose-answer'));
    expect(await awake.createPayment(order('A-1'))).toMatchObject({ kind: 'unknown' });
    expect(await wake()).toMatchObject({ kind: 'done' });
    expect(sent(one, '/create')).toBe(2);
  });

  it('does not send a refund over the doubt another left meanwhile', async () => {
    const { one, awake, begin, next } = openTwo('answered', { asksAboutRefunds: true });
    const payment = await paid(awake, one);
    one.mishaps.push('lose-request');
    expect(await awake.refundPayment(payment, whole)).toMatchObject({ kind: 'unknown' });
    const wake = await begin((slow) => slow.refundPayment(payment, whole));
    next('/refund', () => one.mishaps.push('lose-answer'));
    expect(await awake.refundPayment(payment, whole)).toMatchObject({ kind: 'unknown' });
    expect(await wake()).toMatchObject({ kind: 'done' });
    expect(sent(one, '/refund')).toBe(2);
  });
});
