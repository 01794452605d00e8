import type { CallOptions } from '@bayar/core';
import { defined } from '@bayar/core/kit';
import { takeClaim } from './claims.ts';
import { fingerprint } from './fingerprint.ts';
import type { Office } from './office.ts';
import type { PaymentRecord, StoredRequest } from './record.ts';
import type { Requested } from './requested.ts';

/** A claim on a reference for a payment at the acquirer of that name. */
export async function newRecord(
  office: Office,
  name: string,
  request: Requested,
  options: CallOptions,
): Promise<PaymentRecord> {
  const { metadata, expiresAt, extra, ...kept } = request;
  const now = office.clock.now();
  const expires = (expiresAt ?? new Date(now.getTime() + office.terms.limits.expiry.defaultMs)).toISOString();
  const stored: StoredRequest = { ...kept, expiresAt: expires, ...defined({ extra }) };
  const { reference, amount } = request;
  return {
    reference,
    version: 1,
    fingerprint: await fingerprint(request),
    returnToken: office.random.token(),
    returnUrl: request.returnUrl,
    request: stored,
    claim: takeClaim(office, options),
    payment: {
      acquirer: name,
      adapter: office.acquirers[name]?.id ?? '',
      reference,
      amount,
      createdAt: now.toISOString(),
      locator: {},
      status: 'unknown',
      next: { type: 'none' },
      expiresAt: expires,
    },
    facts: [],
    refunds: [],
    outbox: [],
    ...defined({ order: request.order, metadata }),
  };
}
