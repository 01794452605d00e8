import * as v from 'valibot';
import { parseJson } from '@bayar/core/kit';
import { membersOf } from './members.ts';

/** A message of DANA's Open API, before any of it is believed: what its signature covers, and the signature. */
export interface SignedRequest {
  /** The exact text received. */
  readonly signed: string;
  readonly signature: string;
}

const beside = v.object({ request: v.object({}), signature: v.string() });
const inside = v.object({ request: v.object({ signature: v.string() }) });

/**
 * Takes the signature and what it covers out of a message. DANA's rule puts it beside `request`; the sample of its page
 * on unbinding puts it inside, where it covers the rest.
 */
export function readSignedRequest(body: string): SignedRequest | undefined {
  const message = parseJson(body);
  const request = (): string => membersOf(body).find(({ name }) => name === 'request')?.value ?? '';
  const outer = v.safeParse(beside, message);
  if (outer.success) return { signed: request(), signature: outer.output.signature };
  const inner = v.safeParse(inside, message);
  if (!inner.success) return undefined;
  const rest = membersOf(request()).filter(({ name }) => name !== 'signature');
  return { signed: `{${rest.map(({ text }) => text).join(',')}}`, signature: inner.output.request.signature };
}
