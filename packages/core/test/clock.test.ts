import { describe, expect, it } from 'vitest';
import { systemClock } from '../src/kit/clock.ts';
import { startLimit } from '../src/kit/limit.ts';
import { retryAfterMs } from '../src/kit/retry-after.ts';
import { isFresh, MAX_TOLERANCE_MS, TOLERANCE_MS } from '../src/kit/time-window.ts';
import { manualClock } from './support/manual-clock.ts';

const NOW = new Date('2026-09-01T03:00:00Z');

describe('isFresh', () => {
  it.each([
    [-301, false],
    [-300, true],
    [-299, true],
    [0, true],
    [299, true],
    [300, true],
    [301, false],
  ])('takes a time %d seconds off as fresh: %s', (seconds, fresh) => {
    expect(isFresh(new Date(NOW.getTime() + seconds * 1_000), NOW, TOLERANCE_MS)).toBe(fresh);
  });

  it('refuses a time that is a millisecond too far on either side', () => {
    const at = (ms: number): boolean => isFresh(new Date(NOW.getTime() + ms), NOW, TOLERANCE_MS);
    expect([at(-300_001), at(300_001)]).toEqual([false, false]);
  });

  it('refuses a date that is none', () => {
    expect(isFresh(new Date(NaN), NOW, MAX_TOLERANCE_MS)).toBe(false);
  });

  it('allows settings of at most fifteen minutes', () => {
    expect(MAX_TOLERANCE_MS).toBe(15 * 60_000);
  });
});

describe('retryAfterMs', () => {
  const after = (value: string): number | undefined => retryAfterMs(new Headers({ 'retry-after': value }), NOW);

  it.each([
    ['0', 0],
    ['1', 1_000],
    ['3600', 3_600_000],
    [' 5 ', 5_000],
    ['Tue, 01 Sep 2026 03:00:07 GMT', 7_000],
    ['Tue, 01 Sep 2026 03:00:00 GMT', 0],
  ])('reads %j', (value, ms) => {
    expect(after(value)).toBe(ms);
  });

  it.each(['', '-1', '1.5', 'soon', '1e3', '0x10', '5, 5', '5 minutes', '12345678', 'Tue, 01 Sep 2026 02:59:59 GMT'])(
    'ignores %j',
    (value) => {
      expect(after(value)).toBeUndefined();
    },
  );

  it('is silent where the header is missing', () => {
    expect(retryAfterMs(new Headers(), NOW)).toBeUndefined();
  });
});

describe('startLimit', () => {
  it('ends by itself at its time and not before', async () => {
    const clock = manualClock();
    const limit = startLimit(clock, 8_000);
    await clock.advance(7_999);
    expect(limit.signal.aborted).toBe(false);
    await clock.advance(1);
    expect(limit.signal.aborted).toBe(true);
  });

  it('ends with its parent, and leaves no timer behind', async () => {
    const clock = manualClock();
    const parent = new AbortController();
    const limit = startLimit(clock, 8_000, parent.signal);
    parent.abort();
    expect(limit.signal.aborted).toBe(true);
    expect(clock.remaining()).toEqual([]);
  });

  it('is over at once within a parent that is over', () => {
    const clock = manualClock();
    expect(startLimit(clock, 8_000, AbortSignal.abort()).signal.aborted).toBe(true);
    expect(clock.remaining()).toEqual([]);
  });

  it('is not aborted by being ended, and leaves no timer behind', async () => {
    const clock = manualClock();
    const parent = new AbortController();
    const limit = startLimit(clock, 8_000, parent.signal);
    limit.end();
    await clock.advance(10_000);
    parent.abort();
    expect(limit.signal.aborted).toBe(false);
    expect(clock.remaining()).toEqual([]);
  });
});

describe('the system clock', () => {
  it('wakes when the signal fires', async () => {
    const stop = new AbortController();
    const slept = systemClock.sleep(60_000, stop.signal);
    stop.abort();
    await expect(slept).resolves.toBeUndefined();
  });

  it('does not fall asleep for a signal that has fired', async () => {
    await expect(systemClock.sleep(60_000, AbortSignal.abort())).resolves.toBeUndefined();
  });

  it('tells the time', () => {
    expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(1_000);
  });

  it.each([2 ** 31, 1e12, Infinity])('does not take %d milliseconds, more than a timer holds, for none', async (ms) => {
    const stop = new AbortController();
    let awake = false;
    const slept = systemClock.sleep(ms, stop.signal).then(() => (awake = true));
    await systemClock.sleep(20);
    expect(awake).toBe(false);
    stop.abort();
    await slept;
  });
});
