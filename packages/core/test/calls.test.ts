import { describe, expect, it } from 'vitest';
import { UsageError } from '../src/errors/usage-error.ts';
import {
  cancelsPayments,
  createsPayments,
  readsPayments,
  readsRefunds,
  refundsPayments,
  type Desk,
  type Intent,
  type PaymentQuestion,
} from '../src/kit/calls.ts';
import type { Operation } from '../src/kit/operation.ts';
import { mismatch } from '../src/kit/mismatch.ts';
import { resolveRuntime } from '../src/kit/runtime.ts';
import { rupiah } from '../src/money.ts';
import type { Payment } from '../src/payment.ts';
import { asking, bench } from './support/desk.ts';
import { manualClock } from './support/manual-clock.ts';
import { limits, NOW, ref, request } from './support/requests.ts';
import { fails, json, text, type Answering } from './support/wire.ts';

type Wire = ReturnType<typeof asking>['response'];

const { headers: _, ...base } = asking();

const agreed = { code: 'OK', reference: 'INV-1', minor: 2_500_000 };
const refund = { refundReference: 'R-1', amount: rupiah(10_000) };
const payment = { ...ref, status: 'awaiting-customer', next: { type: 'none' } } as const;
const refunded = { refundReference: 'R-1', amount: refund.amount, status: 'succeeded', payment: ref } as const;

function desk(answers: readonly Answering[]): { readonly desk: Desk; readonly arrived: readonly unknown[] } {
  const { exchange, wire } = bench(answers);
  return {
    desk: { id: 'acquirer', needs: [], limits, exchange, runtime: resolveRuntime({ clock: manualClock() }) },
    arrived: wire.arrived,
  };
}

/** The made-up operation with another input and output. */
function about<Input, Output>(
  output: Output,
  encode: (input: Input) => object = () => ({}),
): Operation<Input, Wire, Output> {
  return { ...base, encode, decode: () => output, check: () => [] };
}

describe('createPayment', () => {
  const create = (
    answers: readonly Answering[],
    seen: Intent[] = [],
  ): ReturnType<typeof createsPayments<never, never, Wire>> =>
    createsPayments(
      desk(answers).desk,
      about(payment, (intent: Intent) => (seen.push(intent), {})),
    );

  it('is done with the payment', async () => {
    expect(await create([json(agreed)])(request)).toEqual({ kind: 'done', value: payment });
  });

  it('decides the open times once', async () => {
    const seen: Intent[] = [];
    await create([json(agreed)], seen)(request, { notificationUrl: 'https://shop.example/notify' });
    expect(seen).toEqual([
      {
        request,
        createdAt: NOW,
        expiresAt: new Date(NOW.getTime() + 3_600_000),
        notificationUrl: 'https://shop.example/notify',
      },
    ]);
  });

  it('keeps the expiry it was given', async () => {
    const seen: Intent[] = [];
    const expiresAt = new Date(NOW.getTime() + 60_000);
    await create([json(agreed)], seen)({ ...request, expiresAt });
    expect(seen[0]?.expiresAt).toBe(expiresAt);
  });

  it('sends nothing that breaks a rule', async () => {
    const { desk: own, arrived } = desk([]);
    const outcome = await createsPayments<never, never, Wire>(own, about(payment))({ ...request, amount: rupiah(0) });
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: { why: 'invalid', issues: [{ field: 'amount' }] } });
    expect(arrived).toEqual([]);
  });

  it('answers doubt with all that is needed to ask, as plain JSON', async () => {
    const outcome = await create([json({ code: 'EXISTS' }, 409)])(request);
    const inquiry = { operation: 'createPayment', doubt: 'already-exists', code: 'EXISTS', payment: ref };
    expect(outcome).toEqual({ kind: 'unknown', inquiry });
    expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
    expect(structuredClone(outcome)).toEqual(outcome);
  });

  it.each<[string, Answering, object]>([
    ['a refusal', json({ code: 'NO' }), { kind: 'declined', decline: { reason: 'amount-limit', code: 'NO' } }],
    ['a 500', text('', 500), { kind: 'unknown', inquiry: { doubt: 'acquirer-error' } }],
    [
      'an absence, which answers no mutation',
      json({ code: 'GONE' }, 404),
      { kind: 'unknown', inquiry: { doubt: 'unlisted-code' } },
    ],
    ['a refused connection', fails('ECONNREFUSED'), { kind: 'not-sent', reason: { why: 'unreachable' } }],
  ])('takes %s for what it is', async (_, answer, outcome) => {
    expect(await create([answer])(request)).toMatchObject(outcome);
  });
});

