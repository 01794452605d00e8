import type { CreatePayment, NextAction } from '@bayar/core';
import { describe, expect, it } from 'vitest';
import { danaBanks, danaDirect, type DanaDirectExtra, type DanaMethod } from '../src/index.ts';
import { PayOption } from '../src/vocabulary.ts';
import { config, created, now, request } from './account.ts';
import { standingClock } from './clocks.ts';
import { answer, answering, type Coded } from './wire.ts';

const customer = { id: 'C-1', name: 'Budi', email: 'budi@example.com', phone: '+6281234567890' };
const { webRedirectUrl: url, ...bare } = created;
const page = { ...bare, webRedirectUrl: url };
const code = (paymentCode: string) => ({ ...bare, additionalInfo: { paymentCode } });
const transAmount = { value: '15000.00', currency: 'IDR' };

const redirect: NextAction = { type: 'redirect', url };
const rows: [DanaMethod, string, string, object, NextAction][] = [
  [{ type: 'balance' }, 'BALANCE', '', page, redirect],
  [{ type: 'qris' }, 'NETWORK_PAY', 'NETWORK_PAY_PG_QRIS', code('00020101'), { type: 'qr', payload: '00020101' }],
  [{ type: 'card' }, 'NETWORK_PAY', 'NETWORK_PAY_PG_CARD', page, redirect],
  [{ type: 'card', kind: 'credit' }, 'CREDIT_CARD', 'NETWORK_PAY_PG_CARD', page, redirect],
  [{ type: 'card', kind: 'debit' }, 'DEBIT_CARD', 'NETWORK_PAY_PG_CARD', page, redirect],
  [{ type: 'shopeepay' }, 'NETWORK_PAY', 'NETWORK_PAY_PG_SPAY', page, redirect],
  [{ type: 'gopay' }, 'NETWORK_PAY', 'NETWORK_PAY_PG_GOPAY', page, redirect],
  [{ type: 'linkaja' }, 'NETWORK_PAY', 'NETWORK_PAY_PG_LINKAJA', page, redirect],
  [{ type: 'ovo' }, 'NETWORK_PAY', 'NETWORK_PAY_PG_OVO', bare, { type: 'push' }],
  [{ type: 'indodana' }, 'NETWORK_PAY', 'NETWORK_PAY_PL_INDODANA', page, redirect],
  [
    { type: 'indomaret' },
    'NETWORK_PAY',
    'NETWORK_PAY_PC_INDOMARET',
    code('8801'),
    { type: 'payment-code', outlet: 'indomaret', code: '8801' },
  ],
  [{ type: 'indomaret' }, 'NETWORK_PAY', 'NETWORK_PAY_PC_INDOMARET', page, redirect],
  ...danaBanks.map((bank): (typeof rows)[number] => [
    { type: 'virtual-account', bank },
    'VIRTUAL_ACCOUNT',
    { BSI: 'VIRTUAL_ACCOUNT_BSI_PAYMENT', PANIN: 'VIRTUAL_ACCOUNT_PANI' }[bank as string] ?? `VIRTUAL_ACCOUNT_${bank}`,
    code('3901'),
    { type: 'virtual-account', bank, number: '3901' },
  ]),
];

describe('a method', () => {
  it.each(rows)('%j goes out as %s %s', async (method, payMethod, payOption, reply, next) => {
    const { sent, create } = gateway(reply);
    expect(await create({ method })).toMatchObject({ kind: 'done', value: { status: 'awaiting-customer', next } });
    const body = JSON.parse(sent[0]?.body ?? '') as { payOptionDetails: object[]; additionalInfo: { order: object } };
    expect(body.payOptionDetails).toMatchObject([{ payMethod, payOption, transAmount }]);
    expect(body.payOptionDetails).toHaveLength(1);
    expect(body.additionalInfo.order).toMatchObject({ scenario: 'API' });
  });

  it('reaches every pay option DANA lists', () => {
    expect(new Set(rows.map(([, , payOption]) => payOption))).toEqual(new Set(['', ...PayOption]));
  });

  it('comes with scenario API, and none with REDIRECT: the two cannot disagree', async () => {
    const { sent, create } = gateway(page);
    await create({});
    const body = JSON.parse(sent[0]?.body ?? '') as Record<string, unknown>;
    expect(body).not.toHaveProperty('payOptionDetails');
    expect(body).toMatchObject({ additionalInfo: { order: { scenario: 'REDIRECT' } } });
  });

  it.each(['card', 'shopeepay', 'gopay', 'linkaja', 'ovo'] as const)('%s tells DANA the phone', async (type) => {
    const { sent, create } = gateway(type === 'ovo' ? bare : page);
    await create({ method: { type } });
    await create({ method: { type, phone: '0811742234' } });
    const phones = sent.map(({ body }) => (JSON.parse(body) as { payOptionDetails: object[] }).payOptionDetails[0]);
    expect(phones).toMatchObject([
      { additionalInfo: { phoneNumber: '081234567890' } },
      { additionalInfo: { phoneNumber: '0811742234' } },
    ]);
  });

  it.each(['balance', 'qris', 'indodana', 'indomaret'] as const)('%s tells DANA no phone', async (type) => {
    const { sent, create } = gateway(page);
    await create({ method: { type } });
    expect(sent[0]?.body).not.toContain('phoneNumber');
  });

  it.each([
    [{ type: 'balance' }, code('1')],
    [{ type: 'qris' }, page],
    [{ type: 'virtual-account', bank: 'BCA' }, code('')],
    [{ type: 'card' }, bare],
    [{ type: 'indomaret' }, bare],
  ] as [DanaMethod, object][])('%j answered by %j is in doubt: the customer could not pay', async (method, reply) => {
    const { create } = gateway(reply);
    expect(await create({ method })).toMatchObject({ kind: 'unknown', inquiry: { doubt: 'unreadable-answer' } });
  });
});

