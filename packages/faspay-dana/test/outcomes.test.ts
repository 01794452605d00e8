import { describe, expect, it } from 'vitest';
import type { Clock } from '@bayar/core/kit';
import { faspayDana } from '../src/index.ts';
import { clock, config, posted, ref, request } from './merchant.ts';

type Answering = (signal: AbortSignal) => Promise<Response>;

/** A gateway on a network that behaves like this, and how many requests reached it. */
function on(network: Answering, time: Clock = clock) {
  // Held, or the garbage collector may take a request and its signal with it.
  const arrived: Request[] = [];
  const fetch: typeof globalThis.fetch = (input, init) => {
    const arriving = new Request(input, init);
    arrived.push(arriving);
    return network(arriving.signal);
  };
  return { gateway: faspayDana(config, { fetch, clock: time }), requests: () => arrived.length };
}

function failing(code: string, more: object = {}): Answering {
  const cause = Object.assign(new Error(code), { code, ...more });
  return () => Promise.reject(new TypeError('fetch failed', { cause }));
}

function answering(body: string, status = 200, headers: Record<string, string> = {}): Answering {
  return () =>
    Promise.resolve(new Response(body, { status, headers: { 'content-type': 'application/json', ...headers } }));
}

const hanging: Answering = (signal) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError'))));

const whole = JSON.stringify(posted);
const flat = (code: string): string => JSON.stringify({ response_code: code, response_desc: '' });

const network: readonly (readonly [string, string, Answering])[] = [
  ['a name that does not resolve', 'not-sent unreachable', failing('ENOTFOUND')],
  ['a refused connection', 'not-sent unreachable', failing('ECONNREFUSED')],
  ['a connection that is not made in time', 'not-sent unreachable', failing('UND_ERR_CONNECT_TIMEOUT')],
  ['a certificate that is not valid', 'not-sent unreachable', failing('CERT_HAS_EXPIRED')],
  ['a certificate of another host', 'not-sent unreachable', failing('ERR_TLS_CERT_ALTNAME_INVALID')],
  ['a connection that is reset', 'unknown connection-lost', failing('ECONNRESET')],
  ['a socket that closes', 'unknown connection-lost', failing('UND_ERR_SOCKET')],
  [
    'an HTML page from a proxy',
    'unknown acquirer-error',
    answering('<html>502</html>', 502, { 'content-type': 'text/html' }),
  ],
  ['HTTP 500 with a success in it', 'unknown acquirer-error', answering(whole, 500)],
  ['HTTP 503 with a refusal in it', 'unknown acquirer-error', answering(flat('30'), 503)],
  ['nothing at all', 'unknown unreadable-answer', answering('')],
  ['a text about maintenance', 'unknown unreadable-answer', answering('Sedang dalam pemeliharaan')],
  ['JSON that is cut short', 'unknown unreadable-answer', answering(whole.slice(0, -20))],
  ['the comma of the printed sample missing', 'unknown unreadable-answer', answering(whole.replace(',', ''))],
  ['markup behind the JSON', 'unknown unreadable-answer', answering(`${whole}<br>`)],
  ['a key that stands twice', 'unknown unreadable-answer', answering(whole.replace('{', '{"response_code":"30",'))],
  ['a list', 'unknown unreadable-answer', answering(`[${whole}]`)],
  ['null', 'unknown unreadable-answer', answering('null')],
  ['no code', 'unknown unreadable-answer', answering('{"trx_id":"1"}')],
  [
    'bytes that are not UTF-8',
    'unknown unreadable-answer',
    () => Promise.resolve(new Response(new Uint8Array([0x7b, 0xff, 0x7d]))),
  ],
  ['more than anybody needs', 'unknown unreadable-answer', answering(`{"response":"${'x'.repeat(1_100_000)}"}`)],
  ['a success inside an error', 'unknown unreadable-answer', answering(JSON.stringify({ response_error: posted }))],
  [
    'a success beside an error',
    'declined authentication',
    answering(JSON.stringify({ ...posted, response_error: { response_code: '55' } })),
  ],
  ['a success with nothing in it', 'unknown unreadable-answer', answering(flat('00'))],
  [
    'a redirect that is not followed',
    'unknown unreadable-answer',
    answering('', 302, { location: 'https://evil.example' }),
  ],
  ['a success under a redirect', 'unknown unreadable-answer', answering(whole, 302)],
  ['a success under HTTP 400', 'unknown unreadable-answer', answering(whole, 400)],
  ['HTTP 202 without a code', 'unknown unreadable-answer', answering('', 202)],
  ['HTTP 429', 'unknown unreadable-answer', answering('Too many requests', 429, { 'retry-after': '7' })],
  ['a page that forbids access', 'unknown unreadable-answer', answering('<html>Forbidden</html>', 403)],
  [
    'a refusal under HTTP 401',
    'declined authentication',
    answering(JSON.stringify({ response_error: { response_code: '55' } }), 401),
  ],
  ['66', 'unknown acquirer-error', answering(flat('66'))],
  ['a code that is in no table', 'unknown unlisted-code', answering(flat('77'))],
  ['81, already paid', 'unknown already-exists', answering(flat('81'))],
  ['14, an order that is not valid', 'unknown already-exists', answering(flat('14'))],
  ['30, a refusal', 'declined invalid-request', answering(flat('30'))],
  ['another bill in the echo', 'unknown mismatch', answering(JSON.stringify({ ...posted, bill_no: 'OTHERZ' }))],
  ['a success', 'done', answering(whole)],
];

