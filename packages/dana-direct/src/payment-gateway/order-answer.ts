import * as v from 'valibot';
import type { NextAction } from '@bayar/core';
import { isPageUrl } from '@bayar/core/kit';
import type { DanaMethod } from './method.ts';

/** An order as DANA answers with it: with a page to go to, a code to pay by, or neither. */
export interface CreatedOrder {
  readonly partnerReferenceNo: string;
  readonly referenceNo: string;
  readonly url?: string;
  readonly code?: string;
}

/** What an answer must hold for the customer to be able to pay: it depends on the method. */
export type OrderAnswer = v.GenericSchema<unknown, CreatedOrder>;

const references = { partnerReferenceNo: v.string(), referenceNo: v.pipe(v.string(), v.minLength(1)) };
// DANA promises no host: a wallet or a card form may be somebody else's.
const page = { webRedirectUrl: v.pipe(v.string(), v.check(isPageUrl)) };
const code = { additionalInfo: v.object({ paymentCode: v.pipe(v.string(), v.minLength(1)) }) };

/** A page of DANA's, or of whoever takes the money. */
export const withPage: OrderAnswer = v.pipe(
  v.object({ ...references, ...page }),
  v.transform(({ webRedirectUrl, ...order }) => ({ ...order, url: webRedirectUrl })),
);

/** A number or code the customer pays by elsewhere. */
export const withCode: OrderAnswer = v.pipe(
  v.object({ ...references, ...code }),
  v.transform(({ additionalInfo, ...order }) => ({ ...order, code: additionalInfo.paymentCode })),
);

/** A code where DANA gives one, a page otherwise: for a method whose answer it does not document. */
export const withCodeOrPage: OrderAnswer = v.union([withCode, withPage]);

/** Nothing to show: the customer is asked on the phone. */
export const bare: OrderAnswer = v.object(references);

/** What the customer does next. */
export function decodeNext({ url, code: paymentCode }: CreatedOrder, method: DanaMethod | undefined): NextAction {
  if (url !== undefined) return { type: 'redirect', url };
  if (paymentCode === undefined) return { type: 'push' };
  if (method?.type === 'virtual-account') return { type: 'virtual-account', bank: method.bank, number: paymentCode };
  if (method?.type === 'qris') return { type: 'qr', payload: paymentCode };
  return { type: 'payment-code', outlet: method?.type ?? '', code: paymentCode };
}
