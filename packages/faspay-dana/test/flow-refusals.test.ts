import { describe, expect, it } from 'vitest';
import { request } from './merchant.ts';
import { BILL, created, open } from './world.ts';

describe('what Faspay refuses', () => {
  it.each([
    ['a wrong password', {}, { password: 'wrong' }, 'authentication', '55'],
    ['another merchant id', {}, { merchantId: '54321' }, 'merchant-not-ready', '03'],
    ['a suspended merchant', { merchantActive: false }, {}, 'not-permitted', '63'],
    ['an address it does not know', { callerAddresses: ['203.0.113.7'] }, {}, 'not-permitted', '56'],
    ['a channel that is not enabled', { channels: [] }, {}, 'merchant-not-ready', '40'],
    ['a channel that is not registered', { channels: [], channelRefusal: '82' }, {}, 'merchant-not-ready', '82'],
  ] as const)('is declined: %s', async (_, settings, changes, reason, code) => {
    const { gateway } = open(settings, changes);
    expect(await gateway.createPayment(request)).toMatchObject({ kind: 'declined', decline: { reason, code } });
  });

  it.each([
    ['refused-if-paid', 'already-exists', '81'],
    ['refused', 'already-exists', '14'],
  ] as const)('is in doubt when the bill exists: %s', async (duplicateBill, doubt, code) => {
    const world = open({ duplicateBill });
    await created(world.gateway);
    await world.faspay.customer.pay(BILL);
    expect(await world.gateway.createPayment(request)).toMatchObject({ kind: 'unknown', inquiry: { doubt, code } });
    expect(world.faspay.payment(BILL)?.charges).toBe(1);
  });

  it.each([
    ['refused', { kind: 'absent', final: false }],
    ['status-5', { kind: 'found', value: { status: 'unknown' } }],
  ] as const)('is no payment when nobody posted the bill: %s', async (unknownBill, expected) => {
    const world = open({ unknownBill });
    const payment = await created(world.gateway);
    const other = { ...payment, locator: { trxId: '9999981999999999', billNo: 'NOBODYZ' }, reference: 'NOBODY' };
    expect(await world.gateway.getPayment(other)).toMatchObject(expected);
  });
});

describe('an answer that is lost', () => {
  it.each(['before', 'after-commit'] as const)(
    'leaves post data in doubt, asks nothing and says what to do: reset %s',
    async (when) => {
      const world = open();
      world.simulator.faults.add({ acquirer: 'faspay', operation: 'postData', fault: { type: 'reset', when } });
      const outcome = await world.gateway.createPayment(request);
      expect(outcome).toMatchObject({
        kind: 'unknown',
        inquiry: { doubt: 'connection-lost', payment: { locator: {} } },
      });
      if (outcome.kind !== 'unknown') return;
      expect(await world.gateway.getPayment(outcome.inquiry.payment)).toMatchObject({
        because: 'invalid',
        issues: [{ field: 'locator' }],
      });
      expect(world.faspay.payments()).toHaveLength(when === 'before' ? 0 : 1);
    },
  );

  it.each(['missing-comma', 'trailing-break'] as const)(
    'includes one that cannot be read: %s',
    async (answerDefect) => {
      const { gateway } = open({ answerDefect });
      expect(await gateway.createPayment(request)).toMatchObject({
        kind: 'unknown',
        inquiry: { doubt: 'unreadable-answer' },
      });
    },
  );
});