describe('a method that cannot be', () => {
  const strange = { ...customer, phone: '+6591234567' };
  const wrong: [string, DanaDirectExtra, Changed, string, RegExp][] = [
    [
      'a card without a phone',
      { method: { type: 'card' } },
      { customer: undefined },
      'customer.phone',
      /required for card/,
    ],
    [
      'GoPay without a phone',
      { method: { type: 'gopay' } },
      { customer: undefined },
      'customer.phone',
      /required for gopay/,
    ],
    [
      'OVO with a phone of another country',
      { method: { type: 'ovo' } },
      { customer: strange },
      'customer.phone',
      /\+62/,
    ],
    ['a phone with blanks', { method: { type: 'ovo', phone: '0812 345' } }, {}, 'extra.method.phone', /8 to 15 digits/],
    ['QRIS under 26 characters', { method: { type: 'qris' } }, { reference: 'R'.repeat(26) }, 'reference', /25/],
    ['a type nobody knows', { method: { type: 'cash' } as never }, {}, 'extra.method.type', /balance.*shopeepay/],
    ['no type', { method: {} as never }, {}, 'extra.method.type', /one of/],
    [
      'a bank nobody knows',
      { method: { type: 'virtual-account', bank: 'X' } as never },
      {},
      'extra.method.bank',
      /BCA/,
    ],
    [
      'itself ruled out',
      { method: { type: 'balance' }, disabledMethods: ['BALANCE'] },
      {},
      'extra.disabledMethods',
      /rule out/,
    ],
    ['an unknown one ruled out', { disabledMethods: ['CASH'] as never }, {}, 'extra.disabledMethods', /one of/],
    ['none ruled out', { disabledMethods: [] }, {}, 'extra.disabledMethods', /64/],
    [
      'too many ruled out',
      { disabledMethods: ['BALANCE', 'CREDIT_CARD', 'DEBIT_CARD', 'VIRTUAL_ACCOUNT', 'NETWORK_PAY', 'OTC', 'COUPON'] },
      {},
      'extra.disabledMethods',
      /64/,
    ],
  ];

  it.each(wrong)('is not sent: %s', async (_, extra, change, field, rule) => {
    const { sent, create } = gateway(page);
    const outcome = await create(extra, change);
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: { why: 'invalid', issues: [{ field }] } });
    expect(JSON.stringify(outcome)).toMatch(rule);
    expect(sent).toEqual([]);
  });

  it('is not sent: QRIS without a store, neither here nor in the settings', async () => {
    const { sent, create } = gateway(code('0002'), '');
    expect(await create({ method: { type: 'qris' } })).toMatchObject({
      reason: { issues: [{ field: 'extra.storeId' }] },
    });
    expect(await create({ method: { type: 'qris' }, storeId: 'S2' })).toMatchObject({ kind: 'done' });
    expect(sent).toHaveLength(1);
  });

  it('rules out the others in one field', async () => {
    const { sent, create } = gateway(page);
    await create({ disabledMethods: ['CREDIT_CARD', 'OTC'] });
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({ disabledPayMethods: 'CREDIT_CARD,OTC' });
  });
});

type Changed = { readonly [Part in keyof CreatePayment]?: CreatePayment[Part] | undefined };

function gateway(reply: object, storeId = 'S1') {
  const { fetch, sent } = answering(answer(reply as Coded));
  const settings = { ...config, ...(storeId === '' ? {} : { storeId }) };
  const dana = danaDirect(settings, { fetch, clock: standingClock(now) });
  const create = (extra: DanaDirectExtra, other: Changed = {}) =>
    dana.createPayment({ ...request, customer, ...other } as CreatePayment, { extra });
  return { sent, create };
}
