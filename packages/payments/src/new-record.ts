import { defined } from '@bayar/core/kit';
import { fingerprint } from './fingerprint.ts';
import type { Office } from './office.ts';
import type { PaymentRecord, StoredRequest } from './record.ts';
import type { Requested } from './requested.ts';

/** A call that sends holds its claim this long: longer than any call may take. */
const CLAIM_MS = 60_000;

/** When a claim taken now is given up for dead. */
export function claimUntil(office: Office): string {
  return new Date(office.clock.now().getTime() + CLAIM_MS).toISOString();
}

/** A claim on a reference for a payment at the acquirer of that name. */
export async function newRecord(office: Office, name: string, request: Requested): Promise<PaymentRecord> {
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
    claim: { state: 'sending', until: claimUntil(office) },
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
