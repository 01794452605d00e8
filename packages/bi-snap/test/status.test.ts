import { describe, expect, it } from 'vitest';
import { decodeRefundStatus, decodeStatus } from '../src/status.ts';

const ODD = [
  '',
  '0',
  '000',
  '1',
  '07',
  '08',
  '99',
  ' 00',
  '00 ',
  '００',
  'paid',
  '__proto__',
  'constructor',
  'toString',
];

describe('the status of a payment', () => {
  it.each([
    ['00', 'paid'],
    ['01', 'awaiting-customer'],
    ['02', 'processing'],
    ['03', 'processing'],
    ['04', 'refunded'],
    ['05', 'cancelled'],
    ['06', 'failed'],
  ])('%s is %s', (code, status) => {
    expect(decodeStatus(code)).toBe(status);
  });

  it.each(ODD)('%j is unknown, and neither paid nor failed', (code) => {
    expect(decodeStatus(code)).toBe('unknown');
  });
});

describe('the status of a refund', () => {
  it.each([
    ['00', 'succeeded'],
    ['03', 'processing'],
    ['06', 'failed'],
  ])('%s is %s', (code, status) => {
    expect(decodeRefundStatus(code)).toBe(status);
  });

  it.each([...ODD, '01', '02', '04', '05'])('%j is unknown, and neither succeeded nor failed', (code) => {
    expect(decodeRefundStatus(code)).toBe('unknown');
  });
});
