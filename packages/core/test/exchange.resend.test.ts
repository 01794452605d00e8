import { describe, expect, it } from 'vitest';
import { agreed, ask, asking, bench, passing } from './support/desk.ts';
import { fails, json, text, type Answering } from './support/wire.ts';

const thrice = asking({ repeat: { samePayload: 3 } });
const lost = fails('ECONNRESET');
const done = { kind: 'success', value: ask };

describe('a payload that may be sent again', () => {
  it('is sent at most three times, byte for byte the same, each with headers of its own', async () => {
    const acquirer = bench([lost, text('', 502), json(agreed)], thrice);
    expect(await passing(acquirer)).toEqual(done);
    expect(new Set(acquirer.wire.arrived.map(({ body }) => body))).toEqual(
      new Set(['{"reference":"INV-1","minor":2500000}']),
    );
    expect(acquirer.wire.arrived.map(({ headers }) => headers.get('x-attempt'))).toEqual(['1', '2', '3']);
    expect(acquirer.wire.arrived.map(({ url }) => url)).toEqual(
      Array.from({ length: 3 }, () => 'https://acquirer.example/v1/ask'),
    );
  });

  it('is encoded once, so that what the encoder reads cannot change between sends', async () => {
    let encoded = 0;
    const acquirer = bench(
      [lost, lost, lost],
      asking({ repeat: { samePayload: 3 }, encode: () => ({ count: ++encoded }) }),
    );
    await passing(acquirer);
    expect(acquirer.wire.arrived.map(({ body }) => body)).toEqual(['{"count":1}', '{"count":1}', '{"count":1}']);
  });

  it.each([1, 2, 3, 4, 9])(
    'is given up after the sends its operation allows, %d, and never more than three',
    async (samePayload) => {
      const acquirer = bench(
        Array.from({ length: 9 }, () => lost),
        asking({ repeat: { samePayload } }),
      );
      expect(await passing(acquirer)).toEqual({ kind: 'doubt', doubt: 'connection-lost' });
      expect(acquirer.wire.arrived).toHaveLength(Math.min(samePayload, 3));
    },
  );

  it('waits half a second, then two', async () => {
    const acquirer = bench([lost, lost, lost], thrice);
    const running = acquirer.run();
    await acquirer.clock.sleeping(500);
    await acquirer.clock.advance(499);
    expect(acquirer.wire.arrived).toHaveLength(1);
    await acquirer.clock.advance(1);
    await acquirer.clock.sleeping(2_000);
    await acquirer.clock.advance(1_999);
    expect(acquirer.wire.arrived).toHaveLength(2);
    await acquirer.clock.advance(1);
    await running;
    expect(acquirer.wire.arrived).toHaveLength(3);
    expect(acquirer.clock.remaining()).toEqual([]);
  });

  it.each([
    ['seconds', '7', 7_000],
    ['a date', 'Tue, 01 Sep 2026 03:00:09 GMT', 9_000],
    ['less than we wait anyway', '0', 500],
  ])('honours Retry-After in %s', async (_, retryAfter, ms) => {
    const acquirer = bench([json({ code: 'BUSY' }, 429, { 'retry-after': retryAfter }), json(agreed)], thrice);
    const running = acquirer.run();
    await acquirer.clock.sleeping(ms);
    await acquirer.clock.advance(ms - 1);
    expect(acquirer.wire.arrived).toHaveLength(1);
    await acquirer.clock.advance(1);
    expect(await running).toEqual(done);
  });

  it('is not sent again when Retry-After asks for longer than the call may last', async () => {
    const acquirer = bench([json({ code: 'BUSY' }, 429, { 'retry-after': '3600' })], thrice);
    expect(await acquirer.run()).toEqual({
      kind: 'doubt',
      doubt: 'rate-limited',
      code: 'BUSY',
      retryAfterMs: 3_600_000,
    });
    expect(acquirer.wire.arrived).toHaveLength(1);
  });

  it.each([
    ['an existing one', { code: 'EXISTS' }, 'already-exists'],
    ['one in progress', { code: 'RUNNING' }, 'in-progress'],
    ['a mismatch', { ...agreed, minor: 1 }, 'mismatch'],
  ])('is not sent again after news of %s', async (_, body, doubt) => {
    const acquirer = bench([json(body)], thrice);
    expect(await passing(acquirer)).toMatchObject({ kind: 'doubt', doubt });
    expect(acquirer.wire.arrived).toHaveLength(1);
  });

  it('is not sent again after a refusal', async () => {
    const acquirer = bench([json({ code: 'LATER' }, 429)], thrice);
    expect(await passing(acquirer)).toMatchObject({ kind: 'refused' });
    expect(acquirer.wire.arrived).toHaveLength(1);
  });

  it('is not sent again when it never left', async () => {
    const acquirer = bench([fails('ECONNREFUSED')], thrice);
    expect(await passing(acquirer)).toEqual({ kind: 'not-sent', reason: { why: 'unreachable' } });
  });

  it('is not sent again once the caller has stopped waiting', async () => {
    const stop = new AbortController();
    const acquirer = bench([lost], thrice);
    const running = acquirer.run({ signal: stop.signal });
    await acquirer.clock.sleeping(500);
    stop.abort();
    expect(await running).toEqual({ kind: 'doubt', doubt: 'connection-lost' });
    expect(acquirer.wire.arrived).toHaveLength(1);
    expect(acquirer.refusals).toHaveLength(1);
  });
});

describe('a mutation once in doubt', () => {
  const later: [string, Answering][] = [
    ['a refusal', json({ code: 'NO' })],
    ['an absence', json({ code: 'GONE' })],
    ['a failure to connect', fails('ECONNREFUSED')],
    ['a refused token', json({ code: 'STALE' }, 401)],
  ];

  it.each(later)('stays in doubt after %s, which says nothing about the send before', async (_, answer) => {
    const acquirer = bench([text('', 500), answer], thrice);
    expect(await passing(acquirer)).toEqual({ kind: 'doubt', doubt: 'acquirer-error' });
  });

  it('stays in doubt when the resend cannot even be authenticated', async () => {
    let attempts = 0;
    const acquirer = bench([lost], thrice, () => {
      if (++attempts > 1) return Promise.reject(new Error('The store of tokens is down.'));
      return Promise.resolve({ kind: 'ready', headers: {} });
    });
    expect(await passing(acquirer)).toEqual({ kind: 'doubt', doubt: 'connection-lost' });
  });

  it.each([
    ['that it exists', { code: 'EXISTS' }, 'already-exists'],
    ['of a mismatch', { ...agreed, minor: 1 }, 'mismatch'],
  ])('tells the later news %s, which says more', async (_, body, doubt) => {
    const acquirer = bench([lost, json(body)], thrice);
    expect(await passing(acquirer)).toMatchObject({ kind: 'doubt', doubt });
  });

  it('is settled by a success', async () => {
    expect(await passing(bench([lost, json(agreed)], thrice))).toEqual(done);
  });
});

describe('a read once in doubt', () => {
  it('believes whatever answer comes next', async () => {
    const reading = asking({ kind: 'read', repeat: { samePayload: 3 } });
    expect(await passing(bench([lost, json({ code: 'GONE' })], reading))).toEqual({ kind: 'absent', final: true });
    expect(await passing(bench([lost, json({ code: 'NO' })], reading))).toMatchObject({ kind: 'refused' });
  });
});
