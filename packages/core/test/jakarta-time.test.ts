import { parseISO } from 'date-fns/parseISO';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatJakarta, formatJakartaWall, parseJakarta, parseTime } from '../src/kit/jakarta-time.ts';
import { instants } from './support/instants.ts';

const SEVEN_HOURS = 25_200_000;

describe('formatJakarta', () => {
  it('writes the time in Jakarta to the second, at every instant', () => {
    for (const instant of instants()) {
      const shifted = new Date(instant.getTime() + SEVEN_HOURS).toISOString();
      expect(formatJakarta(instant)).toBe(`${shifted.slice(0, 19)}+07:00`);
    }
  });

  it.each([
    ['2025-12-31T16:59:59.999Z', '2025-12-31T23:59:59+07:00'],
    ['2025-12-31T17:00:00.000Z', '2026-01-01T00:00:00+07:00'],
    ['2028-02-28T17:00:00.000Z', '2028-02-29T00:00:00+07:00'],
  ])('writes %s as %s', (instant, text) => {
    expect(formatJakarta(new Date(instant))).toBe(text);
  });

  it('refuses a date that is none', () => {
    expect(() => formatJakarta(new Date(NaN))).toThrow(RangeError);
  });
});

describe('formatJakartaWall', () => {
  it('writes the same clock without its zone', () => {
    expect(formatJakartaWall(new Date('2026-09-01T03:00:00Z'))).toBe('2026-09-01 10:00:00');
  });
});

describe('parseTime', () => {
  it('reads back what formatJakarta writes, but for the fraction', () => {
    for (const instant of instants()) {
      const seconds = Math.floor(instant.getTime() / 1_000) * 1_000;
      expect(parseTime(formatJakarta(instant))?.getTime()).toBe(seconds);
    }
  });

  it.each([
    ['2026-09-01T10:00:00+07:00', '2026-09-01T03:00:00.000Z'],
    ['2026-09-01T03:00:00Z', '2026-09-01T03:00:00.000Z'],
    ['2026-09-01T03:00:00.5Z', '2026-09-01T03:00:00.500Z'],
    ['2026-09-01T10:00:00.123456789+07:00', '2026-09-01T03:00:00.123Z'],
    ['2026-09-01T08:30:00+05:30', '2026-09-01T03:00:00.000Z'],
    ['2026-08-31T23:30:00-03:30', '2026-09-01T03:00:00.000Z'],
    ['2026-09-01T17:00:00+14:00', '2026-09-01T03:00:00.000Z'],
    ['2028-02-29T00:00:00+07:00', '2028-02-28T17:00:00.000Z'],
  ])('reads %s', (text, instant) => {
    expect(parseTime(text)?.toISOString()).toBe(instant);
  });

  it.each([
    '',
    'banana',
    '2026-09-01',
    '2026-09-01T10:00:00',
    '2026-09-01 10:00:00+07:00',
    '2026-09-01T10:00+07:00',
    '2026-9-1T10:00:00+07:00',
    '2026-13-01T10:00:00+07:00',
    '2026-00-01T10:00:00+07:00',
    '2026-02-30T10:00:00+07:00',
    '2026-02-29T10:00:00+07:00',
    '2026-09-31T10:00:00+07:00',
    '2026-09-01T24:00:00+07:00',
    '2026-09-01T25:00:00+07:00',
    '2026-09-01T10:60:00+07:00',
    '2026-09-01T10:00:60+07:00',
    '2026-09-01T10:00:00+7',
    '2026-09-01T10:00:00+0700',
    '2026-09-01T10:00:00+99:00',
    '2026-09-01T10:00:00+07:60',
    '2026-09-01T10:00:00+24:00',
    '2026-09-01T10:00:00+07:00, 2026-09-01T10:00:00+07:00',
    ' 2026-09-01T10:00:00+07:00',
    '2026-09-01T10:00:00+07:00\n',
    '2026-09-01t10:00:00z',
    '1788231600',
    '-002026-09-01T10:00:00Z',
    '２０２６-09-01T10:00:00Z',
  ])('refuses %j', (text) => {
    expect(parseTime(text)).toBeUndefined();
  });
});

describe('a time of any digits', () => {
  const two = (max: number) => fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, '0'));
  const year = fc.integer({ min: 1_600, max: 9_999 }).map(String);
  const date = fc.tuple(year, two(14), two(33)).map((parts) => parts.join('-'));
  const time = fc
    .tuple(two(26), two(61), two(61))
    .map((parts) => parts.join(':'))
    // Midnight has one name here: RFC 3339 has no 24:00:00.
    .filter((text) => text !== '24:00:00');
  const fraction = fc.oneof(fc.constant(''), fc.stringMatching(/^\.\d{1,9}$/));
  const zone = fc.oneof(fc.constant('Z'), fc.stringMatching(/^[+-](?:0\d|1[0-4]):[0-5]\d$/));
  const read = (text: string) => parseISO(text.replace(/(\.\d{3})\d+/, '$1')).getTime();

  it('is what the full reader of ISO 8601 makes of it, or nothing', () => {
    fc.assert(
      fc.property(date, time, fraction, zone, (day, clock, part, offset) => {
        const text = `${day}T${clock}${part}${offset}`;
        expect(parseTime(text)?.getTime() ?? NaN).toBe(read(text));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('parseJakarta', () => {
  it.each([
    ['2026-09-01 10:00:00', '2026-09-01T03:00:00.000Z'],
    ['2026-09-01T10:00:00', '2026-09-01T03:00:00.000Z'],
    ['2026-09-01 10:00:00.250', '2026-09-01T03:00:00.250Z'],
    ['2026-09-01T03:00:00Z', '2026-09-01T03:00:00.000Z'],
    ['2026-01-01 00:00:00', '2025-12-31T17:00:00.000Z'],
  ])('reads %s as Jakarta means it, unless it names its zone', (text, instant) => {
    expect(parseJakarta(text)?.toISOString()).toBe(instant);
  });

  it.each([
    '2026-02-30 10:00:00',
    '2026-09-01',
    '2026-09-01 24:01:00',
    '01-09-2026 10:00:00',
    '2026-09-01  10:00:00',
    '',
  ])('refuses %j', (text) => {
    expect(parseJakarta(text)).toBeUndefined();
  });
});
