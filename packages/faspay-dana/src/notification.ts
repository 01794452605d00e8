import type { InboundMessage, InboundRoute, Received } from '@bayar/core';
import { decodeText, type Clock } from '@bayar/core/kit';
import * as v from 'valibot';
import { acknowledgements, VERDICTS, type Acknowledged } from './acknowledgement.ts';
import type { BillNumbers } from './bill-number.ts';
import { CHANNEL } from './id.ts';
import { jsonFormat, type MessageFormat } from './message-format.ts';
import { decodeNotification, signedFields, unsignedFields, type Signed } from './notification-message.ts';
import { PROBLEMS, type ProblemName } from './notification-problems.ts';
import type { Settings } from './settings.ts';
import type { Signatures } from './signature.ts';

/** What receives notifications. */
export interface Receiver {
  readonly settings: Settings;
  readonly bills: BillNumbers;
  readonly signatures: Signatures;
  readonly clock: Clock;
  /** Default: JSON. */
  readonly format?: MessageFormat;
}

const MAX_BYTES = 16_384;

/**
 * Receives payment notifications (Faspay reference: Payment Notification). The signature covers bill number and status, and
 * neither amount, time nor transaction id: what comes out is a claim to confirm by inquiry.
 */
export function notificationRoute({ settings, bills, signatures, clock, format = jsonFormat }: Receiver): InboundRoute {
  const acknowledge = acknowledgements(settings, clock, format);

  function refuse(name: ProblemName, about?: Acknowledged): Received {
    const { refusal, httpStatus, code = '99', hint } = PROBLEMS[name];
    return { kind: 'refused', refusal, hint, reply: acknowledge({ httpStatus, code, text: 'Refused' }, about) };
  }

  async function receive(message: InboundMessage): Promise<Received> {
    const problem = unreadable(message);
    if (problem !== undefined) return refuse(problem);
    const wire = format.parse(decodeText(message.body)?.trim() ?? '');
    const signed = v.safeParse(signedFields, wire);
    if (!signed.success) return refuse(signed.issues.every(aboutSignature) ? 'unsigned' : 'malformed');
    const { bill_no, payment_status_code, signature } = signed.output;
    if (!(await signatures.verify(signature, bill_no, payment_status_code))) return refuse('forged');
    return read(wire, signed.output);
  }

  function read(wire: unknown, signed: Signed): Received {
    if (signed.merchant_id !== settings.merchantId) return refuse('otherMerchant');
    const unsigned = v.safeParse(unsignedFields, wire);
    if (!unsigned.success) return refuse('malformed');
    // From here on it is Faspay who is answered, about its own message.
    const about = { trxId: unsigned.output.trx_id, billNo: signed.bill_no };
    const reference = bills.decode(signed.bill_no);
    if (reference === undefined) return refuse('otherBill', about);
    if (!['', CHANNEL].includes(unsigned.output.payment_channel_uid)) return refuse('otherChannel', about);
    const message = { ...signed, ...unsigned.output };
    const notification = decodeNotification(message, reference, settings.notificationAmountUnit);
    if (notification === undefined) return refuse('contradiction', about);
    return { kind: 'notification', notification, acknowledge: (verdict) => acknowledge(VERDICTS[verdict], about) };
  }

  return Object.freeze({ kind: 'notification', path: 'notification', announced: 'registered', receive });
}

function aboutSignature(issue: v.BaseIssue<unknown>): boolean {
  return issue.path?.[0]?.key === 'signature';
}

function unreadable({ method, body }: InboundMessage): ProblemName | undefined {
  if (method !== 'POST') return 'method';
  if (body.length > MAX_BYTES) return 'size';
  const text = decodeText(body);
  if (text === undefined) return 'malformed';
  return text === '' || text === '[object Object]' ? 'parsed' : undefined;
}
