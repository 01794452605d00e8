import { describe, expect, it } from 'vitest';
import { coded, createdAnswer, openBench, order, refundRequest, stored, type Answer } from './bench.ts';

function failedFetch(code: string): Answer {
  return () => Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) }));
}

const html: Answer = () =>
  new Response('<h1>Bad Gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } });

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
    expect(sent.every((request) => request.redirect === 'manual')).toBe(true);
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
