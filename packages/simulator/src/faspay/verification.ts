import type { SignatureCheck } from '../signature-check.ts';
import { checkFaspaySignature } from './diagnosis.ts';
import { textAt } from './message.ts';
import type { Message } from './message.ts';
import { Refusal } from './refusal.ts';
import type { FaspayOptions } from './settings.ts';

/** Which fields of a request are signed, after the account's secrets (Faspay reference §4.1). */
export type SignedFields = readonly 'bill_no'[];

/** A request, and what its signature turned out to be once it was looked at. */
export interface SignedCall {
  readonly request: Request;
  message: Message;
  signature?: SignatureCheck;
}

/** Refuses a caller that is not the merchant: unknown (03), suspended (63), elsewhere (56), or not signing as it (55). */
export function verifyCaller(call: SignedCall, signed: SignedFields, options: FaspayOptions): void {
  const { request, message } = call;
  if (textAt(message, 'merchant_id') !== options.merchantId) throw new Refusal('03');
  if (!options.merchantActive) throw new Refusal('63');
  const address = callerAddress(request);
  if (options.callerAddresses && !options.callerAddresses.includes(address)) throw new Refusal('56', address);

  const values = signed.length === 0 ? {} : { billNo: textAt(message, 'bill_no') };
  call.signature = checkFaspaySignature(textAt(message, 'signature'), values, options, options.merchantId);
  if (!call.signature.genuine) throw new Refusal('55');
}

/** A request that came in process has no address; the header lets a test say one. */
function callerAddress(request: Request): string {
  return request.headers.get('x-forwarded-for')?.split(',')[0]?.trim() ?? '127.0.0.1';
}
