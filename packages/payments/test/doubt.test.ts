import { describe, expect, it } from 'vitest';
import { openToyShop, order } from './toy-shop.ts';

describe('a creation in doubt', () => {
  it('is unknown, with everything needed to inquire', async () => {
    const { payments, one } = openToyShop();
    one.mishaps.push('lose-answer');
    const outcome = await payments.createPayment(order('A-1'));
    expect(outcome).toMatchObject({
      kind: 'unknown',
      inquiry: {
        operation: 'createPayment',
        doubt: 'connection-lost',
        payment: { acquirer: 'one', reference: 'A-1', amount: { minor: 2_500_000 } },
      },
    });
  });

  it('is resolved by an inquiry', async () => {
    const { payments, one } = openToyShop();
    one.mishaps.push('lose-answer');
    const outcome = await payments.createPayment(order('A-1'));
    one.pay('A-1');
    if (outcome.kind !== 'unknown') throw new Error(outcome.kind);
    expect(await payments.resolve(JSON.parse(JSON.stringify(outcome.inquiry)))).toMatchObject({
      kind: 'found',
      value: { acquirer: 'one', status: 'paid' },
    });
  });

  it('inquires before it is sent again, and is not sent again when the payment exists', async () => {
    const { payments, one } = openToyShop();
    one.mishaps.push('lose-answer');
    await payments.createPayment(order('A-1'));
    one.pay('A-1');
    expect(await payments.createPayment(order('A-1'))).toMatchObject({ kind: 'done', value: { status: 'paid' } });
    expect(one.requests.map(({ path }) => path)).toEqual(['/create', '/query']);
  });

  it('is sent again, to the same acquirer, once the inquiry says that it does not exist', async () => {
    const { payments, one, two, activate } = openToyShop();
    one.mishaps.push('lose-request');
    await payments.createPayment(order('A-1'));
    activate('two');
    expect(await payments.createPayment(order('A-1'))).toMatchObject({ kind: 'done', value: { acquirer: 'one' } });
    expect(one.requests.map(({ path }) => path)).toEqual(['/create', '/query', '/create']);
    expect(one.requests[2]?.body).toEqual(one.requests[0]?.body);
    expect(two.requests).toHaveLength(0);
  });

  it('is not sent again while the acquirer does not know it yet, however often it is asked for', async () => {
    const { payments, one, two, activate } = openToyShop({ failover: ['two'] });
    one.mishaps.push('lose-answer', 'absent-yet', 'absent-yet');
    const first = await payments.createPayment(order('A-1'));
    activate('two');
    expect([await payments.createPayment(order('A-1')), await payments.createPayment(order('A-1'))]).toEqual([
      first,
      first,
    ]);
    expect(one.requests.map(({ path }) => path)).toEqual(['/create', '/query', '/query']);
    expect(two.requests).toEqual([]);
  });

  it('stays unknown while the acquirer cannot be asked', async () => {
    const { payments, one } = openToyShop();
    one.mishaps.push('lose-answer', 'garble');
    await payments.createPayment(order('A-1'));
    expect(await payments.createPayment(order('A-1'))).toMatchObject({ kind: 'unknown' });
    expect(one.requests.map(({ path }) => path)).toEqual(['/create', '/query']);
  });

  it('finds out where to send the customer by repeating, where the acquirer recognises the repeat', async () => {
    const { payments, one } = openToyShop({ traits: { recognisesRepeats: ['createPayment'] } });
    one.mishaps.push('lose-answer');
    await payments.createPayment(order('A-1'));
    expect(await payments.createPayment(order('A-1'))).toMatchObject({
      kind: 'done',
      value: { next: { type: 'redirect' } },
    });
    expect(one.requests.map(({ path }) => path)).toEqual(['/create', '/query', '/create']);
  });

  it('resolved by an inquiry still finds out where to send the customer, where the acquirer recognises the repeat', async () => {
    const { payments, one } = openToyShop({ traits: { recognisesRepeats: ['createPayment'] } });
    one.mishaps.push('lose-answer');
    const outcome = await payments.createPayment(order('A-1'));
    if (outcome.kind !== 'unknown') throw new Error(outcome.kind);
    expect(await payments.resolve(outcome.inquiry)).toMatchObject({ kind: 'found', value: { next: { type: 'none' } } });
    expect(await payments.createPayment(order('A-1'))).toMatchObject({
      kind: 'done',
      value: { next: { type: 'redirect' } },
    });
    expect(one.requests.map(({ path }) => path)).toEqual(['/create', '/query', '/create']);
  });

  it('that a crash left behind is inquired about once its claim has run out', async () => {
    const { payments, one, ledger, clock } = openToyShop();
    await payments.createPayment(order('A-1'));
    const record = await ledger.read('A-1');
    if (record === undefined) throw new Error('no record');
    await ledger.replace({
      ...record,
      version: record.version + 1,
      claim: {
        state: 'sending',
        until: new Date(clock.now().getTime() + 60_000).toISOString(),
        by: 'a process that died',
      },
    });
    expect(await payments.createPayment(order('A-1'), { deadlineMs: 500 })).toEqual({
      kind: 'not-sent',
      reason: { why: 'in-progress' },
    });
    clock.advance(60_000);
    expect(await payments.createPayment(order('A-1'))).toMatchObject({ kind: 'done' });
    expect(one.requests.map(({ path }) => path)).toEqual(['/create', '/query']);
  });
});

