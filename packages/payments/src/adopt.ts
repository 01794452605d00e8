import type { PaymentRef } from '@bayar/core';
import { defined, sha256Hex } from '@bayar/core/kit';
import { gatewayOf, type Office } from './office.ts';
import type { PaymentRecord } from './record.ts';

/**
 * The record of a payment; made from the reference when this ledger does not have it. A reference holds everything
 * needed to find its payment, so a merchant who comes from another ledger loses nothing.
 */
export async function recordOf(office: Office, ref: PaymentRef): Promise<PaymentRecord> {
  gatewayOf(office, ref);
  const known = await office.ledger.read(ref.reference);
  if (known !== undefined) return completed(known, ref);
  const adopted = await adoptedRecord(office, ref);
  await office.ledger.insert(adopted);
  return (await office.ledger.read(ref.reference)) ?? adopted;
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
