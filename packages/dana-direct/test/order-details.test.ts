import { rupiah, type CreatePayment } from '@bayar/core';
import { describe, expect, it } from 'vitest';
import { danaDirect, type DanaDirectExtra } from '../src/index.ts';
import { config, created, now, request } from './account.ts';
import { standingClock } from './clocks.ts';
import { answer, answering } from './wire.ts';

const customer = { id: 'C-1', name: 'Budi Santoso', email: 'budi@example.com', phone: '+6281234567890' };
const item = { id: 'KOPI-1', name: 'Kopi susu', category: 'drinks', price: rupiah(7_500), quantity: 2 };
const shipping = {
  name: 'Siti Nur Haliza',
  phone: '+6281234567890',
  lines: ['Jl. Sudirman 1', 'RT 1', 'RW 2'],
  city: 'Jakarta Pusat',
  region: 'DKI Jakarta',
  postalCode: '10110',
  country: 'ID',
};

describe('an order', () => {
  it('names its goods', async () => {
    const items = [{ ...item, url: 'https://merchant.example/kopi.png' }];
    expect(await orderOf({ items })).toMatchObject({
      goods: [
        {
          merchantGoodsId: 'KOPI-1',
          name: 'Kopi susu',
          description: 'Kopi susu',
          category: 'drinks',
          price: { value: '7500.00', currency: 'IDR' },
          quantity: '2',
          snapshotUrl: 'https://merchant.example/kopi.png',
        },
      ],
    });
  });

  it('names no goods at all where one lacks the id or the category DANA requires', async () => {
    const { category: _, ...plain } = item;
    expect(await orderOf({ items: [item, plain] })).not.toHaveProperty('goods');
    expect(await orderOf({ items: [] })).not.toHaveProperty('goods');
  });

  it('says where it goes', async () => {
    expect(await orderOf({ shipping })).toMatchObject({
      shippingInfo: [
        {
          merchantShippingId: 'ORDER-2026-0001',
          countryName: 'Indonesia',
          stateName: 'DKI Jakarta',
          cityName: 'Jakarta Pusat',
          address1: 'Jl. Sudirman 1',
          address2: 'RT 1, RW 2',
          firstName: 'Siti Nur',
          lastName: 'Haliza',
          zipCode: '10110',
          mobileNo: '+6281234567890',
        },
      ],
    });
  });

  it('writes a single name into both of the places DANA requires', async () => {
    const names = { firstName: 'Suharto', lastName: 'Suharto' };
    expect(await orderOf({ shipping: { ...shipping, name: 'Suharto' } })).toMatchObject({ shippingInfo: [names] });
  });

  it('does not say where it goes where the region DANA requires is missing', async () => {
    const { region: _, ...vague } = shipping;
    expect(await orderOf({ shipping: vague })).not.toHaveProperty('shippingInfo');
  });

  it('names its buyer, with an id only beside its type', async () => {
    expect(await orderOf({ customer })).toMatchObject({ buyer: { nickname: 'Budi Santoso' } });
    expect(await orderOf({ customer })).not.toMatchObject({ buyer: { externalUserId: 'C-1' } });
    expect(await orderOf({ customer }, { buyer: { type: 'MEMBER' } })).toMatchObject({
      buyer: { externalUserType: 'MEMBER', externalUserId: 'C-1', nickname: 'Budi Santoso' },
    });
    expect(await orderOf({}, { buyer: { type: 'MEMBER', id: 'M-9', userId: '2160', nickname: 'B' } })).toMatchObject({
      buyer: { externalUserType: 'MEMBER', externalUserId: 'M-9', userId: '2160', nickname: 'B' },
    });
    expect(await orderOf({})).not.toHaveProperty('buyer');
  });

  it('names its buyer only where the name is short enough for DANA', async () => {
    expect(await orderOf({ customer: { ...customer, name: 'N'.repeat(65) } })).not.toHaveProperty('buyer');
  });

  it('carries what was agreed with DANA', async () => {
    const extra = {
      memo: 'gift',
      transactionType: 'SPECIAL_MOVIE',
      orderExtendInfo: '{"a":1}',
      extendInfo: '{"b":"2"}',
    };
    const { sent } = await create({}, extra);
    expect(JSON.parse(sent)).toMatchObject({
      additionalInfo: {
        order: { orderMemo: 'gift', merchantTransType: 'SPECIAL_MOVIE', extendInfo: '{"a":1}' },
        extendInfo: '{"b":"2"}',
      },
    });
  });

  it('says what is known about the session', async () => {
    const environment = { orderTerminalType: 'SYSTEM', sessionId: 's-1', appVersion: '2.1', clientKey: 'k' } as const;
    const { sent } = await create({ device: { platform: 'app', os: 'iOS 20', ip: '203.0.113.7' } }, { environment });
    expect((JSON.parse(sent) as { additionalInfo: { envInfo: object } }).additionalInfo.envInfo).toStrictEqual({
      sourcePlatform: 'IPG',
      terminalType: 'APP',
      orderTerminalType: 'SYSTEM',
      clientIp: '203.0.113.7',
      osType: 'iOS 20',
      sessionId: 's-1',
      appVersion: '2.1',
      clientKey: 'k',
    });
  });
});

