import type { Outcome, Reading } from '@bayar/core';
import type { Clock } from '@bayar/core/kit';
import { describe, expect, it, vi } from 'vitest';
import { danaDirect, type DanaDirect } from '../src/index.ts';
import { cancelled, config, created, now, queried, ref, refund, refunded, request } from './account.ts';
import { manualClock, standingClock } from './clocks.ts';
import { answer, answering, coded, failing, hanging, text, type Answer, type Coded, type SentRequest } from './wire.ts';

interface Gateway {
  readonly dana: DanaDirect;
  readonly sent: readonly SentRequest[];
}

type Call = (dana: DanaDirect, options?: { signal?: AbortSignal; deadlineMs?: number }) => Promise<Outcome<unknown>>;

const mutations: Record<string, { readonly call: Call; readonly success: Coded; readonly sends: number }> = {
  createPayment: { call: (dana, options) => dana.createPayment(request, options), success: created, sends: 3 },
  refundPayment: { call: (dana, options) => dana.refundPayment(ref, refund, options), success: refunded, sends: 3 },
  cancelPayment: { call: (dana, options) => dana.cancelPayment(ref, undefined, options), success: cancelled, sends: 1 },
};

const service = (success: Coded): string => success.responseCode.slice(3, 5);

describe.each(Object.entries(mutations))('%s', (operation, { call, success, sends }) => {
  it.each([
    ['ENOTFOUND'],
    ['EAI_AGAIN'],
    ['ECONNREFUSED'],
    ['UND_ERR_CONNECT_TIMEOUT'],
    ['CERT_HAS_EXPIRED'],
    ['ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('is not sent when the connection fails with %s', async (code) => {
    const { dana, sent } = gateway(failing(code));
    expect(await call(dana)).toEqual({ kind: 'not-sent', reason: { why: 'unreachable' } });
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['the connection is reset', failing('ECONNRESET'), 'connection-lost'],
    ['the connection closes while the answer is awaited', failing('UND_ERR_SOCKET'), 'connection-lost'],
    ['a proxy answers 502 in HTML', text('<html>Bad Gateway</html>', { status: 502 }), 'acquirer-error'],
    ['the answer is empty', text(''), 'unreadable-answer'],
    ['the answer is cut short', text('{"responseCode":"20054'), 'unreadable-answer'],
    ['the answer is not UTF-8', () => new Response(new Uint8Array([0x7b, 0xff, 0x7d])), 'unreadable-answer'],
    [
      'the answer names its code twice',
      text('{"responseCode":"4005400","responseCode":"2005400"}'),
      'unreadable-answer',
    ],
    ['the answer is larger than any of DANA', text(`{"padding":"${'x'.repeat(1_048_577)}"}`), 'unreadable-answer'],
    ['the answer has no code', text('{"ok":true}'), 'unreadable-answer'],
    ['the code is not one of the standard', text('{"responseCode":"00"}'), 'unreadable-answer'],
    [
      'it is redirected',
      text('', { status: 302, headers: { location: 'https://elsewhere.example' } }),
      'unreadable-answer',
    ],
    ['a success code comes with a failing status line', answer(success, 500), 'acquirer-error'],
    ['the code is not listed', coded(`418${service(success)}99`), 'unlisted-code'],
    ['there were too many requests', coded(`429${service(success)}00`), 'rate-limited'],
    ['DANA reports a general error', coded(`500${service(success)}00`), 'acquirer-error'],
    ['DANA reports an internal error', coded(`500${service(success)}01`), 'acquirer-error'],
  ])('is unknown when %s', async (_, reply, doubt) => {
    const { dana, sent } = gateway(reply);
    expect(await call(dana)).toMatchObject({ kind: 'unknown', inquiry: { operation, doubt } });
    expectIdentical(sent, sends);
  });

  it.each([
    ['DANA is still at it', coded(`202${service(success)}00`, 202), 'in-progress'],
    ['the answer is about another order', answer({ ...success, ...elsewhere }), 'mismatch'],
  ])('is unknown, and not worth repeating, when %s', async (_, reply, doubt) => {
    const { dana, sent } = gateway(reply);
    expect(await call(dana)).toMatchObject({ kind: 'unknown', inquiry: { operation, doubt } });
    expect(sent).toHaveLength(1);
  });

  it('is done when a repeat is answered 409 with the success it already had', async () => {
    const { dana } = gateway(answer(success, 409));
    expect(await call(dana)).toMatchObject({ kind: 'done' });
  });

  it('never has fetch follow a redirect', async () => {
    const { dana, sent } = gateway(answer(success));
    await call(dana);
    expect(sent[0]?.redirect).not.toBe('follow');
  });

  it('is not sent when it was aborted before', async () => {
    const { dana, sent } = gateway(answer(success));
    expect(await call(dana, { signal: AbortSignal.abort() })).toEqual({ kind: 'not-sent', reason: { why: 'aborted' } });
    expect(sent).toEqual([]);
  });

  it('is unknown when it is aborted under way', async () => {
    const abort = new AbortController();
    const { dana, sent } = gateway((request, signal) => {
      queueMicrotask(() => abort.abort());
      return hanging(request, signal);
    });
    expect(await call(dana, { signal: abort.signal })).toMatchObject({
      kind: 'unknown',
      inquiry: { doubt: 'no-answer' },
    });
    expect(sent).toHaveLength(1);
  });

  it('is unknown when nothing is heard until the deadline', async () => {
    const clock = manualClock(now);
    const { dana, sent } = gatewayAt(clock, hanging);
    const outcome = call(dana);
    for (let tick = 0; tick < 15; tick++) await clock.advance(2_000);
    expect(await outcome).toMatchObject({ kind: 'unknown', inquiry: { operation, doubt: 'no-answer' } });
    expectIdentical(sent, sends);
  });

  it('ends at the deadline of the call', async () => {
    const clock = manualClock(now);
    const { dana, sent } = gatewayAt(clock, hanging);
    const outcome = call(dana, { deadlineMs: 3_000 });
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    await clock.advance(3_000);
    expect(await outcome).toMatchObject({ kind: 'unknown', inquiry: { doubt: 'no-answer' } });
    expect(sent).toHaveLength(1);
  });
});

describe.each(['createPayment', 'refundPayment'] as const)('%s, repeated', (operation) => {
  const { call, success } = mutations[operation] ?? never();

  it('is done when the repeat succeeds', async () => {
    const { dana, sent } = gateway(failing('ECONNRESET'), coded(`500${service(success)}01`), answer(success));
    expect(await call(dana)).toMatchObject({ kind: 'done' });
    expectIdentical(sent, 3);
  });

  it.each([
    ['refused', coded(`400${service(success)}00`)],
    ['unreachable', failing('ECONNREFUSED')],
  ])('stays unknown when the repeat is %s: that says nothing about the first', async (_, reply) => {
    const { dana, sent } = gateway(failing('ECONNRESET'), reply);
    expect(await call(dana)).toMatchObject({ kind: 'unknown', inquiry: { doubt: 'connection-lost' } });
    expectIdentical(sent, 2);
  });
});

describe('getPayment', () => {
  it.each([
    ['the connection is refused', failing('ECONNREFUSED'), 'unreachable', 1],
    ['the connection is reset', failing('ECONNRESET'), 'connection-lost', 3],
    ['a proxy answers in HTML', text('<html>', { status: 502 }), 'acquirer-error', 3],
    ['the answer is about another order', answer({ ...queried, ...elsewhere }), 'mismatch', 1],
  ])('is unavailable when %s', async (_, reply, because, sends) => {
    const { dana, sent } = gateway(reply);
    const reading: Reading<unknown> = await dana.getPayment(ref);
    expect(reading).toMatchObject({ kind: 'unavailable', because });
    expect(sent).toHaveLength(sends);
  });

  it('waits as long as DANA asks before it asks again', async () => {
    const clock = manualClock(now);
    const busy = () => Response.json({ responseCode: '4295500' }, { status: 429, headers: { 'retry-after': '6' } });
    const { dana, sent } = gatewayAt(clock, busy, answer(queried));
    const reading = dana.getPayment(ref);
    await vi.waitFor(() => expect(sent).toHaveLength(1));
    await clock.advance(0);
    await clock.advance(5_999);
    expect(sent).toHaveLength(1);
    await clock.advance(1);
    expect(await reading).toMatchObject({ kind: 'found' });
  });

  it('refuses to look for a payment of another adapter', async () => {
    const { dana, sent } = gateway(answer(queried));
    await expect(dana.getPayment({ ...ref, adapter: 'doku-dana' })).rejects.toMatchObject({ code: 'usage' });
    expect(sent).toEqual([]);
  });
});

const elsewhere = { partnerReferenceNo: 'ORDER-2026-0002', originalPartnerReferenceNo: 'ORDER-2026-0002' };

function gateway(...answers: readonly Answer[]): Gateway {
  return gatewayAt(standingClock(now), ...answers);
}

function gatewayAt(clock: Clock, ...answers: readonly Answer[]): Gateway {
  const { fetch, sent } = answering(...answers);
  return { dana: danaDirect(config, { fetch, clock }), sent };
}

/** The same bytes to the same place, each time as a message of its own. */
function expectIdentical(sent: readonly SentRequest[], times: number): void {
  expect(sent).toHaveLength(times);
  expect(new Set(sent.map(({ url, body }) => url + body)).size).toBe(1);
  expect(new Set(sent.map(({ headers }) => headers.get('x-external-id'))).size).toBe(times);
}

function never(): never {
  throw new Error('No such operation.');
}
