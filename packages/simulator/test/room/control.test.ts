import { describe, expect, it } from 'vitest';
import { createSimulator, realClock, virtualClock } from '../../src/index.ts';
import type { PaymentName } from '../../src/index.ts';
import { openShop } from '../doku/merchant.ts';
import { danaShop, faspayShop, quietSimulator } from './shop.ts';

const dana: PaymentName = { acquirer: 'dana', reference: 'INV-1' };

describe('an operator', () => {
  it('sees a payment with its story: request, signature, answer, customer, notification', async () => {
    const { simulator } = await danaShop();
    await simulator.control.act(dana, 'pay');
    await simulator.idle();
    const story = simulator.control.payment(dana);
    expect(story).toMatchObject({ phase: 'paid', statusText: 'SUCCESS', charges: 1 });
    expect(story?.events.map(({ type }) => type)).toEqual([
      'order-created',
      'request-answered',
      'order-status',
      'notification-attempted',
    ]);
    expect(story?.events[1]).toMatchObject({ signature: { genuine: true }, answer: { status: 200 } });
    expect(story?.events[3]?.delivery).toMatchObject({ verdict: 'acknowledged', response: { status: 200 } });
  });

  it('sees when an unacknowledged notification is sent again, and goes there', async () => {
    const { simulator, inbox } = await danaShop();
    inbox.respond = () => new Response('no', { status: 500 });
    await simulator.control.act(dana, 'pay');
    await simulator.idle();
    const { now, nextAttemptAt } = simulator.control.clock();
    expect(nextAttemptAt).toBe(now + 30_000);
    expect(simulator.control.payment(dana)).toMatchObject({ nextAttemptAt });
    expect(await simulator.control.advance('next-attempt')).toMatchObject({ now: nextAttemptAt });
    expect(inbox.received).toHaveLength(2);
  });

  it('cannot go to the next attempt where none is waiting', async () => {
    await expect(quietSimulator().control.advance('next-attempt')).rejects.toMatchObject({ code: 'impossible' });
  });

  it('notifies by hand in every way', async () => {
    const { simulator, inbox } = await danaShop();
    await simulator.control.act(dana, 'pay');
    await simulator.idle();
    inbox.received.length = 0;
    for (const way of ['resend', 'duplicate', 'reorder', 'wrong-signature', 'wrong-amount'] as const) {
      await simulator.control.notify(dana, way);
    }
    const bodies = inbox.received.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
    expect(bodies.map(({ latestTransactionStatus }) => latestTransactionStatus)).toEqual([
      '00',
      '00',
      '00',
      '00',
      '05',
      '00',
      '00',
    ]);
    expect(bodies.at(-1)).toMatchObject({ amount: { value: '16000.00' } });
  });

  it('notifies by hand in Faspay’s words too', async () => {
    const { simulator, notifications } = await faspayShop();
    const name: PaymentName = { acquirer: 'faspay', reference: 'INV-1' };
    await simulator.control.act(name, 'pay');
    await simulator.idle();
    await simulator.control.notify(name, 'reorder');
    await simulator.control.notify(name, 'wrong-amount');
    expect(notifications().map(({ payment_status_code }) => payment_status_code)).toEqual(['2', '2', '1', '2']);
    expect(notifications().at(-1)).toMatchObject({ bill_total: '3000', payment_total: '3000' });
  });

  it('lets the customer pay a closed payment late, at each acquirer', async () => {
    const { simulator } = await danaShop();
    await simulator.control.act(dana, 'cancel');
    await simulator.control.act(dana, 'pay-late');
    expect(simulator.control.payment(dana)).toMatchObject({ phase: 'paid', charges: 1 });

    const doku = openShop();
    await doku.merchant.pay();
    const name: PaymentName = { acquirer: 'doku', reference: 'INV-0001' };
    await doku.simulator.control.act(name, 'pay-late');
    await doku.simulator.clock.advance(2 * 3_600_000);
    await doku.simulator.control.act(name, 'pay-late');
    expect(doku.simulator.control.payment(name)).toMatchObject({ phase: 'paid', charges: 1 });
  });

  it('is told what cannot be done', async () => {
    const { simulator } = await faspayShop();
    const { control } = simulator;
    await control.act({ acquirer: 'faspay', reference: 'INV-1' }, 'pay');
    await expect(control.act({ acquirer: 'faspay', reference: 'INV-1' }, 'fail')).rejects.toMatchObject({
      code: 'impossible',
    });
    await expect(control.act(dana, 'pay')).rejects.toMatchObject({ code: 'unknown' });
    const fault = { type: 'reset', when: 'before' } as const;
    expect(() => control.addFault({ acquirer: 'doku', operation: 'paiment', fault })).toThrow('token, payment');
  });

  it('hears of every event as it happens', async () => {
    const { simulator } = await danaShop();
    const heard: string[] = [];
    const stop = simulator.control.watch(({ type }) => heard.push(type));
    await simulator.control.act(dana, 'cancel');
    stop();
    await simulator.control.act(dana, 'pay-late');
    expect(heard).toEqual(['order-status']);
  });

  it('plans faults, sees them, and clears them', () => {
    const { control } = quietSimulator();
    control.addFault({ acquirer: 'dana', operation: 'createOrder', times: 2, fault: { type: 'hang', when: 'before' } });
    expect(control.faults()).toMatchObject([{ operation: 'createOrder', times: 2 }]);
    control.clearFaults();
    expect(control.faults()).toEqual([]);
  });
});

describe('the machine’s clock', () => {
  it('can be advanced ahead, says by how much, and comes back', async () => {
    const { control, clock } = createSimulator({ clock: realClock() });
    let ran = false;
    clock.after(3_600_000, () => void (ran = true));
    const { lead } = await control.advance(3_600_000);
    expect(ran).toBe(true);
    expect(lead).toBeGreaterThan(3_599_000);
    expect(control.rejoin()).toMatchObject({ lead: 0 });
  });

  it('has no lead where it stands still', () => {
    expect(createSimulator({ clock: virtualClock(0) }).control.clock()).toEqual({ now: 0 });
  });
});
