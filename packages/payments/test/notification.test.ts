import { describe, expect, it } from 'vitest';
import { openToyShop, order } from './toy-shop.ts';

describe('a notification', () => {
  it('marks the payment paid, emits once, and is acknowledged', async () => {
    const { payments, events, notify } = openToyShop();
    await payments.createPayment(order('A-1'));
    const answer = await notify('A-1', 'paid');
    expect(answer.status).toBe(200);
    expect(events).toMatchObject([
      { type: 'payment.paid', evidence: 'signature', payment: { reference: 'A-1', acquirer: 'one', status: 'paid' } },
    ]);
  });

  it('delivered a thousand times at once is handled once and always acknowledged', async () => {
    const { payments, events, notify } = openToyShop();
    await payments.createPayment(order('A-1'));
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => notify('A-1', 'paid')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(events.map(({ type }) => type)).toEqual(['payment.paid']);
  });

  it('is delivered again when its handler failed, and the event is then handed over again with the same id', async () => {
    const { payments, events, failures, notify } = openToyShop();
    await payments.createPayment(order('A-1'));
    const ids: string[] = [];
    payments.on('payment.paid', (event) => {
      ids.push(event.id);
      if (ids.length === 1) throw new Error('database is down');
    });
    expect((await notify('A-1', 'paid')).status).toBe(500);
    expect(failures).toMatchObject([{ message: 'database is down' }]);
    expect((await notify('A-1', 'paid')).status).toBe(200);
    expect(new Set(ids).size).toBe(1);
    expect(ids).toHaveLength(2);
    expect(events).toHaveLength(2);
  });

  it('waits for the payment it is about: an unknown reference is not acknowledged, and raises an alert', async () => {
    const { events, notify } = openToyShop();
    const answer = await notify('A-9', 'paid');
    expect([answer.status, await answer.text()]).toEqual([500, 'unknown-payment']);
    expect(events).toMatchObject([{ type: 'payment.unrecognised', reference: 'A-9' }]);
  });

  it('with another amount changes nothing and raises an alert', async () => {
    const { payments, events, ledger, notify } = openToyShop();
    await payments.createPayment(order('A-1'));
    const before = await ledger.read('A-1');
    const answer = await notify('A-1', 'paid', { amount: 2_500_001 });
    expect([answer.status, await answer.text()]).toEqual([500, 'mismatch']);
    expect(events.map(({ type }) => type)).toEqual(['notification.mismatch']);
    expect(await ledger.read('A-1')).toEqual(before);
  });

  it('from another acquirer than the payment was made at changes nothing', async () => {
    const { payments, events, notify } = openToyShop();
    await payments.createPayment(order('A-1'));
    expect((await notify('A-1', 'paid', { name: 'two' })).status).toBe(500);
    expect(events.map(({ type }) => type)).toEqual(['notification.mismatch']);
  });

  it('that does not verify is refused in the acquirer’s own shape, and nothing changes', async () => {
    const { payments, events, ledger, notify } = openToyShop();
    await payments.createPayment(order('A-1'));
    const before = await ledger.read('A-1');
    const answer = await notify('A-1', 'paid', { secret: 'guessed' });
    expect([answer.status, await answer.text()]).toEqual([401, 'NO']);
    expect(events).toMatchObject([{ type: 'notification.refused', hint: 'bad-signature: Not ours.' }]);
    expect(await ledger.read('A-1')).toEqual(before);
  });

  it('whose body was read before the handler is refused with the fix', async () => {
    const { payments, events } = openToyShop();
    const request = new Request('https://shop.example/pay/one/notify', { method: 'POST', body: '{}' });
    await request.json();
    expect((await payments.handler(request)).status).toBe(401);
    expect(events).toMatchObject([
      { hint: expect.stringMatching(/^body-was-parsed: .*before any body parser/) as string },
    ]);
  });

  it('larger than any acquirer sends is refused before anything is hashed', async () => {
    const { payments, events } = openToyShop();
    const body = 'x'.repeat(65_537);
    expect(
      (await payments.handler(new Request('https://shop.example/pay/one/notify', { method: 'POST', body }))).status,
    ).toBe(401);
    expect(events).toMatchObject([{ hint: expect.stringMatching(/^too-large/) as string }]);
  });

  it('about an acquirer that is no longer active is still served', async () => {
    const { payments, events, activate, notify } = openToyShop();
    await payments.createPayment(order('A-1'));
    activate('two');
    expect((await notify('A-1', 'paid')).status).toBe(200);
    expect(events.map(({ type }) => type)).toEqual(['payment.paid']);
  });

  it('that arrives before the answer of its own creation is not undone by that answer', async () => {
    const { payments, one, notify } = openToyShop();
    one.meanwhile = async () => {
      one.meanwhile = undefined;
      await notify('A-1', 'paid');
    };
    expect(await payments.createPayment(order('A-1'))).toMatchObject({ kind: 'done', value: { status: 'paid' } });
  });

  it('settles a creation whose answer was lost', async () => {
    const { payments, one, notify } = openToyShop();
    one.mishaps.push('lose-answer');
    expect(await payments.createPayment(order('A-1'))).toMatchObject({ kind: 'unknown' });
    await notify('A-1', 'paid');
    expect(await payments.createPayment(order('A-1'))).toMatchObject({ kind: 'done', value: { status: 'paid' } });
    expect(one.requests.map(({ path }) => path)).toEqual(['/create']);
  });
});

