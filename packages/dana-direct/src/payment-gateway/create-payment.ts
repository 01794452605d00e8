import type { Gateway } from '@bayar/core';
import { createsPayments, type Desk } from '@bayar/core/kit';
import type { DanaDirectExtra } from '../extra.ts';
import type { Settings } from '../settings.ts';
import type { DanaMethod } from './method.ts';
import { createOrder } from './operations/create-order.ts';
import { bare, withCode, withCodeOrPage, withPage, type OrderAnswer } from './order-answer.ts';

// DANA documents a page for every method but OVO, QRIS and virtual accounts, and says nothing about Indomaret's code.
const ANSWERS: Readonly<Record<DanaMethod['type'], OrderAnswer>> = {
  balance: withPage,
  card: withPage,
  gopay: withPage,
  indodana: withPage,
  indomaret: withCodeOrPage,
  linkaja: withPage,
  ovo: bare,
  qris: withCode,
  shopeepay: withPage,
  'virtual-account': withCode,
};

/** `createPayment`: on DANA's own page, or by the method the payment names. */
export function createsOrders(
  desk: Desk,
  settings: Settings,
): Gateway<string, never, DanaDirectExtra>['createPayment'] {
  const create = (answer: OrderAnswer) =>
    createsPayments<never, DanaDirectExtra, OrderAnswer>(desk, createOrder(settings, answer));
  const hosted = create(withPage);
  const byMethod = new Map(Object.entries(ANSWERS).map(([type, answer]) => [type, create(answer)]));
  // A type nobody knows meets the rules of the operation, which say so.
  return (request, options) => (byMethod.get(options?.extra?.method?.type ?? '') ?? hosted)(request, options);
}
