import { describe, expect, it } from 'vitest';
import type { Outcome } from '@bayar/core';
import { coded, createdAnswer, openBench, order, type Answer, type Bench } from './bench.ts';

function failedFetch(code: string): Answer {
  return () => Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }));
}

const hang: Answer = (request) =>
  new Promise((_, reject) =>
    request.signal.addEventListener('abort', () => reject(new DOMException('gone', 'AbortError'))),
  );

const unknown = (doubt: string, more: object = {}): object => ({ kind: 'unknown', inquiry: { doubt, ...more } });

describe('a refused token', () => {
  it.each(['4010501', '4015401', '4012601', '4010503'])(
    '%s is renewed once, and everything but the body is new',
    async (code) => {
      const { doku, sent, tokenRequests, clock } = openBench((_, call) => {
        clock.advance(1_000);
        return call === 1 ? coded(code) : createdAnswer();
      });
      expect((await doku.createPayment(order())).kind).toBe('done');
      expect(sent).toHaveLength(2);
      expect(tokenRequests).toHaveLength(2);
      const [first, second] = sent.map(({ headers }) => headers);
      for (const name of ['authorization', 'x-timestamp', 'x-external-id', 'x-signature']) {
        expect(first?.get(name)).not.toBe(second?.get(name));
      }
      expect(second?.get('authorization')).toBe('Bearer TOKEN-2');
      expect(await sent[0]?.text()).toBe(await sent[1]?.text());
    },
  );

  it.each([
    ['refuses us', () => coded('4017300'), { why: 'authentication', code: '4017300' }],
    ['is down', () => coded('5047300'), { why: 'token-unavailable' }],
    ['cannot be reached', failedFetch('ECONNREFUSED'), { why: 'unreachable' }],
  ] satisfies [string, Answer, object][])(
    'and a token endpoint that %s leave the payment unsent',
    async (_, token, reason) => {
      const { doku, sent } = openBench(() => createdAnswer(), { token });
      expect(await doku.createPayment(order())).toMatchObject({ kind: 'not-sent', reason });
      expect(sent).toHaveLength(0);
    },
  );
});

describe('time', () => {
  async function after(ms: number, bench: Bench, call: Promise<Outcome<unknown>>): Promise<Outcome<unknown>> {
    while (bench.sent.length === 0) await new Promise(setImmediate);
    bench.clock.advance(ms);
    return call;
  }

  it('ends a payment that hangs, in doubt', async () => {
    const bench = openBench(hang);
    expect(await after(8_000, bench, bench.doku.createPayment(order()))).toMatchObject(unknown('no-answer'));
    expect(bench.sent).toHaveLength(1);
  });

  it('ends a payment whose answer stops halfway, in doubt', async () => {
    const bench = openBench(
      () => new Response(new ReadableStream({ start: (body) => body.enqueue(new TextEncoder().encode('{"resp')) })),
    );
    expect(await after(8_000, bench, bench.doku.createPayment(order()))).toMatchObject(unknown('no-answer'));
  });

  it('ends a payment at the deadline of its caller, in doubt', async () => {
    const bench = openBench(hang);
    expect(await after(1_000, bench, bench.doku.createPayment(order(), { deadlineMs: 1_000 }))).toMatchObject(
      unknown('no-answer'),
    );
  });

  it('ends a payment its caller stops under way, in doubt', async () => {
    const stop = new AbortController();
    const bench = openBench(hang);
    const call = bench.doku.createPayment(order(), { signal: stop.signal });
    while (bench.sent.length === 0) await new Promise(setImmediate);
    stop.abort();
    expect(await call).toMatchObject(unknown('no-answer'));
  });

  it('sends nothing for a caller that had stopped before', async () => {
    const { doku, sent, tokenRequests } = openBench(() => createdAnswer());
    const outcome = await doku.createPayment(order(), { signal: AbortSignal.abort() });
    expect(outcome).toEqual({ kind: 'not-sent', reason: { why: 'aborted' } });
    expect([sent.length, tokenRequests.length]).toEqual([0, 0]);
  });
});
