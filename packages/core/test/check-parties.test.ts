import { describe, expect, it } from 'vitest';
import { checkParties } from '../src/kit/check-parties.ts';
import { money, rupiah } from '../src/money.ts';
import { request } from './support/requests.ts';

const customer = { id: 'c-1', name: 'Sri Wahyuni', email: 'sri@shop.example', phone: '+6281234567890' };
const item = { name: 'Kopi', price: rupiah(25_000), quantity: 1 };

function refusedFor(change: Record<string, unknown>): string[] {
  return checkParties({ ...request, ...change }).map((issue) => issue.field);
}

describe('a customer', () => {
  it.each([
    {},
    { name: 'Ñandú 李' },
    { email: 'a+b@c' },
    { phone: '+1234567' },
    { phone: '+123456789012345' },
    { id: 'x'.repeat(64) },
  ])('is accepted with %j', (change) => {
    expect(refusedFor({ customer: { ...customer, ...change } })).toEqual([]);
  });

  it.each([
    ['id', ''],
    ['id', ' '],
    ['id', 'x'.repeat(65)],
    ['id', 'a\nb'],
    ['id', undefined],
    ['id', 7],
    ['name', ''],
    ['name', 'x'.repeat(129)],
    ['name', 'Sri\r\nX-Evil: 1'],
    ['name', 'Sri\u0000'],
    ['name', '\udc00'],
    ['name', null],
    ['email', ''],
    ['email', 'sri'],
    ['email', 'sri@'],
    ['email', '@shop.example'],
    ['email', 'a@b@c'],
    ['email', 'a b@c'],
    ['email', 'a@b\n'],
    ['email', 'a\u0000@b'],
    ['email', undefined],
    ['phone', ''],
    ['phone', '081234567890'],
    ['phone', '6281234567890'],
    ['phone', '+0812345678'],
    ['phone', '+62 812 3456 7890'],
    ['phone', '+62-8123456789'],
    ['phone', '+123456'],
    ['phone', '+1234567890123456'],
    ['phone', '+6281234567890\n'],
    ['phone', '+６２81234567'],
    ['phone', 6_281_234_567_890],
  ])('is refused for its %s %j', (field, value) => {
    expect(refusedFor({ customer: { ...customer, [field]: value } })).toEqual([`customer.${field}`]);
  });
});

describe('a device', () => {
  it.each([
    {},
    { id: 'a1' },
    { id: 'A'.repeat(64) },
    { ip: '203.0.113.10' },
    { ip: '0.0.0.0' },
    { ip: '255.255.255.255' },
    { ip: '1.2.3.4' },
  ])('is accepted with %j', (change) => {
    expect(refusedFor({ device: { platform: 'web', ...change } })).toEqual([]);
  });

  it.each(['', 'a b', 'a-b', 'a\nb', 'a1\n', 'é', 'a'.repeat(65), 7])('is refused for its id %j', (id) => {
    expect(refusedFor({ device: { platform: 'web', id } })).toEqual(['device.id']);
  });

  it.each([
    '',
    '1.2.3',
    '1.2.3.4.5',
    '1.2.3.4.',
    '.1.2.3.4',
    '1..2.3',
    '256.1.1.1',
    '1.1.1.999',
    '01.2.3.4',
    '1.2.3.04',
    '1.2.3.4\n',
    ' 1.2.3.4',
    '1.2.3.4, 5.6.7.8',
    '::1',
    '::ffff:1.2.3.4',
    '0x7f.1.1.1',
    '2130706433',
    '1.2.3.a',
    '１.2.3.4',
    'localhost',
    7,
  ])('is refused for its address %j', (ip) => {
    expect(refusedFor({ device: { platform: 'web', ip } })).toEqual(['device.ip']);
  });
});

describe('an item', () => {
  it('may cost nothing', () => {
    expect(refusedFor({ items: [item, { ...item, price: rupiah(0) }] })).toEqual([]);
  });

  it.each([
    ['name', ''],
    ['name', 'x'.repeat(65)],
    ['name', 'a\u0000'],
    ['quantity', 0],
    ['quantity', -1],
    ['quantity', 1.5],
    ['quantity', NaN],
    ['quantity', '1'],
    ['price', money(-100, 'IDR')],
    ['price', undefined],
    ['price', 25_000],
    ['price', { currency: 'USD', minor: 100 }],
    ['price', { currency: 'IDR', minor: 0.5 }],
  ])('is refused for its %s %j, and named by its place', (field, value) => {
    expect(refusedFor({ items: [item, { ...item, [field]: value }] })).toEqual([`items.1.${field}`]);
  });
});

describe('an address', () => {
  const address = { name: 'Sari', lines: ['Jalan Melati 1'], city: 'Bandung', postalCode: '40111', country: 'ID' };

  it.each([
    {},
    { phone: '+6281234567890' },
    { lines: ['Jalan Melati 1', '', 'RT 1'] },
    { region: '' },
    { city: "D.K.I. Jakarta (Pusat), Ma'arif" },
  ])('is accepted with %j', (change) => {
    expect(refusedFor({ shipping: { ...address, ...change } })).toEqual([]);
  });

  it.each([
    ['name', undefined, 'name'],
    ['phone', '081234567890', 'phone'],
    ['lines', [], 'lines'],
    ['lines', 'Jalan Melati 1', 'lines'],
    ['lines', [''], 'lines.0'],
    ['lines', ['Jalan', 7], 'lines.1'],
    ['city', 'a\nb', 'city'],
    ['postalCode', 40_111, 'postalCode'],
    ['country', 'Indonesia', 'country'],
    ['country', 'id', 'country'],
  ])('is refused for its %s %j', (field, value, named) => {
    expect(refusedFor({ billing: { ...address, [field]: value } })).toEqual([`billing.${named}`]);
  });
});

describe('metadata', () => {
  it('is any text: it stays in the ledger', () => {
    expect(refusedFor({ metadata: { empty: '', note: 'two\nlines', emoji: '☕' } })).toEqual([]);
  });

  it.each([7, null, {}, 'x'.repeat(1_001)])('is refused for %j', (value) => {
    expect(refusedFor({ metadata: { note: value } })).toEqual(['metadata.note']);
  });
});

describe('fees and tax', () => {
  it.each(['fees', 'tax'])('are money that is not negative: %s', (field) => {
    expect(refusedFor({ [field]: rupiah(0) })).toEqual([]);
    for (const bad of [money(-1, 'IDR'), 5, null, { currency: 'IDR', minor: NaN }])
      expect(refusedFor({ [field]: bad })).toEqual([field]);
  });
});
