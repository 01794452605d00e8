import type { CreateRefund, Refund } from './refund.ts';
import type { InboundRoute } from './inbound.ts';
import type { Money } from './money.ts';
import type { Need, Needing } from './create-payment.ts';
import type { Outcome, Reading } from './outcome.ts';
import type { Payment, PaymentRef } from './payment.ts';

/** How one call may be bounded. */
export interface CallOptions {
  /** Stops the call. Once a request is under way, stopping it leaves the outcome `unknown`. */
  readonly signal?: AbortSignal;
  /**
   * A gateway stops asking after so long, fetching a token, resends and the waits between them included; what was under way
   * is then `unknown`. Default 30,000.
   */
  readonly deadlineMs?: number;
}

/** What a payment may carry besides the neutral request. */
export interface CreateOptions<Extra = never> extends CallOptions {
  /** Input that only this acquirer has. */
  readonly extra?: Extra;
  /** Where the acquirer posts its notification, for those that take it per request. */
  readonly notificationUrl?: string;
}

/** What a request must keep to at this acquirer. Checked before anything is sent. */
export interface Limits {
  readonly reference: {
    readonly maxLength: number;
    /** Source of a regular expression over the whole reference. */ readonly pattern: string;
  };
  readonly title: { readonly maxLength: number };
  readonly amount: { readonly min: Money<'IDR'>; readonly max: Money<'IDR'> };
  readonly expiry: { readonly maxMs: number; /** Used when the request names none. */ readonly defaultMs: number };
  readonly returnUrl: { readonly maxLength: number };
}

/** How this acquirer behaves where acquirers differ. Frozen data. */
export interface Traits {
  /** What can be cancelled: nothing, unpaid payments, or also payments paid within a window the acquirer sets. */
  readonly cancels: 'nothing' | 'unpaid' | 'unpaid-or-recent';
  readonly partialRefunds: 'yes' | 'by-agreement' | 'undocumented' | 'no';
  /** What the signature of a notification covers. Where it does not cover the amount or the time, `payments` inquires before it believes `paid`. */
  readonly notificationCovers: { readonly amount: boolean; readonly time: boolean };
  /** How soon after creation an inquiry makes sense, and how often. */
  readonly inquiry: { readonly notBeforeMs: number; readonly everyMs: number };
  /** Whether the browser's return URL travels with each request or is registered at the acquirer. */
  readonly returnUrl: 'per-request' | 'registered';
  /** Mutations the acquirer documents that it recognises when they are repeated unchanged: repeating resolves a doubt. */
  readonly recognisesRepeats: readonly ('createPayment' | 'refundPayment')[];
}

/**
 * One acquirer, configured for one merchant account: what every adapter's factory returns.
 *
 * Property-function syntax is deliberate: method syntax is bivariant and would let a gateway with more needs pass for
 * a neutral one.
 */
export interface Gateway<Id extends string = string, Needs extends Need = Need, Extra = never> {
  /** The adapter's id. */
  readonly id: Id;
  /** Optional parts of a request this acquirer insists on. */
  readonly needs: readonly Needs[];
  readonly limits: Limits;
  readonly traits: Traits;
  /** Asks to be paid. The customer then follows `next`. */
  readonly createPayment: (request: Needing<Needs>, options?: CreateOptions<Extra>) => Promise<Outcome<Payment>>;
  /** Inquires about a payment. */
  readonly getPayment: (ref: PaymentRef, options?: CallOptions) => Promise<Reading<Payment>>;
  /** What the acquirer calls at the merchant. */
  readonly inbound: readonly InboundRoute[];
}

/** Can give money back. */
export interface Refunds {
  readonly refundPayment: (ref: PaymentRef, request: CreateRefund, options?: CallOptions) => Promise<Outcome<Refund>>;
}

/** Can say how a refund stands. */
export interface ReadsRefunds {
  readonly getRefund: (ref: PaymentRef, request: CreateRefund, options?: CallOptions) => Promise<Reading<Refund>>;
}

/** Can cancel. The payment comes back `cancelled` when no money had moved, `refunded` when the acquirer gave it back. */
export interface Cancels {
  readonly cancelPayment: (ref: PaymentRef, reason?: string, options?: CallOptions) => Promise<Outcome<Payment>>;
}

/** A way of paying an acquirer offers. */
export interface Method {
  /** The acquirer's own id of the method. */
  readonly id: string;
  readonly name: string;
}

/** Can list the ways of paying enabled for the merchant. */
export interface ListsMethods {
  readonly listMethods: (amount: Money<'IDR'>, options?: CallOptions) => Promise<Reading<readonly Method[]>>;
}

/** Each optional operation and the interface that has it. */
export interface Capabilities {
  readonly refundPayment: Refunds;
  readonly getRefund: ReadsRefunds;
  readonly cancelPayment: Cancels;
  readonly listMethods: ListsMethods;
}

/** The name of an optional operation. */
export type Capability = keyof Capabilities;
