import { rupiah } from '@bayar/core';
import type { PaymentRecord } from '../record.ts';

/** A payment that waits for its customer, and is not settled. */
export function contractRecord(reference: string, changes: Partial<PaymentRecord> = {}): PaymentRecord {
  return {
    reference,
    version: 1,
    fingerprint: `fingerprint of ${reference}`,
    returnToken: `token-of-${reference}`,
    returnUrl: 'https://shop.example/thanks',
    request: {
      reference,
      amount: rupiah(25_000),
      title: 'Kopi susu',
      returnUrl: 'https://shop.example/thanks',
      expiresAt: '2026-09-01T04:00:00.000Z',
    },
    claim: { state: 'made' },
    payment: {
      acquirer: 'one',
      adapter: 'toy',
      reference,
      amount: rupiah(25_000),
      createdAt: '2026-09-01T03:00:00.000Z',
      locator: { key: `toy:${reference}` },
      status: 'awaiting-customer',
      next: { type: 'redirect', url: 'https://pay.example/1' },
    },
    facts: [{ status: 'awaiting-customer', evidence: 'answer' }],
    refunds: [],
    outbox: [],
    ...changes,
  };
}

/** The same with its payment in another status. */
export function inStatus(record: PaymentRecord, status: PaymentRecord['payment']['status']): PaymentRecord {
  return { ...record, payment: { ...record.payment, status } };
}

/** The record's next version. */
export function nextOf(record: PaymentRecord, changes: Partial<PaymentRecord> = {}): PaymentRecord {
  return { ...record, version: record.version + 1, ...changes };
}
