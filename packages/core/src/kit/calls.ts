import type { GenericSchema } from 'valibot';
import type {
  CallOptions,
  Cancels,
  CreateOptions,
  Gateway,
  Limits,
  ListsMethods,
  Method,
  ReadsRefunds,
} from '../gateway.ts';
import type { Money } from '../money.ts';
import type { CreatePayment, Need, Needing } from '../create-payment.ts';
import type { CreateRefund, Refund } from '../refund.ts';
import type { Outcome } from '../outcome.ts';
import type { Payment, PaymentRef } from '../payment.ts';
import { assertOwn, assertRequest } from './assert-own.ts';
import { checkAmount, checkPayment } from './check-payment.ts';
import { checkRefund } from './check-refund.ts';
import type { Exchange } from './exchange.ts';
import { outcome, reading, unsent } from './from-result.ts';
import type { Operation } from './operation.ts';
import { refOf } from './ref-of.ts';
import type { Runtime } from './runtime.ts';

/** A request to be paid with everything decided: what a create operation encodes. */
export interface Intent<Extra = never> {
  readonly request: CreatePayment;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly notificationUrl?: string;
  readonly extra?: Extra;
}

/** A question about a payment. */
export interface PaymentQuestion {
  readonly ref: PaymentRef;
  readonly askedAt: Date;
}

/** A cancellation of a payment. */
export interface Cancellation {
  readonly ref: PaymentRef;
  readonly reason?: string;
}

/** A refund of a payment. */
export interface RefundIntent<Request extends CreateRefund = CreateRefund> {
  readonly ref: PaymentRef;
  readonly refund: Request;
}

/** A question about the ways of paying an amount. */
export interface MethodsQuestion {
  readonly amount: Money<'IDR'>;
}

/** What the calls of one gateway share. */
export interface Desk {
  readonly id: string;
  readonly needs: readonly Need[];
  readonly limits: Limits;
  readonly exchange: Exchange;
  readonly runtime: Required<Runtime>;
}

/** `createPayment` of a gateway: checks the request, decides the open times, and runs the operation once. */
export function createsPayments<Needs extends Need, Extra, Wire extends GenericSchema>(
  desk: Desk,
  operation: Operation<Intent<Extra>, Wire, Payment>,
): Gateway<string, Needs, Extra>['createPayment'] {
  return async (request: Needing<Needs>, options: CreateOptions<Extra> = {}) => {
    assertRequest('createPayment', 'reference, amount, title and returnUrl', request);
    const createdAt = desk.runtime.clock.now();
    const issues = checkPayment(request, desk, createdAt);
    if (issues.length > 0) return { kind: 'not-sent', reason: { why: 'invalid', issues } };
    const intent = {
      request,
      createdAt,
      expiresAt: request.expiresAt ?? new Date(createdAt.getTime() + desk.limits.expiry.defaultMs),
      ...(options.notificationUrl === undefined ? {} : { notificationUrl: options.notificationUrl }),
      ...(options.extra === undefined ? {} : { extra: options.extra }),
    };
    const payment = asked(desk.id, intent);
    return outcome(await desk.exchange(operation, intent, options), { operation: 'createPayment', payment });
  };
}

/** `getPayment` of a gateway. */
export function readsPayments<Wire extends GenericSchema>(
  desk: Desk,
  operation: Operation<PaymentQuestion, Wire, Payment>,
): Gateway['getPayment'] {
  return async (ref, options) => {
    assertOwn(desk, ref);
    return reading(await desk.exchange(operation, { ref, askedAt: desk.runtime.clock.now() }, options));
  };
}

/** `cancelPayment` of a gateway. */
export function cancelsPayments<Wire extends GenericSchema>(
  desk: Desk,
  operation: Operation<Cancellation, Wire, Payment>,
): Cancels['cancelPayment'] {
  return async (ref, reason, options) => {
    assertOwn(desk, ref);
    const input = reason === undefined ? { ref } : { ref, reason };
    return outcome(await desk.exchange(operation, input, options), { operation: 'cancelPayment', payment: refOf(ref) });
  };
}

/** `refundPayment` of a gateway. A request may carry more than the neutral one: what only this acquirer takes. */
export function refundsPayments<Wire extends GenericSchema, Request extends CreateRefund = CreateRefund>(
  desk: Desk,
  operation: Operation<RefundIntent<Request>, Wire, Refund>,
): (ref: PaymentRef, refund: Request, options?: CallOptions) => Promise<Outcome<Refund>> {
  return async (ref, refund, options) => {
    assertOwn(desk, ref);
    assertRequest('refundPayment', 'refundReference and amount', refund);
    const issues = checkRefund(refund, ref, desk.limits);
    if (issues.length > 0) return { kind: 'not-sent', reason: { why: 'invalid', issues } };
    const result = await desk.exchange(operation, { ref, refund }, options);
    return outcome(result, { operation: 'refundPayment', payment: refOf(ref), refund });
  };
}

/** `getRefund` of a gateway. */
export function readsRefunds<Wire extends GenericSchema>(
  desk: Desk,
  operation: Operation<RefundIntent, Wire, Refund>,
): ReadsRefunds['getRefund'] {
  return async (ref, refund, options?: CallOptions) => {
    assertOwn(desk, ref);
    assertRequest('getRefund', 'refundReference and amount', refund);
    return reading(await desk.exchange(operation, { ref, refund }, options));
  };
}

/** `listMethods` of a gateway. */
export function listsMethods<Wire extends GenericSchema>(
  desk: Desk,
  operation: Operation<MethodsQuestion, Wire, readonly Method[]>,
): ListsMethods['listMethods'] {
  return async (amount, options) => {
    const issues = checkAmount({ amount }, desk.limits);
    if (issues.length > 0) return unsent({ why: 'invalid', issues });
    return reading(await desk.exchange(operation, { amount }, options));
  };
}

/** The reference of a payment that was asked for and about which nothing else is known. */
export function asked(id: string, intent: Pick<Intent, 'request' | 'createdAt'>): PaymentRef {
  const { reference, amount } = intent.request;
  return { acquirer: id, adapter: id, reference, amount, createdAt: intent.createdAt.toISOString(), locator: {} };
}