describe('a creation in doubt whose time to pay has passed', () => {
  const LATER_MS = 3_600_000;

  it('is asked for anew once the acquirer says that it does not exist, where payments go by then', async () => {
    const { payments, one, two, clock, activate } = openToyShop();
    one.mishaps.push('lose-request');
    await payments.createPayment(order('A-1'));
    clock.advance(LATER_MS);
    activate('two');
    const outcome = await payments.createPayment(order('A-1'));
    expect(outcome).toMatchObject({ kind: 'done', value: { acquirer: 'two', expiresAt: '2026-09-01T04:30:00.000Z' } });
    expect([one.requests.length, two.requests.length]).toEqual([2, 1]);
  });

  it('is answered as it is found, although where to send the customer is not known', async () => {
    const { payments, one, clock } = openToyShop({ traits: { recognisesRepeats: ['createPayment'] } });
    one.mishaps.push('lose-answer');
    await payments.createPayment(order('A-1'));
    clock.advance(LATER_MS);
    expect(await payments.createPayment(order('A-1'))).toMatchObject({
      kind: 'done',
      value: { next: { type: 'none' } },
    });
    expect(one.requests.map(({ path }) => path)).toEqual(['/create', '/query']);
  });
});

describe('failover', () => {
  it('moves to the next acquirer when the active one is unreachable', async () => {
    const { payments, one, two } = openToyShop({ failover: ['two'] });
    one.mishaps.push('refuse-connection');
    expect(await payments.createPayment(order('A-1'))).toMatchObject({ kind: 'done', value: { acquirer: 'two' } });
    expect([one.requests.length, two.requests.length]).toEqual([0, 1]);
  });

  it('never happens once the payment has been seen to exist', async () => {
    const { payments, one, two } = openToyShop({ failover: ['two'], traits: { recognisesRepeats: ['createPayment'] } });
    one.mishaps.push('lose-answer');
    const outcome = await payments.createPayment(order('A-1'));
    if (outcome.kind !== 'unknown') throw new Error(outcome.kind);
    await payments.resolve(outcome.inquiry);
    one.mishaps.push('refuse-connection');
    expect(await payments.createPayment(order('A-1'))).toMatchObject({ kind: 'done', value: { acquirer: 'one' } });
    expect(two.requests).toHaveLength(0);
  });

  it.each(['lose-answer', 'lose-request', 'garble', 'decline', 'decline-for-now', 'lie'] as const)(
    'never happens after %s',
    async (mishap) => {
      const { payments, one, two } = openToyShop({ failover: ['two'] });
      one.mishaps.push(mishap);
      const outcome = await payments.createPayment(order('A-1'));
      expect(outcome.kind).toMatch(/^(?:unknown|declined)$/);
      expect(two.requests).toHaveLength(0);
    },
  );
});
