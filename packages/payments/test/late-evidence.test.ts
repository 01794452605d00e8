import { describe, expect, it } from 'vitest';
import { rupiah } from '@bayar/core';
import { openToyShop, order } from './toy-shop.ts';

describe('a payment that turns out paid after all', () => {
  it.each(['decline', 'decline-for-now', 'decline-account', 'refuse-connection'] as const)(
    'after %s is answered as made, and never asked for again anywhere',
    async (mishap) => {
      const { payments, one, two, activate, notify } = openToyShop();
      one.mishaps.push(mishap);
      await payments.createPayment(order('A-1'));
      await notify('A-1', 'paid');
      const sent = one.requests.length;
      activate('two');
      expect(await payments.createPayment(order('A-1'))).toMatchObject({
        kind: 'done',
        value: { acquirer: 'one', status: 'paid' },
      });
      expect([one.requests.length, two.requests.length]).toEqual([sent, 0]);
    },
  );
});

describe('a creation in doubt', () => {
  it('that a notification settles while it is inquired about is not sent again', async () => {
    const { payments, one, notify } = openToyShop();
    one.mishaps.push('lose-request');
    await payments.createPayment(order('A-1'));
    one.meanwhile = async () => {
      one.meanwhile = undefined;
      await notify('A-1', 'paid');
    };
    expect(await payments.createPayment(order('A-1'))).toMatchObject({ kind: 'done', value: { status: 'paid' } });
    expect(one.requests.map(({ path }) => path)).toEqual(['/create', '/query']);
  });
});

describe('a reference that was released', () => {
  it('may be used for a corrected request: nothing was ever made under it', async () => {
    const { payments, one } = openToyShop();
    one.mishaps.push('refuse-connection');
    await payments.createPayment(order('A-1'));
    const corrected = { ...order('A-1'), amount: rupiah(26_000) };
    expect(await payments.createPayment(corrected)).toMatchObject({
      kind: 'done',
      value: { amount: { minor: 2_600_000 } },
    });
  });
});

describe('a late payment whose notification must be confirmed', () => {
  it('is asked for again while the inquiry still says that it has expired', async () => {
    const shop = openToyShop({ traits: { notificationCovers: { amount: false, time: false } } });
    const outcome = await shop.payments.createPayment(order('A-1'));
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    const payment = shop.one.payments.get('A-1');
    if (payment !== undefined) payment.status = 'expired';
    await shop.payments.getPayment(outcome.value);
    const lagging = await shop.notify('A-1', 'paid');
    shop.one.pay('A-1');
    expect([lagging.status, (await shop.notify('A-1', 'paid')).status]).toEqual([500, 200]);
    expect(shop.events.map(({ type }) => type)).toEqual(['payment.expired', 'payment.paid', 'payment.paid-late']);
  });
});

describe('a notification that names no amount', () => {
  it('is confirmed by an inquiry, however good its signature', async () => {
    const { payments, one, events, notify } = openToyShop();
    await payments.createPayment(order('A-1'));
    await notify('A-1', 'paid', { amount: null });
    expect(events).toEqual([]);
    one.pay('A-1');
    expect((await notify('A-1', 'paid', { amount: null })).status).toBe(200);
    expect(events).toMatchObject([{ type: 'payment.paid', evidence: 'signature+inquiry' }]);
  });
});

describe('order.paid-twice', () => {
  it('is raised by the next delivery when the process died before it could be', async () => {
    const { payments, ledger, events, notify } = openToyShop();
    for (const reference of ['A-1', 'A-2']) await payments.createPayment(order(reference, { order: 'O-1' }));
    await notify('A-1', 'paid');
    const readByOrder = ledger.readByOrder;
    Object.assign(ledger, { readByOrder: () => Promise.reject(new Error('killed')) });
    expect((await notify('A-2', 'paid')).status).toBe(500);
    Object.assign(ledger, { readByOrder });
    expect((await notify('A-2', 'paid')).status).toBe(200);
    expect(events.map(({ type }) => type)).toEqual(['payment.paid', 'payment.paid', 'order.paid-twice']);
  });

  it('says what the second payment is believed on', async () => {
    const { payments, events, notify } = openToyShop();
    for (const reference of ['A-1', 'A-2']) await payments.createPayment(order(reference, { order: 'O-1' }));
    await notify('A-1', 'paid');
    await notify('A-2', 'paid');
    expect(events.at(-1)).toMatchObject({ type: 'order.paid-twice', evidence: 'signature' });
  });
});
