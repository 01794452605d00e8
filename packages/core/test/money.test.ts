import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMoney, isWholeRupiah, money, parseMoney, rupiah, sameMoney } from '../src/money.ts';

const digits = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });

/** Amounts of one to sixteen digits before the point, as the standard writes them. */
const notation = fc
  .tuple(fc.integer({ min: 0, max: 15 }).chain(digits), digits(2))
  .map(([whole, sen]) => `${whole.replace(/^0+/, '') || '0'}.${sen}`);

describe('parseMoney', () => {
  it('reads every amount exactly or refuses it', () => {
    fc.assert(
      fc.property(notation, (text) => {
        const exact = BigInt(text.replace('.', ''));
        const amount = parseMoney(text, 'IDR');
        if (exact > BigInt(Number.MAX_SAFE_INTEGER)) return amount === undefined;
        return amount !== undefined && BigInt(amount.minor) === exact && formatMoney(amount) === text;
      }),
      { numRuns: 20_000 },
    );
  });

  it('reads the largest exact amount and refuses the next', () => {
    expect(parseMoney('90071992547409.91', 'IDR')?.minor).toBe(Number.MAX_SAFE_INTEGER);
    expect(parseMoney('90071992547409.92', 'IDR')).toBeUndefined();
    expect(parseMoney('9999999999999999.99', 'IDR')).toBeUndefined();
  });

  it('reads sen and zero', () => {
    expect(parseMoney('0.01', 'IDR')).toEqual({ currency: 'IDR', minor: 1 });
    expect(parseMoney('0.00', 'IDR')).toEqual({ currency: 'IDR', minor: 0 });
  });

  it.each([
    '',
    '1',
    '1.',
    '.00',
    '1.0',
    '1.000',
    '01.00',
    '00.00',
    '-1.00',
    '+1.00',
    '1e5',
    '1e5.00',
    ' 1.00',
    '1.00 ',
    '1.00\n',
    '1,000.00',
    '1_000.00',
    '1.0O',
    '１.００',
    '١.٠٠',
    '0x1.00',
    '1.00\u0000',
    'NaN',
    'Infinity',
    '12345678901234567.00',
  ])('refuses the spelling %j', (text) => {
    expect(parseMoney(text, 'IDR')).toBeUndefined();
  });

  it('finds no altered amount equal to what was asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_007_199_254_740_990 }), fc.constantFrom(-1, 1), (minor, by) => {
        const asked = money(minor, 'IDR');
        const echoed = parseMoney(formatMoney(money(minor + by, 'IDR')), 'IDR');
        return echoed !== undefined && !sameMoney(asked, echoed);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('money', () => {
  it.each([0.1, 1.5, NaN, Infinity, -Infinity, 2 ** 53])('refuses %d, which is not exact', (value) => {
    expect(() => money(value, 'IDR')).toThrow(RangeError);
  });
});

describe('rupiah', () => {
  it('counts a hundred sen to the rupiah', () => {
    expect(rupiah(25_000)).toEqual({ currency: 'IDR', minor: 2_500_000 });
  });

  it.each([0.5, 1 / 3, NaN, Infinity, 2 ** 53, 90_071_992_547_410])('refuses %d', (value) => {
    expect(() => rupiah(value)).toThrow(RangeError);
  });

  it('survives JSON', () => {
    expect(JSON.parse(JSON.stringify(rupiah(25_000)))).toEqual(rupiah(25_000));
  });
});

describe('formatMoney', () => {
  it.each([
    [0, '0.00'],
    [1, '0.01'],
    [10, '0.10'],
    [100, '1.00'],
    [-1, '-0.01'],
    [-12_345, '-123.45'],
    [Number.MAX_SAFE_INTEGER, '90071992547409.91'],
  ])('writes %d sen as %s', (minor, text) => {
    expect(formatMoney(money(minor, 'IDR'))).toBe(text);
  });
});

describe('isWholeRupiah', () => {
  it('tells whole rupiah from sen', () => {
    expect([0, 100, 101, 199, -100].map((minor) => isWholeRupiah(money(minor, 'IDR')))).toEqual([
      true,
      true,
      false,
      false,
      true,
    ]);
  });
});
