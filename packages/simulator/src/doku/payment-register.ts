import type { PaymentRecord } from './payment-record.ts';

/** Every payment of the merchant. */
export interface PaymentRegister {
  readonly add: (record: PaymentRecord) => void;
  readonly byReference: (reference: string) => PaymentRecord | undefined;
  readonly byAcquirerReference: (reference: string) => PaymentRecord | undefined;
  readonly byLink: (linkId: string) => PaymentRecord | undefined;
  /** Oldest first. */
  readonly all: () => readonly PaymentRecord[];
}

/** No payments yet. */
export function createPaymentRegister(): PaymentRegister {
  const records = new Map<string, PaymentRecord>();
  const find = (matches: (record: PaymentRecord) => boolean) => [...records.values()].find(matches);
  return {
    add: (record) => void records.set(record.request.reference, record),
    byReference: (reference) => records.get(reference),
    byAcquirerReference: (reference) => find((record) => record.acquirerReference === reference),
    byLink: (linkId) => find((record) => record.linkId === linkId),
    all: () => [...records.values()],
  };
}
