import { rupiah, type CreatePayment } from '@bayar/core';
import { describe, expect, it } from 'vitest';
import type { FaspayDanaExtra } from '../../src/index.ts';
import { BILL_NO, gatewayAnswering, offline, posted, request, signatureOf } from '../merchant.ts';

const address = {
  name: 'Sari',
  phone: '+62215550123',
  lines: ['Jl. Sabang 37', 'Lt. 2'],
  city: 'Jakarta',
  region: 'DKI Jakarta',
  postalCode: '10170',
  country: 'ID',
};
const full = {
  ...request,
  amount: rupiah(3_500),
  items: [{ id: 'A001', name: 'Kopi', price: rupiah(1_500), quantity: 2 }],
  fees: rupiah(300),
  tax: rupiah(200),
  device: { platform: 'app', os: 'Android 16' },
  billing: address,
  shipping: { ...address, name: 'Budi' },
} as const satisfies CreatePayment;
const extra: FaspayDanaExtra = {
  billReff: '20200324_02-2286704',
  customerLastName: 'Dewi',
  billing: { lastName: 'Dewi', state: 'Jakarta' },
  shipping: { lastName: 'Santoso', state: 'Banten' },
  reserve1: 'r1',
  reserve2: '30_days',
};

/** Every field Faspay documents of post data, in its order. `undefined`: not DANA's, and not sent. */
const documented: readonly (readonly [field: string, value: unknown])[] = [
  ['request', 'Post Data Transaction'],
  ['merchant_id', '12345'],
  ['merchant', 'Example Store'],
  ['bill_no', BILL_NO],
  ['bill_reff', '20200324_02-2286704'],
  ['bill_date', '2026-01-02 18:00:00'],
  ['bill_expired', '2026-01-02 19:00:00'],
  ['bill_desc', 'Kopi susu'],
  ['bill_currency', 'IDR'],
  ['bill_gross', '300000'],
  ['bill_tax', '20000'],
  ['bill_miscfee', '30000'],
  ['bill_total', '350000'],
  ['payment_channel', '819'],
  ['pay_type', '01'],
  ['cust_no', 'C-1'],
  ['cust_name', 'Sari'],
  ['cust_lastname', 'Dewi'],
  // Of internet banking.
  ['bank_userid', undefined],
  ['msisdn', '81234567890'],
  ['email', 'sari@example.com'],
  ['terminal', '21'],
  ['billing_name', 'Sari'],
  ['billing_lastname', 'Dewi'],
  ['billing_address', 'Jl. Sabang 37, Lt. 2'],
  ['billing_address_city', 'Jakarta'],
  ['billing_address_region', 'DKI Jakarta'],
  ['billing_address_state', 'Jakarta'],
  ['billing_address_poscode', '10170'],
  ['billing_address_country_code', 'ID'],
  ['billing_msisdn', '62215550123'],
  ['receiver_name_for_shipping', 'Budi'],
  ['shipping_lastname', 'Santoso'],
  ['shipping_address', 'Jl. Sabang 37, Lt. 2'],
  ['shipping_address_city', 'Jakarta'],
  ['shipping_address_region', 'DKI Jakarta'],
  ['shipping_address_state', 'Banten'],
  ['shipping_address_poscode', '10170'],
  ['shipping_address_country_code', 'ID'],
  ['shipping_msisdn', '62215550123'],
  ['reserve1', 'r1'],
  ['reserve2', '30_days'],
  // In it, libraries tell who they are.
  ['trx_source', undefined],
  ['signature', signatureOf(BILL_NO)],
  [
    'item',
    [
      {
        id: 'A001',
        product: '2 x Kopi',
        qty: '1',
        amount: '300000',
        payment_plan: '01',
        merchant_id: '12345',
        tenor: '00',
      },
    ],
  ],
];

async function bodyOf(changes: Partial<CreatePayment>, more: FaspayDanaExtra = {}): Promise<Record<string, unknown>> {
  const { gateway, sent } = gatewayAnswering(posted);
  await gateway.createPayment({ ...request, ...changes }, { extra: more });
  return sent[0]?.body ?? {};
}

describe('every documented field of post data', () => {
  it.each(documented)('%s is %j', async (field, value) => {
    expect((await bodyOf(full, extra))[field]).toEqual(value);
  });

  it('is sent, and no other', async () => {
    const fields = documented.flatMap(([field, value]) => (value === undefined ? [] : [field]));
    expect(Object.keys(await bodyOf(full, extra)).sort()).toEqual(fields.sort());
  });
});

describe('the terminal', () => {
  it.each(['10', '20', '24', '33'] as const)('is %s when told', async (terminal) => {
    expect((await bodyOf(full, { terminal }))['terminal']).toBe(terminal);
  });
});

describe('a field Faspay cannot take', () => {
  it.each([
    ['extra.billReff', {}, { billReff: 'x'.repeat(33) }],
    ['extra.billReff', {}, { billReff: 'a b' }],
    ['extra.terminal', {}, { terminal: '11' }],
    ['extra.terminal', {}, { terminal: 10 }],
    ['extra.customerLastName', {}, { customerLastName: '' }],
    ['extra.billing.lastName', {}, { billing: { lastName: 'x'.repeat(129) } }],
    ['extra.billing.state', {}, { billing: { state: 'x'.repeat(101) } }],
    ['extra.shipping.state', {}, { shipping: { state: 'a\nb' } }],
    ['extra.reserve1', {}, { reserve1: {} }],
    ['extra.billRef', {}, { billRef: 'BOOKING-1' }],
    ['billing.lines', { billing: { ...address, lines: ['x'.repeat(201)] } }, {}],
    ['billing.city', { billing: { ...address, city: 'x'.repeat(51) } }, {}],
    ['shipping.region', { shipping: { ...address, region: 'x'.repeat(101) } }, {}],
    ['shipping.postalCode', { shipping: { ...address, postalCode: '12345678901' } }, {}],
    ['shipping.name', { shipping: { ...address, name: 'x'.repeat(129) } }, {}],
  ])('is named and not sent: %s', async (field, changes, more) => {
    const outcome = await offline().createPayment({ ...request, ...changes }, { extra: more as FaspayDanaExtra });
    expect(outcome).toMatchObject({ kind: 'not-sent', reason: { why: 'invalid', issues: [{ field }] } });
  });
});
