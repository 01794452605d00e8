import type { CallOptions, Issue, Outcome, Payment } from '@bayar/core';
import { checkPayment } from '@bayar/core/kit';
import { newRecord } from './new-record.ts';
import type { Office } from './office.ts';
import { repeat } from './repeat.ts';
import type { Requested } from './requested.ts';
import { sendClaimed } from './send.ts';

/**
 * Claims the reference, then sends: the intent is stored before the first byte leaves, so that a crash at any point
 * leaves something to inquire about.
 */
export async function create(office: Office, request: Requested, options: CallOptions): Promise<Outcome<Payment>> {
  const issues = [...checkPayment(request, office.terms, office.clock.now()), ...checkSlices(office, request)];
  if (issues.length > 0) return { kind: 'not-sent', reason: { why: 'invalid', issues } };
  const existing = await office.ledger.read(request.reference);
  if (existing !== undefined) return repeat(office, existing, request, options);
  const record = await newRecord(office, await office.active(), request, options);
  if (await office.ledger.insert(record)) return sendClaimed(office, record, options);
  return create(office, request, options);
}

function checkSlices(office: Office, { extra }: Requested): Issue[] {
  return Object.keys(extra ?? {})
    .filter((name) => !Object.hasOwn(office.acquirers, name))
    .map((name) => ({
      field: `extra.${name}`,
      rule: 'is not a configured acquirer.',
      fix: 'Use the name it is configured under.',
    }));
}
