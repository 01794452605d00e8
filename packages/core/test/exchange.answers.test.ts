import { describe, expect, it } from 'vitest';
import { reveal } from '../src/reveal.ts';
import { agreed, ask, asking, bench } from './support/desk.ts';
import { fails, json, text, type Answering } from './support/wire.ts';

const docs = 'https://acquirer.example/docs/ask';

describe('an explicit success', () => {
  it('is done when the echoes match, and the raw answer is kept beside it', async () => {
    const result = await bench([json({ ...agreed, extra: 'raw' })]).run();
    expect(result).toEqual({ kind: 'success', value: ask });
    expect(result.kind === 'success' && reveal(result.value)).toEqual({ ...agreed, extra: 'raw' });
  });

  it.each([
    ['reference', { ...agreed, reference: 'INV-2' }],
    ['amount, one sen more', { ...agreed, minor: 2_500_001 }],
    ['amount, one sen less', { ...agreed, minor: 2_499_999 }],
  ])('is in doubt when it echoes another %s', async (_, body) => {
    expect(await bench([json(body)]).run()).toEqual({ kind: 'doubt', doubt: 'mismatch', code: 'OK' });
  });

  it.each([
    ['lacks what we rely on', { code: 'OK', reference: 'INV-1' }],
    ['has it in another type', { ...agreed, minor: '2500000' }],
  ])('is in doubt when it %s', async (_, body) => {
    expect(await bench([json(body)]).run()).toEqual({ kind: 'doubt', doubt: 'unreadable-answer', code: 'OK' });
  });

  it('is in doubt, and no exception, when our own decoder fails on it', async () => {
    const fail = (): never => {
      throw new TypeError('A mistake of ours.');
    };
    expect(await bench([json(agreed)], asking({ decode: fail })).run()).toEqual({
      kind: 'doubt',
      doubt: 'unreadable-answer',
    });
  });
});

describe('an explicit refusal', () => {
  it('is declined with reason, code, hint and the page on it', async () => {
    const decline = { reason: 'amount-limit', retryable: false, code: 'NO', hint: 'Charge less.', docs };
    expect(await bench([json({ code: 'NO' })]).run()).toEqual({ kind: 'refused', decline });
  });

  it('keeps the raw answer beside it, for codes that mean several things', async () => {
    const result = await bench([json({ code: 'NO', message: 'in words' })]).run();
    expect(result.kind === 'refused' && reveal(result.decline)).toEqual({ code: 'NO', message: 'in words' });
  });

  it('may be met with the same request later, after the time the table names', async () => {
    const words = { reason: 'rate-limited', code: 'LATER', hint: 'Wait.', docs };
    const decline = { ...words, retryable: true, retryAfterMs: 5_000 };
    expect(await bench([json({ code: 'LATER' }, 429)]).run()).toEqual({ kind: 'refused', decline });
  });

  it('is to be left alone for as long as the acquirer asks', async () => {
    const result = await bench([json({ code: 'LATER' }, 429, { 'retry-after': '60' })]).run();
    expect(result).toMatchObject({ kind: 'refused', decline: { retryAfterMs: 60_000 } });
  });
});

describe('an absence', () => {
  it.each([
    ['GONE', true],
    ['EARLY', false],
  ])('is told by %s, final: %s', async (code, final) => {
    expect(await bench([json({ code }, 404)], asking({ kind: 'read' })).run()).toEqual({ kind: 'absent', final });
  });
});

