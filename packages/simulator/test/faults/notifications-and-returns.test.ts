import { describe, expect, it } from 'vitest';
import type { NotificationFault, ReturnFault, Simulator } from '../../src/index.ts';
import { createMerchant, orderOf, paths } from '../dana/merchant.ts';
import { openNotified } from '../doku/notified-merchant.ts';
import { createMerchant as createFaspayMerchant } from '../faspay/merchant.ts';

interface Opened {
  readonly simulator: Simulator;
  readonly reference: string;
  readonly received: () => number;
  readonly paid: string;
}

/** Each acquirer with one open payment and a merchant who acknowledges. */
const opened: Readonly<Record<'dana' | 'doku' | 'faspay', () => Promise<Opened>>> = {
  async dana() {
    const { simulator, call, inbox } = createMerchant();
    await call(paths.create, orderOf('ORDER-1'));
    return { simulator, reference: 'ORDER-1', received: () => inbox.received.length, paid: 'SUCCESS' };
  },
  async doku() {
    const { simulator, inbound } = await openNotified();
    return { simulator, reference: 'INV-0001', received: () => inbound.received.length, paid: '00' };
  },
  async faspay() {
    const { simulator, post, inbox } = createFaspayMerchant();
    await post('INV1');
    return { simulator, reference: 'INV1', received: () => inbox.received.length, paid: '2' };
  },
};
const acquirers = ['dana', 'doku', 'faspay'] as const;
const minute = 60_000;

describe.each(acquirers)('a notification of %s', (acquirer) => {
  async function paidUnder(fault: NotificationFault) {
    const half = await opened[acquirer]();
    half.simulator.faults.add({ acquirer, reference: half.reference, fault });
    await half.simulator[acquirer].customer.pay(half.reference);
    await half.simulator.idle();
    return half;
  }

  it('comes twice, or as often as told', async () => {
    expect((await paidUnder({ type: 'duplicate-notification' })).received()).toBe(2);
    expect((await paidUnder({ type: 'duplicate-notification', copies: 5 })).received()).toBe(5);
  });

  it('comes late', async () => {
    const { simulator, received } = await paidUnder({ type: 'late-notification', ms: minute });
    expect(received()).toBe(0);
    await simulator.clock.advance(minute);
    await simulator.idle();
    expect(received()).toBe(1);
  });

  it('never comes, though the payment is paid', async () => {
    const { simulator, reference, received, paid } = await paidUnder({ type: 'missing-notification' });
    await simulator.clock.advance(8 * 24 * 60 * minute);
    expect(received()).toBe(0);
    expect(simulator[acquirer].payment(reference)).toMatchObject({ status: paid, charges: 1 });
    expect(simulator.faults.befallen()).toMatchObject([{ acquirer, operation: 'notification', nth: 1 }]);
  });
});

describe.each(acquirers)('the browser of a customer of %s', (acquirer) => {
  async function backUnder(fault: ReturnFault, action: 'pay' | 'cancel' = 'pay') {
    const half = await opened[acquirer]();
    half.simulator.faults.add({ fault });
    const { returnTo } = await half.simulator[acquirer].customer[action](half.reference);
    return { ...half, query: new URL(returnTo).searchParams };
  }

  it('is back before the acquirer knows of the payment', async () => {
    const { simulator, reference, paid } = await backUnder({ type: 'browser-first', ms: minute });
    expect(simulator[acquirer].payment(reference)?.charges).toBe(0);
    await simulator.clock.advance(minute);
    expect(simulator[acquirer].payment(reference)).toMatchObject({ status: paid, charges: 1 });
  });

  it('lies where its address says anything', async () => {
    const statuses = { dana: ['CANCELLED', 'SUCCESS'], doku: [null, null], faspay: ['3', '2'] };
    const told = async (action: 'pay' | 'cancel') =>
      (await backUnder({ type: 'browser-lies' }, action)).query.get('status');
    expect([await told('pay'), await told('cancel')]).toEqual(statuses[acquirer]);
  });
});

describe('a lying browser', () => {
  it('presses the real button of the page first', async () => {
    const { simulator } = await opened.dana();
    simulator.faults.add({ acquirer: 'dana', fault: { type: 'browser-lies' } });
    const page = simulator.dana.payment('ORDER-1')?.pageUrl ?? '';
    const answer = await simulator.dana.fetch(page, { method: 'POST', body: new URLSearchParams({ action: 'pay' }) });
    expect(new URL(answer.headers.get('location') ?? '').searchParams.get('status')).toBe('CANCELLED');
    expect(simulator.dana.payment('ORDER-1')?.status).toBe('SUCCESS');
  });

  it('of Faspay keeps the signature of the status Faspay wrote', async () => {
    const told = async (lies: boolean) => {
      const { simulator } = await opened.faspay();
      if (lies) simulator.faults.add({ fault: { type: 'browser-lies' } });
      return new URL((await simulator.faspay.customer.pay('INV1')).returnTo).searchParams.get('signature');
    };
    expect(await told(true)).toBe(await told(false));
  });
});
