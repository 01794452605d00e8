import type { Acquirer } from '../acquirer.ts';

/** A call as the faults know it. */
export interface FaultedCall {
  /** The acquirer's name of the operation. */
  readonly name: string;
  /** SNAP's two digits of the operation, in the middle of every response code. */
  readonly service?: string;
}

/** The words of one acquirer that a made-up or spoilt answer needs. */
export interface WireWords {
  /** Where a request names the payment. */
  readonly references: readonly string[];
  readonly code: string;
  readonly status: string;
  /** A status nobody documents. */
  readonly unknownStatus: string;
  /** The code nobody documents that is nearest to the given one. */
  readonly unknownCode: (code: string) => string;
  /** The body of an answer that is about neither success nor refusal; empty where none is documented. */
  readonly refusal: (httpStatus: number, message: string, call: FaultedCall) => string;
}

const snap: WireWords = {
  references: ['partnerReferenceNo', 'originalPartnerReferenceNo'],
  code: 'responseCode',
  status: 'latestTransactionStatus',
  unknownStatus: '99',
  // The last two digits are the case; the others stay true to HTTP status and service.
  unknownCode: (code) => `${code.slice(0, 5)}99`,
  refusal: (httpStatus, message, { service = '00' }) =>
    JSON.stringify({ responseCode: `${httpStatus}${service}00`, responseMessage: message }),
};

const faspay: WireWords = {
  references: ['bill_no'],
  code: 'response_code',
  status: 'payment_status_code',
  // Faspay's list goes from 5 to 7.
  unknownStatus: '6',
  unknownCode: () => '77',
  refusal: () => '',
};

/** How each acquirer writes. */
export const wireWords: Readonly<Record<Acquirer, WireWords>> = { dana: snap, doku: snap, faspay };
