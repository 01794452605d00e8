import { describe, expect, it } from 'vitest';
import { rupiah, type Payment } from '@bayar/core';
import { openToyShop, order, type ToyShop, type ToyShopOptions } from './toy-shop.ts';

async function paid(options: ToyShopOptions = {}): Promise<ToyShop & { readonly payment: Payment<'one' | 'two'> }> {
  const shop = openToyShop(options);
  const outcome = await shop.payments.createPayment(order('A-1'));
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  shop.one.pay('A-1');
  await shop.notify('A-1', 'paid');
  shop.one.requests.length = 0;
  shop.events.length = 0;
  return { ...shop, payment: outcome.value };
}

const whole = { refundReference: 'R-1', amount: rupiah(25_000) };

describe('refundPayment', () => {
  it('answers done with the refund, and the payment is refunded', async () => {
    const { payments, payment, events, ledger } = await paid();
    expect(await payments.refundPayment(payment, whole)).toMatchObject({
      kind: 'done',
      value: { refundReference: 'R-1', status: 'succeeded' },
    });
    expect((await ledger.read('A-1'))?.payment).toMatchObject({ status: 'refunded', refunded: { minor: 2_500_000 } });
    expect(events.map(({ type }) => type)).toEqual(['refund.succeeded', 'payment.refunded']);
  });

  it('of a part leaves the payment partially refunded, until the parts amount to the whole', async () => {
    const { payments, payment, events, ledger } = await paid();
    await payments.refundPayment(payment, { refundReference: 'R-1', amount: rupiah(10_000) });
    expect((await ledger.read('A-1'))?.payment).toMatchObject({
      status: 'partially-refunded',
      refunded: { minor: 1_000_000 },
    });
    await payments.refundPayment(payment, { refundReference: 'R-2', amount: rupiah(15_000) });
    expect((await ledger.read('A-1'))?.payment.status).toBe('refunded');
    expect(events.map(({ type }) => type)).toEqual([
      'refund.succeeded',
      'payment.partially-refunded',
      'refund.succeeded',
      'payment.refunded',
    ]);
  });

  it('never refunds more than was paid, in sum, and sends nothing for what is too much', async () => {
    const { payments, payment, one } = await paid();
    await payments.refundPayment(payment, { refundReference: 'R-1', amount: rupiah(10_000) });
    const outcome = await payments.refundPayment(payment, { refundReference: 'R-2', amount: rupiah(15_001) });
    expect(outcome).toMatchObject({
      kind: 'not-sent',
      reason: {
        why: 'invalid',
        issues: [{ field: 'amount', rule: 'must be at most Rp 15,000, what is left to refund.' }],
      },
    });
    expect(one.requests).toHaveLength(1);
  });

  it('counts a refund in doubt as refunded until it is known', async () => {
    const { payments, payment, one } = await paid();
    one.mishaps.push('lose-answer');
    expect(await payments.refundPayment(payment, whole)).toMatchObject({
      kind: 'unknown',
      inquiry: { operation: 'refundPayment', refund: whole },
    });
    expect(await payments.refundPayment(payment, { refundReference: 'R-2', amount: rupiah(1) })).toMatchObject({
      kind: 'not-sent',
      reason: { why: 'invalid' },
    });
    expect(one.requests).toHaveLength(1);
  });

  it('refunds once for a hundred concurrent calls of one reference', async () => {
    const { payments, payment, one } = await paid();
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => payments.refundPayment(payment, whole)));
    expect(one.requests).toHaveLength(1);
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
  });

  it('refuses the same refund reference with another amount', async () => {
    const { payments, payment } = await paid();
    await payments.refundPayment(payment, { ...whole, amount: rupiah(10_000) });
    expect(await payments.refundPayment(payment, { ...whole, amount: rupiah(9_000) })).toMatchObject({
      kind: 'not-sent',
      reason: { why: 'reference-reused' },
    });
  });

  it('in doubt is not sent again where the acquirer does not recognise a repeat', async () => {
    const { payments, payment, one } = await paid();
    one.mishaps.push('lose-answer');
    await payments.refundPayment(payment, whole);
    expect(await payments.refundPayment(payment, whole)).toMatchObject({ kind: 'unknown' });
    expect(one.requests).toHaveLength(1);
  });

  it('in doubt is repeated unchanged where the acquirer recognises the repeat', async () => {
    const { payments, payment, one } = await paid({ traits: { recognisesRepeats: ['refundPayment'] } });
    one.mishaps.push('lose-answer');
    await payments.refundPayment(payment, whole);
    expect(await payments.refundPayment(payment, whole)).toMatchObject({
      kind: 'done',
      value: { status: 'succeeded' },
    });
    expect(one.requests[1]).toEqual(one.requests[0]);
  });

  it('keeps a final decline and releases one that may pass', async () => {
    const { payments, payment, one } = await paid();
    one.mishaps.push('decline-for-now', 'decline');
    expect(await payments.refundPayment(payment, whole)).toMatchObject({
      kind: 'declined',
      decline: { retryable: true },
    });
    const final = await payments.refundPayment(payment, whole);
    expect(final).toMatchObject({ kind: 'declined', decline: { retryable: false } });
    expect(await payments.refundPayment(payment, whole)).toEqual(final);
    expect(one.requests).toHaveLength(2);
  });

  it('finds a payment of another ledger by its reference alone', async () => {
    const { payment, one } = await paid();
    const other = openToyShop();
    for (const [reference, known] of one.payments) other.one.payments.set(reference, known);
    expect(
      await other.payments.refundPayment(JSON.parse(JSON.stringify(payment)) as Payment<'one'>, whole),
    ).toMatchObject({ kind: 'done' });
  });
});

describe('cancelPayment', () => {
  it('of an unpaid payment says cancelled, and a second time answers what is known', async () => {
    const { payments, one, events } = openToyShop();
    const outcome = await payments.createPayment(order('A-1'));
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    expect(await payments.cancelPayment(outcome.value, 'changed my mind')).toMatchObject({
      kind: 'done',
      value: { status: 'cancelled', next: { type: 'none' } },
    });
    expect(await payments.cancelPayment(outcome.value)).toMatchObject({ kind: 'done', value: { status: 'cancelled' } });
    expect(one.requests.map(({ path }) => path)).toEqual(['/create', '/cancel']);
    expect(events.map(({ type }) => type)).toEqual(['payment.cancelled']);
  });

  it('of a paid payment says refunded where the acquirer gives the money back', async () => {
    const { payments, payment } = await paid();
    expect(await payments.cancelPayment(payment)).toMatchObject({ kind: 'done', value: { status: 'refunded' } });
  });

  it('in doubt is unknown, with the payment to inquire about', async () => {
    const { payments, payment, one } = await paid();
    one.mishaps.push('lose-answer');
    expect(await payments.cancelPayment(payment)).toMatchObject({
      kind: 'unknown',
      inquiry: { operation: 'cancelPayment', payment: { reference: 'A-1', acquirer: 'one' } },
    });
  });
});
