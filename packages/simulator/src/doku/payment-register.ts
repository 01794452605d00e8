import { createKept } from '../kept.ts';
import { isOver } from './payment-record.ts';
import type { PaymentRecord } from './payment-record.ts';

/** Every payment of the merchant. */
export interface PaymentRegister {
  /** `forget` is called when the record goes. */
  readonly add: (record: PaymentRecord, forget: () => void) => void;
  readonly byReference: (reference: string) => PaymentRecord | undefined;
  readonly byAcquirerReference: (reference: string) => PaymentRecord | undefined;
  readonly byLink: (linkId: string) => PaymentRecord | undefined;
  /** Oldest first. */
  readonly all: () => readonly PaymentRecord[];
}

/** No payments yet. Beyond so many, the oldest that are over are forgotten. */
export function createPaymentRegister(keepPayments: number): PaymentRegister {
  const records = createKept(keepPayments, isOver);
  return {
    add: (record, forget) => records.add(record.request.reference, record, forget),
    byReference: records.get,
    byAcquirerReference: (reference) => records.find((record) => record.acquirerReference === reference),
    byLink: (linkId) => records.find((record) => record.linkId === linkId),
    all: records.all,
  };
}
