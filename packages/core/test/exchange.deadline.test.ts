import { describe, expect, it } from 'vitest';
import { agreed, ask, asking, bench } from './support/desk.ts';
import { deaf, dripping, hang, json } from './support/wire.ts';

const silent = { kind: 'doubt', doubt: 'no-answer' };
const aborted = { kind: 'not-sent', reason: { why: 'aborted' } };

describe('an attempt', () => {
  it.each([
    ['hangs', hang],
    ['hangs in a fetch that ignores its signal', deaf],
  ])('that %s is in doubt after 8 s and not before', async (_, answer) => {
    const { run, clock, wire } = bench([answer]);
    const state = { settled: false };
    const running = run().finally(() => (state.settled = true));
    await wire.received(1);
    await clock.advance(7_999);
    expect(state.settled).toBe(false);
    await clock.advance(1);
    expect(await running).toEqual(silent);
    expect(clock.remaining()).toEqual([]);
  });

  it('whose body drips a byte a second is in doubt after 8 s, and its body is let go', async () => {
    const slow = dripping();
    const { run, clock, wire } = bench([slow.answer]);
    const running = run();
    await wire.received(1);
    for (let second = 0; second < 8; second++) {
      slow.drip('{');
      await clock.advance(1_000);
    }
    expect(await running).toEqual(silent);
    expect(slow.cancelled()).toBe(true);
  });

  it('whose body pauses is read to its end', async () => {
    const slow = dripping();
    const { run, clock, wire } = bench([slow.answer]);
    const running = run();
    await wire.received(1);
    const body = JSON.stringify(agreed);
    slow.drip(body.slice(0, 10));
    await clock.advance(7_000);
    slow.drip(body.slice(10));
    slow.end();
    expect(await running).toEqual({ kind: 'success', value: ask });
    expect(clock.remaining()).toEqual([]);
  });

  it('is not timed while it is being authenticated', async () => {
    const { run, clock } = bench([json(agreed)], asking(), async (_, { signal }) => {
      await clock.sleep(20_000, signal);
      return { kind: 'ready', headers: {} };
    });
    const running = run();
    await clock.sleeping(20_000);
    await clock.advance(20_000);
    expect(await running).toEqual({ kind: 'success', value: ask });
  });
});

describe('a call', () => {
  it('ends after 30 s, however many sends are left', async () => {
    const { run, clock, wire } = bench(
      [hang, json({ code: 'BUSY' }, 429, { 'retry-after': '29' })],
      asking({ repeat: { samePayload: 3 } }),
    );
    const start = clock.now().getTime();
    const state = { settled: false };
    const running = run().finally(() => (state.settled = true));
    await wire.received(1);
    await clock.advance(8_500);
    await wire.received(2);
    while (!state.settled) await clock.advance(500);
    expect(await running).toMatchObject({ kind: 'doubt', doubt: 'rate-limited' });
    expect(clock.now().getTime() - start).toBe(30_000);
    expect(wire.arrived).toHaveLength(2);
  });

  it('makes three attempts of 8 s within its 30 s', async () => {
    const { run, clock, wire } = bench([hang, hang, hang], asking({ repeat: { samePayload: 3 } }));
    const running = run();
    await wire.received(1);
    await clock.advance(8_500);
    await wire.received(2);
    await clock.advance(10_000);
    await wire.received(3);
    await clock.advance(8_000);
    expect(await running).toEqual(silent);
    expect(clock.now().getTime()).toBeLessThan(Date.UTC(2026, 8, 1, 3) + 30_000);
  });

  it.each([
    [1_000, 1_000],
    [7_999, 7_999],
    [20_000, 8_000],
  ])('with a deadline of %d ms ends after %d ms of silence', async (deadlineMs, ms) => {
    const { run, clock, wire } = bench([hang]);
    const state = { settled: false };
    const running = run({ deadlineMs }).finally(() => (state.settled = true));
    await wire.received(1);
    await clock.advance(ms - 1);
    expect(state.settled).toBe(false);
    await clock.advance(1);
    expect(await running).toEqual(silent);
  });

  it('is not sent when its deadline passes while it is being authenticated', async () => {
    const { run, clock, wire } = bench([], asking(), async (_, { signal }) => {
      await clock.sleep(60_000, signal);
      return { kind: 'ready', headers: {} };
    });
    const running = run({ deadlineMs: 5_000 });
    await clock.sleeping(60_000);
    await clock.advance(5_000);
    expect(await running).toEqual(aborted);
    expect(wire.arrived).toEqual([]);
  });

  it('is in doubt when the caller stops it after it was sent', async () => {
    const stop = new AbortController();
    const { run, clock, wire } = bench([hang]);
    const running = run({ signal: stop.signal });
    await wire.received(1);
    stop.abort();
    expect(await running).toEqual(silent);
    expect(clock.remaining()).toEqual([]);
  });

  it('leaves nothing waiting behind it', async () => {
    const { run, clock } = bench([json(agreed)]);
    await run({ signal: new AbortController().signal });
    expect(clock.remaining()).toEqual([]);
  });
});
