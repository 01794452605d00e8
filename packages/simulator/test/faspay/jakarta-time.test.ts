import { describe, expect, it } from 'vitest';
import { formatJakarta, parseJakarta } from '../../src/faspay/jakarta-time.ts';

describe('Faspay’s date-time', () => {
  it('is Jakarta’s wall clock, seven hours ahead of UTC', () => {
    const moment = Date.parse('2025-12-31T17:00:59.999Z');
    expect(formatJakarta(moment)).toBe('2026-01-01 00:00:59');
    expect(parseJakarta('2026-01-01 00:00:59')).toBe(moment - 999);
  });

  it.each([
    '2026-02-31 10:00:00',
    '2026-01-01 24:00:00',
    '2026-13-01 10:00:00',
    '2026-01-01 1:00:00',
    '2026/01/01 10:00:00',
  ])('is not %s', (text) => expect(parseJakarta(text)).toBeUndefined());
});
