import type { Reply, Verdict } from '@bayar/core';
import { formatJakartaWall, type Clock } from '@bayar/core/kit';
import type { MessageFormat } from './message-format.ts';
import type { Settings } from './settings.ts';

/** Which message is answered; blank when it was not believed. */
export interface Acknowledged {
  readonly trxId: string;
  readonly billNo: string;
}

/** What is answered to a message. Faspay sends again, three times in all, until it reads `00`. */
export interface Answer {
  readonly httpStatus: number;
  readonly code: string;
  readonly text: string;
}

/** Makes acknowledgements of one merchant in one format. */
export type Acknowledge = (answer: Answer, message?: Acknowledged) => Reply;

/** Verdicts as Faspay's answer (Faspay reference: Payment Notification). It has no table of what a merchant may answer but `00`. */
export const VERDICTS: Readonly<Record<Verdict, Answer>> = {
  accepted: { httpStatus: 200, code: '00', text: 'Success' },
  'unknown-payment': { httpStatus: 200, code: '14', text: 'Invalid Order' },
  mismatch: { httpStatus: 200, code: '99', text: 'Order Mismatch' },
  'retry-later': { httpStatus: 500, code: '96', text: 'System Malfunction' },
};

/** Binds acknowledgements to a merchant and a format. */
export function acknowledgements(settings: Settings, clock: Clock, format: MessageFormat): Acknowledge {
  return (answer, message = { trxId: '', billNo: '' }) => ({
    status: answer.httpStatus,
    headers: { 'content-type': format.contentType },
    body: format.write({
      response: 'Payment Notification',
      trx_id: message.trxId,
      merchant_id: settings.merchantId,
      merchant: settings.merchantName,
      bill_no: message.billNo,
      response_code: answer.code,
      response_desc: answer.text,
      response_date: formatJakartaWall(clock.now()),
    }),
  });
}
