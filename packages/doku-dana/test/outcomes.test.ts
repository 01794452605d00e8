import { describe, expect, it } from 'vitest';
import type { Outcome } from '@bayar/core';
import { coded, createdAnswer, openBench, order, refundRequest, stored, type Answer, type Bench } from './bench.ts';

function failedFetch(code: string): Answer {
  return () => Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }));
}

const html: Answer = () =>
  new Response('<h1>Bad Gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } });

const hang: Answer = (request) =>
  new Promise((_, reject) =>
    request.signal.addEventListener('abort', () => reject(new DOMException('gone', 'AbortError'))),
  );

/** One row: what DOKU does, what the outcome says, and how often the request is sent. */
type Row = readonly [name: string, answer: Answer, expected: object, sends: number];

const unknown = (doubt: string, more: object = {}): object => ({ kind: 'unknown', inquiry: { doubt, ...more } });
const declined = (reason: string, code: string, retryable = false): object => ({
  kind: 'declined',
  decline: { reason, code, retryable, docs: expect.stringContaining('https://developers.doku.com/') },
});

const rows: readonly Row[] = [
  ...['ENOTFOUND', 'ECONNREFUSED', 'UND_ERR_CONNECT_TIMEOUT', 'CERT_HAS_EXPIRED', 'SELF_SIGNED_CERT_IN_CHAIN'].map(
    (code): Row => [
      `fails to connect with ${code}`,
      failedFetch(code),
      { kind: 'not-sent', reason: { why: 'unreachable' } },
      1,
    ],
  ),
  ['resets the connection', failedFetch('ECONNRESET'), unknown('connection-lost'), 1],
  ['closes the socket', failedFetch('UND_ERR_SOCKET'), unknown('connection-lost'), 1],
  ['answers with an HTML page', html, unknown('acquirer-error'), 1],
  ['answers 200 with nothing', () => new Response(''), unknown('unreadable-answer'), 1],
  [
    'answers with half of its JSON',
    () => new Response('{"responseCode":"2000500","webRed'),
    unknown('unreadable-answer'),
    1,
  ],
  [
    'answers with a key twice',
    () => new Response('{"responseCode":"4000501","responseCode":"2000500"}'),
    unknown('unreadable-answer'),
    1,
  ],
  [
    'answers without a code',
    () => Response.json({ webRedirectUrl: 'https://app.doku.com/1' }),
    unknown('unreadable-answer'),
    1,
  ],
  ['answers with more than a mebibyte', () => new Response('x'.repeat(1_048_577)), unknown('unreadable-answer'), 1],
  [
    'redirects',
    () => new Response(null, { status: 307, headers: { location: 'https://elsewhere.example' } }),
    unknown('unreadable-answer'),
    1,
  ],
  [
    'says success under a failing status line',
    () => coded('2000500', {}, { status: 500 }),
    unknown('acquirer-error'),
    1,
  ],
  ['is still at it', () => coded('2020500'), unknown('in-progress', { code: '2020500' }), 1],
  ['says 2xx with another case', () => coded('2000501'), unknown('unlisted-code'), 1],
  ['has trouble', () => coded('5000500'), unknown('acquirer-error', { code: '5000500' }), 1],
  ['has trouble inside', () => coded('5000501'), unknown('acquirer-error'), 1],
  ['has trouble behind it', () => coded('5005402'), unknown('acquirer-error'), 1],
  ['times out', () => coded('5040500'), unknown('acquirer-error'), 1],
  ['answers a code nobody lists', () => coded('4030599'), unknown('unlisted-code', { code: '4030599' }), 1],
  ['knows the X-EXTERNAL-ID', () => coded('4090500'), unknown('already-exists'), 1],
  ['knows the reference', () => coded('4090501'), unknown('already-exists', { code: '4090501' }), 1],
  ['says it is paid', () => coded('4040514'), unknown('already-exists'), 1],
  [
    'throttles',
    () => coded('4290500', {}, { status: 429, headers: { 'retry-after': '7' } }),
    declined('rate-limited', '4290500', true),
    1,
  ],
  ['refuses the signature', () => coded('4010500'), declined('authentication', '4010500'), 1],
  ['refuses a field', () => coded('4000501'), declined('invalid-request', '4000501'), 1],
  ['keeps refusing the token', () => coded('4010501'), declined('authentication', '4010501', true), 2],
  ['keeps missing the token', () => coded('4015403'), declined('authentication', '4015403', true), 2],
];

describe('when DOKU', () => {
  it.each(rows)('%s, a payment says whether it happened', async (_, answer, expected, sends) => {
    const { doku, sent } = openBench(answer);
    expect(await doku.createPayment(order())).toMatchObject(expected);
    expect(sent).toHaveLength(sends);
    expect(sent.every((request) => request.redirect === 'error')).toBe(true);
  });

  it.each(rows)('%s, a refund says whether it happened', async (_, answer, expected, sends) => {
    const { doku, sent } = openBench(answer);
    expect(await doku.refundPayment(stored(), refundRequest)).toMatchObject(expected);
    expect(sent).toHaveLength(sends);
  });

  it.each(rows)('%s, a status is never found', async (_, answer, __, sends) => {
    const { doku, sent } = openBench(answer);
    expect(await doku.getPayment(stored())).toMatchObject({ kind: 'unavailable' });
    expect(sent).toHaveLength(sends);
  });

  it('asks to be left alone, the decline says how long', async () => {
    const { doku } = openBench(() => coded('4290500', {}, { status: 429, headers: { 'retry-after': '7' } }));
    expect(await doku.createPayment(order())).toMatchObject({ kind: 'declined', decline: { retryAfterMs: 7_000 } });
    expect(await doku.getPayment(stored())).toMatchObject({
      kind: 'unavailable',
      because: 'rate-limited',
      retryAfterMs: 7_000,
    });
  });

  it('refuses a redirect to follow, nothing is sent elsewhere', async () => {
    const { doku, sent } = openBench(() => Promise.reject(new TypeError('unexpected redirect')));
    expect(await doku.createPayment(order())).toMatchObject(unknown('connection-lost'));
    expect(sent.map(({ url }) => new URL(url).origin)).toEqual(['https://api-sandbox.doku.com']);
  });
});

describe('a replayed success, HTTP 409 with a success code,', () => {
  it('is a payment', async () => {
    const answer: Answer = () => new Response(createdAnswer().body, { status: 409 });
    expect(await openBench(answer).doku.createPayment(order())).toMatchObject({
      kind: 'done',
      value: { status: 'awaiting-customer' },
    });
  });

  it('is a refund', async () => {
    const answer: Answer = () =>
      coded('2000700', { refundAmount: { value: '10000.00', currency: 'IDR' } }, { status: 409 });
    expect(await openBench(answer).doku.refundPayment(stored(), refundRequest)).toMatchObject({ kind: 'done' });
  });
});

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

  it('of 1,000 payments at once is renewed once, and each payment is repeated once', async () => {
    const { doku, sent, tokenRequests } = openBench(async (request) => {
      if (request.headers.get('authorization') === 'Bearer TOKEN-1') return coded('4010501');
      const body: unknown = await request.json();
      return createdAnswer(body as { partnerReferenceNo: string });
    });
    const payments = Array.from({ length: 1_000 }, (_, index) =>
      doku.createPayment(order({ reference: `INV-${String(index)}` })),
    );
    const kinds = new Set((await Promise.all(payments)).map(({ kind }) => kind));
    expect([...kinds]).toEqual(['done']);
    expect(sent).toHaveLength(2_000);
    expect(tokenRequests).toHaveLength(2);
    expect(new Set(sent.map(({ headers }) => headers.get('x-external-id'))).size).toBe(2_000);
  });

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

it('keeps an outcome in doubt plain: it survives a store and names what to ask about', async () => {
  const outcome = await openBench(() => coded('5000500')).doku.refundPayment(stored(), refundRequest);
  expect(structuredClone(outcome)).toEqual(outcome);
  expect(JSON.parse(JSON.stringify(outcome))).toEqual({
    kind: 'unknown',
    inquiry: {
      operation: 'refundPayment',
      payment: stored(),
      refund: refundRequest,
      doubt: 'acquirer-error',
      code: '5000500',
    },
  });
});
