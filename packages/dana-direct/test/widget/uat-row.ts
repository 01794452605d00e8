import { rupiah, type PaymentRef } from '@bayar/core';
import { ref, request } from '../account.ts';
import { widget } from './bench.ts';
import { header, type Spoil, type Uat } from './uat.ts';

/** One row of DANA's acceptance tests: what DANA must answer last, and what our client makes of it. */
export interface UatRow {
  readonly id: string;
  /** Required for going live. */
  readonly mandatory?: true;
  readonly run: (uat: Uat) => Promise<unknown>;
  readonly answers: readonly [status: number, code: string, message?: string];
  readonly outcome: object;
}

/** A row that nobody can run, and why. */
export interface UnrunRow {
  readonly id: string;
  readonly why: string;
}

export const pay = (uat: Uat, whole = 1, reference = 'W-1') =>
  uat.dana.createPayment({ ...request, reference, amount: rupiah(whole) }, { extra: widget });
export const spoilt =
  (spoil: Spoil, run: UatRow['run']): UatRow['run'] =>
  (uat) => {
    uat.spoilNext(spoil);
    return run(uat);
  };
export const noTime = header('x-timestamp', '');
export const badSignature = header('x-signature', 'invalid_signature');
export const declined = (reason: string) => ({ kind: 'declined', decline: { reason } });
export const unknown = (doubt: string) => ({ kind: 'unknown', inquiry: { doubt } });
export const done = { kind: 'done' };
/** A payment DANA has never heard of: magic amounts win before it looks. */
export const nobodys: PaymentRef = { ...ref, reference: 'W-0', amount: rupiah(1_000_000), locator: widget };
export const refund = (uat: Uat, payment: PaymentRef, whole = 1) =>
  uat.dana.refundPayment(payment, { refundReference: 'RF-1', amount: rupiah(whole) });
