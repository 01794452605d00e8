import { describe, expect, it } from 'vitest';
import type { Need } from '../src/create-payment.ts';
import { checkPayment } from '../src/kit/check-payment.ts';
import { money, rupiah } from '../src/money.ts';
import { limits, NOW, request } from './support/requests.ts';

/** Fields the request is refused for. `unknown`, because JavaScript and JSON bring what the types forbid. */
function refusedFor(change: Record<string, unknown>, needs: readonly Need[] = []): string[] {
  const issues = checkPayment({ ...request, ...change }, { needs, limits }, NOW);
  for (const issue of issues) expect([issue.rule, issue.fix].every((text) => /^[A-Za-z].*\.$/.test(text))).toBe(true);
  return issues.map((issue) => issue.field);
}

describe('a request to be paid', () => {
  it('is accepted when no rule speaks against it', () => {
    expect(refusedFor({})).toEqual([]);
  });

  it('is refused for everything that is wrong with it at once', () => {
    const change = {
      reference: '',
      amount: rupiah(0),
      title: '',
      returnUrl: 'x',
      expiresAt: NOW,
      device: { platform: 'web', ip: 'x' },
    };
    const fields = ['reference', 'amount', 'title', 'returnUrl', 'expiresAt', 'customer', 'device.ip'];
    expect(refusedFor(change, ['customer'])).toEqual(fields);
  });
});

describe('what the types forbid', () => {
  it.each([
    ['expiresAt', '2026-09-01T10:00:00Z'],
    ['expiresAt', null],
    ['returnUrl', new URL('https://shop.example/')],
    ['returnUrl', undefined],
    ['customer', null],
    ['customer', 'Sari'],
    ['device', null],
    ['items', null],
    ['items', {}],
    ['items.0', null, 'items'],
  ])('is refused, and nothing is thrown: %s is %j', (field, value, name = field) => {
    expect(refusedFor({ [name]: name === field ? value : [value] })).toEqual([field]);
  });
});

describe('a rule', () => {
  it.each([
    [{ reference: 12 }, 'reference', 'must be text.'],
    [{ reference: 'INV/1' }, 'reference', 'holds a character that is not taken.'],
    [{ amount: rupiah(99) }, 'amount', 'must be at least Rp 100.'],
    [{ amount: rupiah(10_000_001) }, 'amount', 'must be at most Rp 10,000,000.'],
  ])('is said in words: %j', (change, field, rule) => {
    const wrong = { ...request, ...change } as typeof request;
    expect(checkPayment(wrong, { needs: [], limits }, NOW)).toMatchObject([{ field, rule }]);
  });

  it('of a fixed length names the length', () => {
    const fixed = { ...limits, reference: { maxLength: 8, pattern: '(?=[A-Z0-9]+$)[A-Z0-9-]{8}' } };
    const wrong = { ...request, reference: 'INV1' };
    const issues = checkPayment(wrong, { needs: [], limits: fixed }, NOW);
    expect(issues).toMatchObject([{ field: 'reference', rule: 'must have exactly 8 characters.' }]);
  });

  it('never says to leave out what is required', () => {
    const wrong = { ...request, customer: null } as never;
    const [issue, ...others] = checkPayment(wrong, { needs: ['customer'], limits }, NOW);
    expect(issue).toMatchObject({ field: 'customer', fix: expect.not.stringMatching(/^Leave it out/) as string });
    expect(others).toEqual([]);
  });
});

describe('a reference', () => {
  it.each(['A', 'inv-1', 'x'.repeat(24), '0', '-'])('is accepted as %j', (reference) => {
    expect(refusedFor({ reference })).toEqual([]);
  });

  it.each([
    '',
    ' ',
    'x'.repeat(25),
    'INV_1',
    'INV 1',
    'INV/1',
    'INV.1',
    'faktur-é',
    'INV-1\n',
    '\nINV-1',
    'INV-1\r\n',
    'INV\u0000',
    '１２',
    '😀',
    "1'--",
    undefined,
    null,
    7,
  ])('is refused as %j', (reference) => {
    expect(refusedFor({ reference })).toEqual(['reference']);
  });
});

describe('an amount', () => {
  it.each([100, 101, 25_000, 10_000_000])('is accepted as Rp %d', (whole) => {
    expect(refusedFor({ amount: rupiah(whole) })).toEqual([]);
  });

  it.each([
    ['zero', money(0, 'IDR')],
    ['negative', money(-2_500_000, 'IDR')],
    ['sen', money(2_500_050, 'IDR')],
    ['one sen', money(1, 'IDR')],
    ['too small', rupiah(99)],
    ['too large', rupiah(10_000_001)],
    ['far too large', money(Number.MAX_SAFE_INTEGER - 91, 'IDR')],
    ['a number', 25_000],
    ['text', '25000.00'],
    ['missing', undefined],
    ['null', null],
    ['another currency', { currency: 'USD', minor: 2_500_000 }],
    ['a fraction', { currency: 'IDR', minor: 2_500_000.5 }],
    ['no number', { currency: 'IDR', minor: NaN }],
    ['infinite', { currency: 'IDR', minor: Infinity }],
    ['text inside', { currency: 'IDR', minor: '2500000' }],
  ])('is refused when it is %s', (_, amount) => {
    expect(refusedFor({ amount })).toEqual(['amount']);
  });
});

describe('a title', () => {
  it.each(['Kopi', 'Kopi susu & roti "enak"', 'コーヒー', 'قهوة', '☕😀', 'é', 'e\u0301', '😀'.repeat(64)])(
    'is accepted as %j',
    (title) => {
      expect(refusedFor({ title })).toEqual([]);
    },
  );

  it.each([
    '',
    '   ',
    '\u3000',
    'x'.repeat(65),
    '😀'.repeat(65),
    'a\r\nb',
    'a\nb',
    'a\tb',
    'a\u0000b',
    '\u007f',
    '\ud800',
    undefined,
    null,
    7,
  ])('is refused as %j', (title) => {
    expect(refusedFor({ title })).toEqual(['title']);
  });
});

describe('an expiry', () => {
  const inMs = (ms: number): Date => new Date(NOW.getTime() + ms);

  it.each([1, 60_000, 7_200_000])('is accepted %d ms ahead', (ms) => {
    expect(refusedFor({ expiresAt: inMs(ms) })).toEqual([]);
  });

  it.each([0, -1, -60_000, 7_200_001, NaN])('is refused %d ms ahead', (ms) => {
    expect(refusedFor({ expiresAt: inMs(ms) })).toEqual(['expiresAt']);
  });
});

describe('what an acquirer needs', () => {
  it('is named for each part that is missing', () => {
    expect(refusedFor({}, ['customer', 'device'])).toEqual(['customer', 'device']);
  });

  it('is not named when it is there', () => {
    expect(refusedFor({ device: { platform: 'web' } }, ['device'])).toEqual([]);
  });
});
