import type { PaymentRef } from '@bayar/core';
import { defined, encodeText, sha256Hex } from '@bayar/core/kit';
import { gatewayOf, type Office } from './office.ts';
import type { PaymentRecord } from './record.ts';

/**
 * The record of a payment; made from the reference when this ledger does not have it. A reference holds everything
 * needed to find its payment, so a merchant who comes from another ledger loses nothing.
 */
export async function recordOf(office: Office, ref: PaymentRef): Promise<PaymentRecord> {
  gatewayOf(office, ref);
  const known = await office.ledger.read(ref.reference);
  if (known !== undefined) return known;
  const adopted = await adoptedRecord(office, ref);
  await office.ledger.insert(adopted);
  return (await office.ledger.read(ref.reference)) ?? adopted;
}

async function adoptedRecord(office: Office, ref: PaymentRef): Promise<PaymentRecord> {
  const { acquirer, adapter, reference, amount, createdAt, locator, acquirerReference } = ref;
  const found = { acquirer, adapter, reference, amount, createdAt, locator };
  return {
    reference,
    version: 1,
    // Its title and customer are not known here, so no new request can pass for the same intent.
    fingerprint: await sha256Hex(encodeText(`adopted:${reference}:${office.random.token()}`)),
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
