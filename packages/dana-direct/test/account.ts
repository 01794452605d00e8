import { rupiah, type CreatePayment, type PaymentRef } from '@bayar/core';
import type { DanaDirectConfig } from '../src/index.ts';
import vectors from './vectors/dana.json' with { type: 'json' };

export { vectors };

/** Half past nothing in particular: the moment the vectors were signed at. */
export const now = '2026-09-01T10:00:00+07:00';

/** A throwaway account: its keys come from the vectors. */
export const config: DanaDirectConfig = {
  environment: 'sandbox',
  clientId: '2026010112345678901234',
  merchantId: '216620000000000000001',
  privateKey: vectors.keys.merchant.privatePkcs8Pem,
  danaPublicKeys: vectors.keys.dana.publicSpkiPem,
  mcc: '5732',
};

export const request: CreatePayment = {
  reference: 'ORDER-2026-0001',
  amount: rupiah(15_000),
  title: 'Kopi Susu & Roti "Spesial" — é',
  returnUrl: 'https://merchant.example/return',
};

/** A payment DANA knows. */
export const ref: PaymentRef = {
  acquirer: 'dana-direct',
  adapter: 'dana-direct',
  reference: 'ORDER-2026-0001',
  acquirerReference: '20260901111212800110166722302205418',
  amount: rupiah(15_000),
  createdAt: '2026-09-01T03:00:00.000Z',
  locator: {},
};

export const refund = { refundReference: 'RF-1', amount: rupiah(5_000) };

/** DANA's documented successes. */
export const created = {
  responseCode: '2005400',
  responseMessage: 'Successful',
  referenceNo: '20260901111212800110166722302205418',
  partnerReferenceNo: 'ORDER-2026-0001',
  webRedirectUrl:
    'https://m.sandbox.dana.id/n/cashier/new/checkout?bizNo=20260901111212800110166722302205418&sign=a%2Bb',
};

const original = {
  originalPartnerReferenceNo: 'ORDER-2026-0001',
  originalReferenceNo: '20260901111212800110166722302205418',
};

export const queried = {
  responseCode: '2005500',
  responseMessage: 'Successful',
  ...original,
  serviceCode: '54',
  latestTransactionStatus: '01',
  transactionStatusDesc: 'INIT',
  transAmount: { value: '15000.00', currency: 'IDR' },
  amount: { value: '15000.00', currency: 'IDR' },
  title: 'Kopi',
  additionalInfo: {
    amountDetail: { orderAmount: { value: '15000.00', currency: 'IDR' } },
    timeDetail: { createdTime: '2026-09-01T10:00:00+07:00', expiryTime: '2026-09-01T10:30:00+07:00' },
    statusDetail: { acquirementStatus: 'INIT' },
  },
};

export const cancelled = {
  responseCode: '2005700',
  responseMessage: 'Success',
  ...original,
  cancelTime: '2026-09-01T10:01:00+07:00',
};

export const refunded = {
  responseCode: '2005800',
  responseMessage: 'Successful',
  ...original,
  refundNo: '20260901111212800110166722302205419',
  partnerRefundNo: 'RF-1',
  refundAmount: { value: '5000.00', currency: 'IDR' },
  refundTime: '2026-09-01T10:02:00+07:00',
};
