import { readFields } from './field-reader.ts';
import type { JsonObject } from './json.ts';
import { channel } from './payment-request.ts';
import type { ResponseCase } from './response-case.ts';

/** A refund the merchant asks for, as read from the wire. */
export interface RefundRequest {
  /** The merchant's reference of the payment. */
  readonly payment: string;
  /** The merchant's reference of the refund. */
  readonly reference: string;
  /** Sen. */
  readonly amount: number;
  readonly reason: string | undefined;
}

/** Reads and checks the body of a refund request (DOKU reference §4.3). */
export function readRefundRequest(body: JsonObject): RefundRequest | ResponseCase {
  const fields = readFields(body);
  const payment = fields.text('originalPartnerReferenceNo', { max: 64 });
  fields.optionalText('originalExternalId', { max: 64 });
  const amount = fields.amount('refundAmount');
  const reason = fields.optionalText('reason', { max: 256 });
  const reference = fields.text('partnerRefundNo', { max: 64 });
  fields.text('additionalInfo.channel', { max: 64, oneOf: [channel] });
  return fields.problem() ?? { payment, reference, amount, reason };
}
