import { rupiah } from '../../src/money.ts';
import type { CreatePayment } from '../../src/create-payment.ts';
import type { Limits } from '../../src/gateway.ts';
import type { PaymentRef } from '../../src/payment.ts';

/** Limits of a made-up acquirer. */
export const limits: Limits = {
  reference: { maxLength: 24, pattern: '[A-Za-z0-9-]+' },
  title: { maxLength: 64 },
  amount: { min: rupiah(100), max: rupiah(10_000_000) },
  expiry: { maxMs: 7_200_000, defaultMs: 3_600_000 },
  returnUrl: { maxLength: 128 },
};

/** 2026-09-01T10:00:00+07:00. */
export const NOW = new Date('2026-09-01T03:00:00Z');

/** A request no rule speaks against. */
export const request: CreatePayment = {
  reference: 'INV-1',
  amount: rupiah(25_000),
  title: 'Kopi susu',
  returnUrl: 'https://shop.example/thanks?order=1',
};

/** A payment made of it. */
export const ref: PaymentRef = {
  acquirer: 'acquirer',
  adapter: 'acquirer',
  reference: 'INV-1',
  amount: rupiah(25_000),
  createdAt: NOW.toISOString(),
  locator: {},
};
