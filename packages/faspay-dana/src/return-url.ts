import type { InboundMessage, InboundRoute, Received, Refusal } from '@bayar/core';
import * as v from 'valibot';
import type { BillNumbers } from './bill-number.ts';
import type { Settings } from './settings.ts';
import type { Signatures } from './signature.ts';

/** What receives the customer coming back. */
export interface Returning {
  readonly settings: Settings;
  readonly bills: BillNumbers;
  readonly signatures: Signatures;
}

const MAX_QUERY = 4_096;

// Of the rest, Faspay's table and its example disagree even about names (`bill_reff`, `bill_ref`); none of it is signed.
const parameters = v.object({
  merchant_id: v.string(),
  bill_no: v.string(),
  status: v.pipe(v.string(), v.regex(/^\d$/)),
  signature: v.string(),
});

/**
 * Receives the customer's browser coming back (Faspay reference: URL Callback/Return URL). It says which payment it is about
 * and nothing about the money: the status can be old, and whoever has the address can call it again.
 */
export function returnRoute({ settings, bills, signatures }: Returning): InboundRoute {
  async function receive({ method, query }: InboundMessage): Promise<Received> {
    if (method !== 'GET')
      return refuse('not-supported', 405, 'A browser comes back with GET. Faspay posts to the notification address.');
    if (query.length > MAX_QUERY) return refuse('too-large', 414, 'The query is longer than any of Faspay.');
    const pairs = [...new URLSearchParams(query)];
    const once = new Set(pairs.map(([name]) => name)).size === pairs.length;
    const parsed = v.safeParse(parameters, Object.fromEntries(pairs));
    if (!once || !parsed.success)
      return refuse(
        'malformed',
        400,
        'The query is not the one Faspay documents: a proxy has dropped it, or somebody has edited it.',
      );
    const { merchant_id, bill_no, status, signature } = parsed.output;
    if (!(await signatures.verify(signature, bill_no, status))) {
      return refuse(
        'bad-signature',
        403,
        'The signature does not fit. User id or password belongs to the other environment, or somebody has edited the address.',
      );
    }
    if (merchant_id !== settings.merchantId)
      return refuse('other-merchant', 403, "The signature fits, but the merchant id is not this account's.");
    const reference = bills.decode(bill_no);
    if (reference === undefined) return refuse('not-supported', 404, 'The bill number is not one this adapter makes.');
    return { kind: 'return', reference };
  }

  return Object.freeze({ kind: 'return', path: 'return', announced: 'registered', receive });
}

// A person reads it.
function refuse(refusal: Refusal, status: number, hint: string): Received {
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return {
    kind: 'refused',
    refusal,
    hint,
    reply: { status, headers, body: 'This address does not lead to a payment.' },
  };
}
