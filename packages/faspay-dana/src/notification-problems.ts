import type { Refusal } from '@bayar/core';

/** How one kind of message that is not believed is refused, and what usually causes it. */
export interface Problem {
  readonly refusal: Refusal;
  readonly httpStatus: number;
  /** Default: `99`. */
  readonly code?: string;
  readonly hint: string;
}

/** What can be wrong with a message. */
export type ProblemName =
  | 'method'
  | 'size'
  | 'otherSource'
  | 'parsed'
  | 'malformed'
  | 'xml'
  | 'unsigned'
  | 'forged'
  | 'otherMerchant'
  | 'otherBill'
  | 'otherChannel'
  | 'contradiction';

/** Every way to refuse a notification. The code is not `00`, so Faspay does not take it for received. */
export const PROBLEMS: Readonly<Record<ProblemName, Problem>> = {
  method: {
    refusal: 'not-supported',
    httpStatus: 405,
    hint: 'Faspay posts its notifications. A browser or a health check calls this address.',
  },
  size: { refusal: 'too-large', httpStatus: 413, hint: 'The body is larger than any notification of Faspay.' },
  otherSource: {
    refusal: 'other-source',
    httpStatus: 403,
    hint: "The caller's address is not in notificationSources, or its header does not hold one: Faspay may have a new address, or proxies of yours are not counted.",
  },
  parsed: {
    refusal: 'body-was-parsed',
    httpStatus: 400,
    hint: 'The body arrived empty or as an object: a body parser has consumed it. Mount the handler before the parser, and pass on the bytes received.',
  },
  malformed: {
    refusal: 'malformed',
    httpStatus: 400,
    hint: 'The body is not a notification as Faspay documents it, or a field stands in it twice.',
  },
  xml: {
    refusal: 'malformed',
    httpStatus: 400,
    hint: 'The body is XML. Choose JSON, not XML, on the merchant page (Developer Settings), or install @rgrove/parse-xml and pass xml of @bayar/faspay-dana/xml in messageFormats.',
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
    hint: 'bill_total and payment_total are different sums, or no sums. No signature covers either: inquire.',
  },
};