describe('getPayment', () => {
  it.each<[string, Answering, object]>([
    ['found', json(agreed), { kind: 'found', value: payment }],
    ['absent for good', json({ code: 'GONE' }, 404), { kind: 'absent', final: true }],
    ['absent so far', json({ code: 'EARLY' }, 404), { kind: 'absent', final: false }],
    ['unavailable after a refusal', json({ code: 'NO' }), { kind: 'unavailable', because: 'amount-limit', code: 'NO' }],
    [
      'unavailable for the time it is told',
      json({ code: 'LATER' }, 429, { 'retry-after': '9' }),
      { kind: 'unavailable', because: 'rate-limited', code: 'LATER', retryAfterMs: 9_000 },
    ],
    [
      'unavailable while it is busy',
      json({ code: 'BUSY' }, 429, { 'retry-after': '9' }),
      { kind: 'unavailable', because: 'rate-limited', code: 'BUSY', retryAfterMs: 9_000 },
    ],
    ['unavailable after a 502', text('', 502), { kind: 'unavailable', because: 'acquirer-error' }],
    ['unavailable when unreachable', fails('ENOTFOUND'), { kind: 'unavailable', because: 'unreachable' }],
  ])('is %s', async (_, answer, reading) => {
    expect(await readsPayments(desk([answer]).desk, about(payment))(ref)).toEqual(reading);
  });

  it('is unavailable when the answer is about something else', async () => {
    const { desk: own } = desk([json(agreed)]);
    const strict = { ...about<PaymentQuestion, Payment>(payment), decode: () => mismatch('reference') };
    expect(await readsPayments(own, strict)(ref)).toEqual({ kind: 'unavailable', because: 'mismatch', code: 'OK' });
  });
});

describe('cancelPayment, refundPayment and getRefund', () => {
  it('name what is in doubt, by its bare reference', async () => {
    const lost = fails('ECONNRESET');
    const cancelled = await cancelsPayments(desk([lost]).desk, about(payment))(payment, 'Sold out.');
    expect(cancelled).toEqual({
      kind: 'unknown',
      inquiry: { operation: 'cancelPayment', payment: ref, doubt: 'connection-lost' },
    });
    const returned = await refundsPayments(desk([lost]).desk, about(refunded))(payment, refund);
    expect(returned).toEqual({
      kind: 'unknown',
      inquiry: { operation: 'refundPayment', payment: ref, refund, doubt: 'connection-lost' },
    });
  });

  it('hand on what was asked', async () => {
    const seen: unknown[] = [];
    const note = (input: unknown): object => (seen.push(input), {});
    await cancelsPayments(desk([json(agreed)]).desk, about(payment, note))(ref, 'Sold out.');
    await cancelsPayments(desk([json(agreed)]).desk, about(payment, note))(ref);
    expect(await refundsPayments(desk([json(agreed)]).desk, about(refunded, note))(ref, refund)).toEqual({
      kind: 'done',
      value: refunded,
    });
    expect(await readsRefunds(desk([json(agreed)]).desk, about(refunded, note))(ref, refund)).toEqual({
      kind: 'found',
      value: refunded,
    });
    expect(seen).toEqual([{ ref, reason: 'Sold out.' }, { ref }, { ref, refund }, { ref, refund }]);
  });

  it('send no refund that breaks a rule', async () => {
    const { desk: own, arrived } = desk([]);
    const outcome = await refundsPayments(own, about(refunded))(ref, { ...refund, amount: rupiah(25_001) });
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: { why: 'invalid', issues: [{ field: 'amount' }] } });
    expect(arrived).toEqual([]);
  });

  it('refuse a payment of another acquirer, which is a mistake in the program', async () => {
    const { desk: own, arrived } = desk([]);
    const other = { ...ref, adapter: 'another' };
    const calls = [
      () => readsPayments(own, about(payment))(other),
      () => cancelsPayments(own, about(payment))(other),
      () => refundsPayments(own, about(refunded))(other, refund),
      () => readsRefunds(own, about(refunded))(other, refund),
    ];
    for (const call of calls) await expect(call()).rejects.toSatisfy(UsageError.isInstance);
    expect(arrived).toEqual([]);
  });

  it('refuse a request that is none', async () => {
    const [own, none] = [desk([]).desk, undefined as never];
    const calls = [
      createsPayments<never, never, Wire>(own, about(payment))(none),
      refundsPayments(own, about(refunded))(ref, none),
      readsRefunds(own, about(refunded))(ref, none),
    ];
    for (const call of calls) await expect(call).rejects.toThrow(/takes an object with \w+/);
  });
});
