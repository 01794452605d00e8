import { describe, expect, it } from 'vitest';
import { rupiah, type Needing } from '@bayar/core';
import type { DokuDanaConfig, DokuDanaExtra } from '../../src/index.ts';
import { coded, createdAnswer, openBench, order, refundRequest, stored } from '../bench.ts';

interface Row {
  /** The field as it is documented, by its path in the body. */
  readonly field: string;
  readonly value: unknown;
  readonly request?: Partial<Needing<'device'>>;
  readonly config?: Partial<DokuDanaConfig>;
  readonly extra?: DokuDanaExtra;
}

const url = 'https://www.merchant.co.id/return?order=INV-0001';

/** Every field DOKU documents of a payment request, and where its value comes from. */
const payment: readonly Row[] = [
  { field: 'partnerReferenceNo', value: 'INV-0001' },
  { field: 'validUpTo', value: '2026-01-02T11:04:06+07:00' },
  { field: 'validUpTo', value: '2026-01-02T12:30:00+07:00', request: { expiresAt: new Date('2026-01-02T05:30:00Z') } },
  { field: 'pointOfInitiation', value: 'app' },
  { field: 'pointOfInitiation', value: 'pc', request: { device: { platform: 'web' } } },
  { field: 'pointOfInitiation', value: 'mweb', request: { device: { platform: 'mobile-web' } } },
  { field: 'urlParam.0.url', value: url },
  { field: 'urlParam.0.type', value: 'PAY_RETURN' },
  { field: 'urlParam.0.isDeepLink', value: 'N' },
  { field: 'urlParam.0.isDeepLink', value: 'Y', request: { returnUrl: 'shop://thanks' } },
  { field: 'urlParam.url', value: url, config: { urlParamShape: 'object' } },
  { field: 'amount.value', value: '10000.00' },
  { field: 'amount.value', value: '1.00', request: { amount: rupiah(1) } },
  { field: 'amount.currency', value: 'IDR' },
  { field: 'additionalInfo.channel', value: 'EMONEY_DANA_SNAP' },
  { field: 'additionalInfo.orderTitle', value: 'Shoes' },
  { field: 'additionalInfo.supportDeepLinkCheckoutUrl', value: 'false' },
  { field: 'additionalInfo.supportDeepLinkCheckoutUrl', value: 'true', extra: { openDanaApp: true } },
  // Shopee's, and what libraries say about themselves; no language is documented.
  { field: 'additionalInfo.metadata', value: undefined },
  { field: 'additionalInfo.origin', value: undefined },
  { field: 'language', value: undefined, request: { language: 'en' } },
];

const refund: readonly Row[] = [
  { field: 'originalPartnerReferenceNo', value: 'INV-0001' },
  // Optional: the payment is found by its reference.
  { field: 'originalExternalId', value: undefined },
  { field: 'refundAmount.value', value: '10000.00' },
  { field: 'refundAmount.currency', value: 'IDR' },
  { field: 'reason', value: 'Request by Customer' },
  { field: 'partnerRefundNo', value: 'INV-REF-0001' },
  { field: 'additionalInfo.channel', value: 'EMONEY_DANA_SNAP' },
];

const status: readonly Row[] = [
  { field: 'originalPartnerReferenceNo', value: 'INV-0001' },
  { field: 'serviceCode', value: '55' },
  { field: 'serviceCode', value: '54', config: { serviceCode: '54' } },
  { field: 'additionalInfo.channel', value: 'EMONEY_DANA_SNAP' },
  ...['originalReferenceNo', 'originalExternalId', 'transactionDate', 'amount', 'merchantId'].map((field) => ({
    field,
    value: undefined,
  })),
];

function at(body: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key], body);
}

describe('every documented field of a payment request', () => {
  it.each(payment)('$field is $value', async ({ field, value, request = {}, config = {}, extra }) => {
    const { doku, sent } = openBench(() => createdAnswer(), { config });
    await doku.createPayment(order(request), extra === undefined ? {} : { extra });
    expect(at(await sent[0]?.json(), field)).toEqual(value);
  });
});

describe('every documented field of a refund request', () => {
  it.each(refund)('$field is $value', async ({ field, value }) => {
    const { doku, sent } = openBench(() => coded('2000700'));
    await doku.refundPayment(stored(), refundRequest);
    expect(at(await sent[0]?.json(), field)).toEqual(value);
  });
});

describe('every documented field of a status request', () => {
  it.each(status)('$field is $value', async ({ field, value, config = {} }) => {
    const { doku, sent } = openBench(() => coded('4045501'), { config });
    await doku.getPayment(stored());
    expect(at(await sent[0]?.json(), field)).toEqual(value);
  });
});

describe('the headers that name device and address', () => {
  it.each([
    ['a payment', { id: 'device123', ip: '1.1.1.1' }, 'device123', '1.1.1.1'],
    ['a payment from 64 characters', { id: 'd'.repeat(64) }, 'd'.repeat(64), null],
    ['a payment from an unknown device', { ip: '255.255.255.255' }, 'orderINV0001', '255.255.255.255'],
  ])('go with %s', async (_, device, id, ip) => {
    const { doku, sent } = openBench(() => createdAnswer());
    await doku.createPayment(order({ device: { platform: 'web', ...device } }));
    expect([sent[0]?.headers.get('x-device-id'), sent[0]?.headers.get('x-ip-address')]).toEqual([id, ip]);
  });

  it('carry 25 digits as X-EXTERNAL-ID, new with every request', async () => {
    const { doku, sent } = openBench(() => coded('4045501'));
    for (let count = 0; count < 100; count++) await doku.getPayment(stored());
    const ids = sent.map(({ headers }) => headers.get('x-external-id') ?? '');
    expect(ids.filter((id) => !/^\d{25}$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(100);
  });
});