describe('post data', () => {
  it.each(network)('met by %s is sent once, and is %s', async (_, expected, behaviour) => {
    const { gateway, requests } = on(behaviour);
    expect(wordOf(await gateway.createPayment(request))).toBe(expected);
    expect(requests()).toBe(1);
  });

  it.each([
    ['that is never answered', hanging],
    [
      'whose answer never ends',
      () => Promise.resolve(new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }))),
    ],
  ] as const)('%s is in doubt when its time is up', async (_, behaviour) => {
    const { time, advance } = manualClock();
    const { gateway, requests } = on((signal) => {
      setTimeout(() => advance(8_000));
      return behaviour(signal);
    }, time);
    expect(wordOf(await gateway.createPayment(request))).toBe('unknown no-answer');
    expect(requests()).toBe(1);
  });

  it('is not sent when it is stopped before', async () => {
    const { gateway, requests } = on(answering(whole));
    expect(wordOf(await gateway.createPayment(request, { signal: AbortSignal.abort() }))).toBe('not-sent aborted');
    expect(requests()).toBe(0);
  });

  it('is in doubt when it is stopped on the way', async () => {
    const caller = new AbortController();
    const { gateway, requests } = on((signal) => {
      setTimeout(() => caller.abort());
      return hanging(signal);
    });
    expect(wordOf(await gateway.createPayment(request, { signal: caller.signal }))).toBe('unknown no-answer');
    expect(requests()).toBe(1);
  });
});

describe('a cancellation', () => {
  it.each(network.filter(([, expected]) => /unreachable|connection-lost|acquirer-error|unreadable/.test(expected)))(
    'met by %s is sent once, and is %s',
    async (_, expected, behaviour) => {
      const { gateway, requests } = on(behaviour);
      expect(wordOf(await gateway.cancelPayment(ref))).toBe(expected);
      expect(requests()).toBe(1);
    },
  );
});

describe('an inquiry', () => {
  it.each([
    ['reset', { because: 'connection-lost' }, failing('ECONNRESET')],
    ['refused', { because: 'unreachable' }, failing('ECONNREFUSED')],
    ['answered with HTTP 502', { because: 'acquirer-error' }, answering('<html>', 502)],
    [
      'told to wait',
      { because: 'acquirer-error', code: '96', retryAfterMs: 7_000 },
      answering(flat('96'), 200, { 'retry-after': '7' }),
    ],
  ])('that is %s knows nothing', async (_, expected, behaviour) => {
    const { gateway, requests } = on(behaviour);
    expect(await gateway.getPayment(ref)).toEqual({ kind: 'unavailable', ...expected });
    expect(requests()).toBe(1);
  });
});

function wordOf(outcome: Awaited<ReturnType<ReturnType<typeof faspayDana>['createPayment']>>): string {
  switch (outcome.kind) {
    case 'done':
      return 'done';
    case 'declined':
      return `declined ${outcome.decline.reason}`;
    case 'not-sent':
      return `not-sent ${outcome.reason.why}`;
    case 'unknown':
      return `unknown ${outcome.inquiry.doubt}`;
  }
}

function manualClock() {
  let now = Date.parse('2026-01-02T11:00:00Z');
  const sleepers = new Set<{ readonly at: number; readonly wake: () => void }>();
  const time: Clock = {
    now: () => new Date(now),
    sleep: (ms, signal) =>
      new Promise((wake) => {
        sleepers.add({ at: now + ms, wake });
        signal?.addEventListener('abort', () => wake());
      }),
  };
  const advance = (ms: number): void => {
    now += ms;
    for (const sleeper of sleepers) if (sleeper.at <= now) sleeper.wake();
  };
  return { time, advance };
}