describe('a notification whose signature covers too little', () => {
  const weak = { traits: { notificationCovers: { amount: false, time: false } } };

  it('is confirmed by an inquiry before the payment is paid', async () => {
    const { payments, one, events, notify } = openToyShop(weak);
    await payments.createPayment(order('A-1'));
    one.pay('A-1');
    expect((await notify('A-1', 'paid')).status).toBe(200);
    expect(events).toMatchObject([{ type: 'payment.paid', evidence: 'signature+inquiry' }]);
  });

  it('does not make an unpaid payment paid', async () => {
    const { payments, events, notify, ledger } = openToyShop(weak);
    await payments.createPayment(order('A-1'));
    expect((await notify('A-1', 'paid')).status).toBe(500);
    expect((await ledger.read('A-1'))?.payment.status).toBe('awaiting-customer');
    expect(events).toEqual([]);
  });

  it('is asked for again while the inquiry lags behind it', async () => {
    const { payments, one, events, notify } = openToyShop(weak);
    await payments.createPayment(order('A-1'));
    const lagging = await notify('A-1', 'paid');
    one.pay('A-1');
    expect([lagging.status, (await notify('A-1', 'paid')).status]).toEqual([500, 200]);
    expect(events).toMatchObject([{ type: 'payment.paid' }]);
  });

  it('is asked for again when the inquiry cannot be made', async () => {
    const { payments, one, notify } = openToyShop(weak);
    await payments.createPayment(order('A-1'));
    one.pay('A-1');
    one.mishaps.push('garble');
    expect((await notify('A-1', 'paid')).status).toBe(500);
    expect((await notify('A-1', 'paid')).status).toBe(200);
  });
});

describe('a notification whose status is not known', () => {
  it('leads to an inquiry', async () => {
    const { payments, one, events, notify } = openToyShop();
    await payments.createPayment(order('A-1'));
    one.pay('A-1');
    expect((await notify('A-1', 'brand-new')).status).toBe(200);
    expect(events).toMatchObject([{ type: 'payment.paid', evidence: 'signature+inquiry' }]);
  });
});

describe('a late notification', () => {
  it('of expiry cannot undo a payment', async () => {
    const { payments, events, notify, ledger } = openToyShop();
    await payments.createPayment(order('A-1'));
    await notify('A-1', 'paid');
    await notify('A-1', 'expired');
    expect((await ledger.read('A-1'))?.payment.status).toBe('paid');
    expect(events.map(({ type }) => type)).toEqual(['payment.paid']);
  });

  it.each(['expired', 'failed', 'cancelled'])('of payment revives a payment that was %s, and says so', async (dead) => {
    const { payments, events, notify } = openToyShop();
    await payments.createPayment(order('A-1'));
    await notify('A-1', dead);
    await notify('A-1', 'paid');
    expect(events.map(({ type }) => type)).toEqual([`payment.${dead}`, 'payment.paid', 'payment.paid-late']);
  });

  it('of a second attempt of one order raises order.paid-twice', async () => {
    const { payments, events, notify } = openToyShop();
    for (const reference of ['A-1', 'A-2']) await payments.createPayment(order(reference, { order: 'O-1' }));
    await notify('A-1', 'paid');
    await notify('A-2', 'paid');
    expect(events.map(({ type }) => type)).toEqual(['payment.paid', 'payment.paid', 'order.paid-twice']);
  });

  it('of a second attempt raises nothing once the first has been given back', async () => {
    const { payments, events, notify } = openToyShop();
    for (const reference of ['A-1', 'A-2']) await payments.createPayment(order(reference, { order: 'O-1' }));
    for (const status of ['paid', 'refunded']) await notify('A-1', status);
    await notify('A-2', 'paid');
    expect(events.map(({ type }) => type)).toEqual(['payment.paid', 'payment.refunded', 'payment.paid']);
  });
});