const long = (length: number) => 'x'.repeat(length + 1);

describe('an order DANA would refuse', () => {
  it.each<[string, DanaDirectExtra]>([
    ['extra.buyer.type', { buyer: { id: 'M-9' } }],
    ['extra.buyer.id', { buyer: { type: 'MEMBER' } }],
    ['extra.buyer.type', { buyer: { type: long(32), id: 'M-9' } }],
    ['extra.buyer.nickname', { buyer: { nickname: long(64) } }],
    ['extra.buyer.userId', { buyer: { userId: '' } }],
    ['extra.memo', { memo: long(64) }],
    ['extra.transactionType', { transactionType: long(64) }],
    ['extra.extendInfo', { extendInfo: 'not JSON' }],
    ['extra.orderExtendInfo', { orderExtendInfo: `"${long(4096)}"` }],
    ['extra.environment.orderTerminalType', { environment: { orderTerminalType: 'TV' as never } }],
    ['extra.environment.sessionId', { environment: { sessionId: long(128) } }],
    ['extra.environment.websiteLanguage', { environment: { websiteLanguage: long(16) } }],
    ['extra.environment.clientKey', { environment: { clientKey: long(64) } }],
  ])('is not sent, for %s', async (field, extra) => {
    expect(await create({}, extra)).toMatchObject({
      sent: '',
      outcome: { kind: 'not-sent', reason: { why: 'invalid', issues: [{ field }] } },
    });
  });

  it.each<[string, Partial<CreatePayment>]>([
    ['items.1.id', { items: [item, { ...item, id: long(64) }] }],
    ['items.0.category', { items: [{ ...item, category: long(64) }] }],
    ['items.0.url', { items: [{ ...item, url: long(512) }] }],
    ['shipping.city', { shipping: { ...shipping, city: long(64) } }],
    ['shipping.region', { shipping: { ...shipping, region: long(64) } }],
    ['shipping.postalCode', { shipping: { ...shipping, postalCode: long(32) } }],
    ['shipping.lines.0', { shipping: { ...shipping, lines: [long(256)] } }],
    ['shipping.lines', { shipping: { ...shipping, lines: ['1', long(127), long(128)] } }],
    ['shipping.name', { shipping: { ...shipping, name: `A ${long(64)}` } }],
    ['shipping.country', { shipping: { ...shipping, country: 'Indonesia' } }],
    ['device.os', { device: { platform: 'web', os: long(128) } }],
  ])('is not sent, for %s', async (field, change) => {
    expect(await create(change)).toMatchObject({
      sent: '',
      outcome: { kind: 'not-sent', reason: { why: 'invalid', issues: [{ field }] } },
    });
  });

  it("is not sent, for a customer's id too long to stand beside the buyer's type", async () => {
    const outcome = await create({ customer: { ...customer, id: long(32) } }, { buyer: { type: 'MEMBER' } });
    expect(outcome).toMatchObject({ outcome: { reason: { issues: [{ field: 'customer.id' }] } } });
    expect(await create({ customer: { ...customer, id: long(32) } })).toMatchObject({ outcome: { kind: 'done' } });
  });
});

async function create(change: Partial<CreatePayment>, extra: DanaDirectExtra = {}) {
  const { fetch, sent } = answering(answer(created));
  const dana = danaDirect(config, { fetch, clock: standingClock(now) });
  const outcome = await dana.createPayment({ ...request, ...change }, { extra });
  return { outcome, sent: sent[0]?.body ?? '' };
}

async function orderOf(change: Partial<CreatePayment>, extra?: DanaDirectExtra): Promise<unknown> {
  const { sent } = await create(change, extra);
  return (JSON.parse(sent) as { additionalInfo: { order: unknown } }).additionalInfo.order;
}