describe('doubt', () => {
  it.each([
    ['EXISTS', 'already-exists'],
    ['RUNNING', 'in-progress'],
    ['BUSY', 'rate-limited'],
    ['BROKEN', 'acquirer-error'],
    ['WHAT', 'unlisted-code'],
    ['__proto__', 'unlisted-code'],
    ['constructor', 'unlisted-code'],
  ])('follows the code %s: %s', async (code, doubt) => {
    expect(await bench([json({ code })]).run()).toEqual({ kind: 'doubt', doubt, code });
  });

  const unreadable: [string, Answering, string][] = [
    ['an empty 200', text(''), 'unreadable-answer'],
    ['a 204', () => new Response(null, { status: 204 }), 'unreadable-answer'],
    ['a 200 that is not JSON', text('<html>OK</html>'), 'unreadable-answer'],
    ['JSON cut short', text('{"code":"OK","reference":"INV-1"'), 'unreadable-answer'],
    ['JSON null', text('null'), 'unreadable-answer'],
    ['a JSON list', text('[{"code":"OK"}]'), 'unreadable-answer'],
    [
      'a code that stands twice',
      text('{"code":"NO","code":"OK","reference":"INV-1","minor":2500000}'),
      'unreadable-answer',
    ],
    ['bytes that are not UTF-8', () => new Response(Uint8Array.from([0x7b, 0xff, 0x7d])), 'unreadable-answer'],
    ['a 404 page', text('Not found', 404), 'unreadable-answer'],
    ['a 500 page', text('<h1>500</h1>', 500), 'acquirer-error'],
    ['an empty 502', text('', 502), 'acquirer-error'],
    ['a 503 page', text('Maintenance', 503), 'acquirer-error'],
    ['a 504 page', text('Gateway Timeout', 504), 'acquirer-error'],
    [
      'a redirect',
      () => new Response(null, { status: 307, headers: { location: 'https://evil.example' } }),
      'unreadable-answer',
    ],
    ['a connection reset', fails('ECONNRESET'), 'connection-lost'],
    ['a broken pipe', fails('EPIPE'), 'connection-lost'],
    ['a socket closed by the other side', fails('UND_ERR_SOCKET'), 'connection-lost'],
    ['a time-out after connecting', fails('ETIMEDOUT', 'read'), 'connection-lost'],
    ['a host out of reach after connecting', fails('EHOSTUNREACH', 'read'), 'connection-lost'],
    ['a network out of reach, nobody says when', fails('ENETUNREACH'), 'connection-lost'],
    [
      'a failure nobody explains',
      () => {
        throw new TypeError('fetch failed');
      },
      'connection-lost',
    ],
  ];

  it.each(unreadable)('follows %s', async (_, answer, doubt) => {
    const { run, wire } = bench([answer]);
    expect(await run()).toEqual({ kind: 'doubt', doubt });
    expect(wire.arrived).toHaveLength(1);
  });
});

describe('what was never sent', () => {
  it.each([
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'UND_ERR_CONNECT_TIMEOUT',
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])('is what failed before it was connected: %s', async (code) => {
    expect(await bench([fails(code)]).run()).toEqual({ kind: 'not-sent', reason: { why: 'unreachable' } });
  });

  it.each(['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'])('is what met %s while connecting', async (code) => {
    expect(await bench([fails(code, 'connect')]).run()).toEqual({
      kind: 'not-sent',
      reason: { why: 'unreachable' },
    });
  });

  it.each([
    ['unreachable', ['ECONNREFUSED', 'ETIMEDOUT'], { kind: 'not-sent', reason: { why: 'unreachable' } }],
    [
      'in doubt, when one of them had connected',
      ['ECONNREFUSED', 'ECONNRESET'],
      { kind: 'doubt', doubt: 'connection-lost' },
    ],
  ])('is a host with several addresses that is %s', async (_, codes, expected) => {
    const errors = codes.map((code) => Object.assign(new Error('A failure.'), { code, syscall: 'connect' }));
    const answer: Answering = () => {
      throw new TypeError('fetch failed', { cause: new AggregateError(errors) });
    };
    expect(await bench([answer]).run()).toEqual(expected);
  });

  it('is what our own rules refuse, before anything is authenticated', async () => {
    const issues = [{ field: 'reference', rule: 'must be odd.', fix: 'Add one.' }];
    const { run, refusals } = bench([], asking({ check: () => issues }));
    expect(await run()).toEqual({ kind: 'not-sent', reason: { why: 'invalid', issues } });
    expect(refusals).toEqual([]);
  });

  it.each([
    [{ why: 'token-unavailable' as const }],
    [{ why: 'authentication' as const, code: '4017300', hint: 'Check the client id.' }],
  ])('is what could not be authenticated: %j', async (reason) => {
    const { run, wire } = bench([], asking(), () => Promise.resolve({ kind: 'failed', reason }));
    expect(await run()).toEqual({ kind: 'not-sent', reason });
    expect(wire.arrived).toEqual([]);
  });

  it('is what the caller stopped before', async () => {
    const { run, wire } = bench([]);
    expect(await run({ signal: AbortSignal.abort() })).toEqual({ kind: 'not-sent', reason: { why: 'aborted' } });
    expect(wire.arrived).toEqual([]);
  });

  it.each(['a\r\nx-evil: 1', 'a\u0000', 'naïve☕'])('is what carries a header fetch refuses: %j', async (value) => {
    const { run, wire } = bench([], asking(), () =>
      Promise.resolve({ kind: 'ready', headers: { 'x-device-id': value } }),
    );
    expect(await run()).toMatchObject({ kind: 'not-sent' });
    expect(wire.arrived).toEqual([]);
  });
});
