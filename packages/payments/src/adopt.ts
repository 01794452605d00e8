import type { PaymentRef } from '@bayar/core';
import { defined, sha256Hex } from '@bayar/core/kit';
import { change, gatewayOf, type Office } from './office.ts';
import type { PaymentRecord } from './record.ts';

/**
 * The record of a payment; made from the reference when this ledger does not have it. A reference holds everything
 * needed to find its payment, so a merchant who comes from another ledger loses nothing.
 */
export async function recordOf(office: Office, ref: PaymentRef): Promise<PaymentRecord> {
  gatewayOf(office, ref);
  const known = await office.ledger.read(ref.reference);
  return known === undefined ? adoptedRecord(office, ref) : completed(known, ref);
}

/** {@link recordOf}, kept in this ledger from now on: what is about to move money is counted here. */
export async function keptRecordOf(office: Office, ref: PaymentRef): Promise<PaymentRecord> {
  gatewayOf(office, ref);
  const known = await office.ledger.read(ref.reference);
  if (known === undefined) await office.ledger.insert(await adoptedRecord(office, ref));
  return recordOf(office, ref);
}

/** Changes a record atomically, and keeps one from {@link recordOf} that its acquirer has just shown to exist. */
export async function changeOrAdopt(
  office: Office,
  record: PaymentRecord,
  make: (record: PaymentRecord) => PaymentRecord,
): Promise<PaymentRecord | undefined> {
  const changed = await change(office, record.reference, make);
  if (changed !== undefined) return changed;
  await office.ledger.insert(record);
  return change(office, record.reference, make);
}

/**
 * The record with what only the reference knows of how to find the payment: the ledger may have failed to keep the answer
 * of its creation. What the ledger knows stays.
 */
function completed(record: PaymentRecord, { acquirer, locator, acquirerReference }: PaymentRef): PaymentRecord {
  const { payment } = record;
  if (payment.acquirer !== acquirer) return record;
  const found = defined({ acquirerReference: payment.acquirerReference ?? acquirerReference });
  return { ...record, payment: { ...payment, ...found, locator: { ...locator, ...payment.locator } } };
}

async function adoptedRecord(office: Office, ref: PaymentRef): Promise<PaymentRecord> {
  const { acquirer, adapter, reference, amount, createdAt, locator, acquirerReference } = ref;
  const found = { acquirer, adapter, reference, amount, createdAt, locator };
  return {
    reference,
    version: 1,
    // Its title and customer are not known here, so no new request can pass for the same intent.
    fingerprint: await sha256Hex(`adopted:${reference}:${office.random.token()}`),
    returnToken: office.random.token(),
    returnUrl: '',
    claim: { state: 'made' },
    payment: {
      ...found,
      status: 'unknown',
      next: { type: 'none' },
      ...defined({ acquirerReference }),
    },
    facts: [],
    refunds: [],
    outbox: [],
  };
}
