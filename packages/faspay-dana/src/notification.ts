import type { InboundMessage, InboundRoute, Received, Refusal } from '@bayar/core';
import { decodeText, type Clock } from '@bayar/core/kit';
import * as v from 'valibot';
import { acknowledgements, VERDICTS } from './acknowledgement.ts';
import type { BillNumbers } from './bill-number.ts';
import { jsonFormat, type MessageFormat } from './message-format.ts';
import { decodeNotification, signedFields, unsignedFields } from './notification-message.ts';
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
const DANA = '819';

interface Problem {
  readonly refusal: Refusal;
  readonly httpStatus: number;
  /** Default: `99`. */
  readonly code?: string;
  readonly hint: string;
}

type ProblemName =
  | 'method'
  | 'size'
  | 'parsed'
  | 'malformed'
  | 'unsigned'
  | 'forged'
  | 'otherMerchant'
  | 'otherBill'
  | 'otherChannel'
  | 'contradiction';

const PROBLEMS: Readonly<Record<ProblemName, Problem>> = {
  method: {
    refusal: 'not-supported',
    httpStatus: 405,
    hint: 'Faspay posts its notifications. A browser or a health check calls this address.',
  },
  size: { refusal: 'too-large', httpStatus: 413, hint: 'The body is larger than any notification of Faspay.' },
  parsed: {
    refusal: 'body-was-parsed',
    httpStatus: 400,
    hint: 'The body arrived empty or as an object: a body parser has consumed it. Mount the handler before the parser, and pass on the bytes received.',
  },
  malformed: {
    refusal: 'malformed',
    httpStatus: 400,
    hint: 'The body is not a notification in JSON as Faspay documents it. Choose JSON, not XML, on the merchant page (Developer Settings).',
  },
  unsigned: {
    refusal: 'missing-credential',
    httpStatus: 400,
    hint: 'The message has no signature. Faspay signs each notification.',
  },
  forged: {
    refusal: 'bad-signature',
    httpStatus: 403,
    hint: 'The signature does not fit bill number and status. Usual causes: user id or password belongs to the other environment, or the address is registered at another merchant account. If neither, somebody is trying.',
  },
  otherMerchant: {
    refusal: 'other-merchant',
    httpStatus: 403,
    hint: "The signature fits, but the merchant id is not this account's.",
  },
  otherBill: {
    refusal: 'not-supported',
    httpStatus: 200,
    code: '14',
    hint: 'The bill number is not one this adapter makes: another system bills through this account, or the setting billNumber was changed.',
  },
  otherChannel: {
    refusal: 'not-supported',
    httpStatus: 200,
    hint: 'The message is about another channel than DANA (819).',
  },
  contradiction: {
    refusal: 'malformed',
    httpStatus: 200,
    hint: 'bill_total and payment_total are different sums. No signature covers either: inquire.',
  },
};

/**
 * Receives payment notifications (Faspay reference: Payment Notification). The signature covers bill number and status, and
 * neither amount, time nor transaction id: what comes out is a claim to confirm by inquiry.
 */
export function notificationRoute({ settings, bills, signatures, clock, format = jsonFormat }: Receiver): InboundRoute {
  const acknowledge = acknowledgements(settings, clock, format);
  const unsigned = unsignedFields(settings.notificationAmountUnit);

  function refuse(name: ProblemName): Received {
    const { refusal, httpStatus, code = '99', hint } = PROBLEMS[name];
    return { kind: 'refused', refusal, hint, reply: acknowledge({ httpStatus, code, text: 'Refused' }) };
  }

  async function receive(message: InboundMessage): Promise<Received> {
    const problem = unreadable(message);
    if (problem !== undefined) return refuse(problem);
    const wire = format.parse(decodeText(message.body)?.trim() ?? '');
    const claim = v.safeParse(signedFields, wire);
    if (!claim.success)
      return refuse(claim.issues.every((issue) => issue.path?.[0].key === 'signature') ? 'unsigned' : 'malformed');
    const { merchant_id, bill_no, payment_status_code, signature } = claim.output;
    if (!(await signatures.verify(signature, bill_no, payment_status_code))) return refuse('forged');
    if (merchant_id !== settings.merchantId) return refuse('otherMerchant');
    const reference = bills.decode(bill_no);
    if (reference === undefined) return refuse('otherBill');
    const rest = v.safeParse(unsigned, wire);
    if (!rest.success) return refuse('malformed');
    if (rest.output.payment_channel_uid !== '' && rest.output.payment_channel_uid !== DANA)
      return refuse('otherChannel');
    const notification = decodeNotification(rest.output, claim.output, reference);
    if (notification === undefined) return refuse('contradiction');
    const about = { trxId: rest.output.trx_id, billNo: bill_no };
    return { kind: 'notification', notification, acknowledge: (verdict) => acknowledge(VERDICTS[verdict], about) };
  }

  return Object.freeze({ kind: 'notification', path: 'notification', announced: 'registered', receive });
}

function unreadable({ method, body }: InboundMessage): ProblemName | undefined {
  if (method !== 'POST') return 'method';
  if (body.length > MAX_BYTES) return 'size';
  const text = decodeText(body);
  if (text === undefined) return 'malformed';
  return text === '' || text === '[object Object]' ? 'parsed' : undefined;
}
