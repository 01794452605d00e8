import type { InboundMessage, InboundRoute, Received } from '@bayar/core';
import { decodeText, type Clock } from '@bayar/core/kit';
import * as v from 'valibot';
import { acknowledgements, VERDICTS, type Acknowledge, type Acknowledged } from './acknowledgement.ts';
import type { BillNumbers } from './bill-number.ts';
import { CHANNEL } from './id.ts';
import { jsonFormat, type MessageFormat } from './message-format.ts';
import { decodeNotification, signedFields, unsignedFields, type Signed } from './notification-message.ts';
import { PROBLEMS, type ProblemName } from './notification-problems.ts';
import { sourceFilter } from './notification-source.ts';
import type { Settings } from './settings.ts';
import type { Signatures } from './signature.ts';

/** What receives notifications. */
export interface Receiver {
  readonly settings: Settings;
  readonly bills: BillNumbers;
  readonly signatures: Signatures;
  readonly clock: Clock;
  /** Besides JSON. */
  readonly formats?: readonly MessageFormat[] | undefined;
}

const MAX_BYTES = 16_384;

/**
 * Receives payment notifications (Faspay reference: Payment Notification). The signature covers bill number and status, and
 * neither amount, time nor transaction id: what comes out is a claim to confirm by inquiry.
 */
export function notificationRoute({ settings, bills, signatures, clock, formats = [] }: Receiver): InboundRoute {
  const isFromFaspay = sourceFilter(settings.notificationSources);

  async function receive(message: InboundMessage): Promise<Received> {
    const decoded = message.body.length > MAX_BYTES ? undefined : decodeText(message.body);
    const text = (decoded ?? '').trim();
    const format = [jsonFormat, ...formats].find((each) => each.recognises(text));
    const acknowledge = acknowledgements(settings, clock, format ?? jsonFormat);
    const problem = unreadable(message, decoded) ?? ((await isFromFaspay(message.headers)) ? undefined : 'otherSource');
    if (problem !== undefined) return refuse(problem, acknowledge);
    if (format === undefined) return refuse(text.startsWith('<') ? 'xml' : 'malformed', acknowledge);
    return authenticate(format.parse(text), acknowledge);
  }

  async function authenticate(wire: unknown, acknowledge: Acknowledge): Promise<Received> {
    const signed = v.safeParse(signedFields, wire);
    if (!signed.success) return refuse(signed.issues.every(aboutSignature) ? 'unsigned' : 'malformed', acknowledge);
    const { bill_no, payment_status_code, signature } = signed.output;
    if (!(await signatures.verify(signature, bill_no, payment_status_code))) return refuse('forged', acknowledge);
    return read(wire, signed.output, acknowledge);
  }

  function read(wire: unknown, signed: Signed, acknowledge: Acknowledge): Received {
    if (signed.merchant_id !== settings.merchantId) return refuse('otherMerchant', acknowledge);
    const unsigned = v.safeParse(unsignedFields, wire);
    if (!unsigned.success) return refuse('malformed', acknowledge);
    // From here on it is Faspay who is answered, about its own message.
    const about = { trxId: unsigned.output.trx_id, billNo: signed.bill_no };
    const reference = bills.decode(signed.bill_no);
    if (reference === undefined) return refuse('otherBill', acknowledge, about);
    if (!['', CHANNEL].includes(unsigned.output.payment_channel_uid)) return refuse('otherChannel', acknowledge, about);
    const message = { ...signed, ...unsigned.output };
    const notification = decodeNotification(message, reference, settings.notificationAmountUnit);
    if (notification === undefined) return refuse('contradiction', acknowledge, about);
    return { kind: 'notification', notification, acknowledge: (verdict) => acknowledge(VERDICTS[verdict], about) };
  }

  return Object.freeze({ kind: 'notification', path: 'notification', announced: 'registered', receive });
}

function refuse(name: ProblemName, acknowledge: Acknowledge, about?: Acknowledged): Received {
  const { refusal, httpStatus, code = '99', hint } = PROBLEMS[name];
  return { kind: 'refused', refusal, hint, reply: acknowledge({ httpStatus, code, text: 'Refused' }, about) };
}

function aboutSignature(issue: v.BaseIssue<unknown>): boolean {
  return issue.path?.[0]?.key === 'signature';
}

function unreadable({ method, body }: InboundMessage, text: string | undefined): ProblemName | undefined {
  if (method !== 'POST') return 'method';
  if (body.length > MAX_BYTES) return 'size';
  if (text === undefined) return 'malformed';
  return text === '' || text === '[object Object]' ? 'parsed' : undefined;
}
