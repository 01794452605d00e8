import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { money, rupiah } from '@bayar/core';
import { amountSchema, encodeAmount } from '../src/amount.ts';

describe('an amount', () => {
  it.each([1, 99, 100, 2_500_000, Number.MAX_SAFE_INTEGER])('of %d sen comes back as it was written', (minor) => {
    expect(v.parse(amountSchema, encodeAmount(money(minor, 'IDR')))).toEqual(money(minor, 'IDR'));
  });

  it('is written with two decimals and its currency', () => {
    expect(encodeAmount(rupiah(25_000))).toEqual({ value: '25000.00', currency: 'IDR' });
  });

  it.each([
    ['missing', undefined],
    ['null', null],
    ['a number', 25_000],
    ['text', '25000.00'],
    ['empty', {}],
    ['without a currency', { value: '1.00' }],
    ['without a value', { currency: 'IDR' }],
    ['in another currency', { value: '1.00', currency: 'USD' }],
    ['in small letters', { value: '1.00', currency: 'idr' }],
    ['with a number', { value: 1, currency: 'IDR' }],
    ['without decimals', { value: '1', currency: 'IDR' }],
    ['with one decimal', { value: '1.0', currency: 'IDR' }],
    ['with a leading zero', { value: '01.00', currency: 'IDR' }],
    ['negative', { value: '-1.00', currency: 'IDR' }],
    ['with an exponent', { value: '1e5', currency: 'IDR' }],
    ['with a blank', { value: ' 1.00', currency: 'IDR' }],
    ['in full-width digits', { value: '１.００', currency: 'IDR' }],
    ['empty text', { value: '', currency: 'IDR' }],
    ['too large to be exact', { value: '9999999999999999.99', currency: 'IDR' }],
    ['a list', ['1.00', 'IDR']],
  ])('is refused when it is %s', (_, input) => {
    expect(v.safeParse(amountSchema, input).success).toBe(false);
  });
});
