import { describe, expect, it } from 'vitest';
import { resolveRuntime } from '@bayar/core/kit';
import { snapHeaders, stamp } from '../src/headers.ts';

const clock = { now: (): Date => new Date('2025-12-31T17:00:00.999Z'), sleep: (): Promise<void> => Promise.resolve() };

describe('the stamp of an attempt', () => {
  it('is the time in Jakarta to the second, and 25 digits', () => {
    const { timestamp, externalId } = stamp(resolveRuntime({ clock }));
    expect(timestamp).toBe('2026-01-01T00:00:00+07:00');
    expect(externalId).toMatch(/^\d{25}$/);
  });

  it('is another one each time, in the same millisecond too', () => {
    const runtime = resolveRuntime({ clock });
    expect(new Set(Array.from({ length: 10_000 }, () => stamp(runtime).externalId)).size).toBe(10_000);
  });
});

describe('the headers of a request', () => {
  it('name partner, time, attempt and signature', () => {
    expect(snapHeaders('P1', 'c2ln', { timestamp: 't', externalId: '1' })).toEqual({
      'x-partner-id': 'P1',
      'x-timestamp': 't',
      'x-external-id': '1',
      'x-signature': 'c2ln',
    });
  });
});
