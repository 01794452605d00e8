import type { CreatePayment, CreateRefund, Decline, Inquiry, Payment, PaymentStatus, Refund } from '@bayar/core';
import type { Evidence, PaymentEvent, RefundEvent } from './events.ts';

/** A status the payment has been seen in, and what says so. */
export interface Fact {
  readonly status: PaymentStatus;
  readonly evidence: Evidence;
}

/** How a claim on a reference stands: being sent, free again, refused for good, in doubt, or made. */
export type Claim =
  | {
      readonly state: 'sending';
      /** After this, whoever held it is taken for dead. */
      readonly until: string;
      /** Tells the call that holds it from one that held it before. */
      readonly by: string;
      /** What one that held it before, and was taken for dead, has since been found to have in doubt. */
      readonly doubt?: Inquiry;
    }
  | { readonly state: 'released' }
  | { readonly state: 'declined'; readonly decline: Decline }
  | { readonly state: 'unknown'; readonly inquiry: Inquiry }
  | { readonly state: 'made' };

/** A request with its open times decided, as JSON: sent again, it is sent byte for byte the same. */
export type StoredRequest = Omit<CreatePayment, 'expiresAt' | 'metadata'> & {
  readonly expiresAt: string;
  readonly extra?: unknown;
};

/** One refund of a payment. */
export interface RefundRecord {
  readonly request: CreateRefund;
  readonly claim: Claim;
  readonly refund?: Refund;
}

/** An event waiting to be handled. */
export interface Outgoing {
  readonly event: PaymentEvent | RefundEvent;
  /** Being handled until then; after that, whoever handled it is taken for dead. */
  readonly handlingUntil?: string;
}

/** Everything known about one payment: what a ledger keeps. Plain JSON, without secrets. */
export interface PaymentRecord {
  /** The merchant's reference: the key. */
  readonly reference: string;
  /** Counts the changes: a change is stored only over the version it was made from. */
  readonly version: number;
  readonly fingerprint: string;
  readonly order?: string;
  /** `order.paid-twice` has been raised for it. */
  readonly paidTwice?: true;
  readonly metadata?: Readonly<Record<string, string>>;
  /** Identifies the payment in its return URL without revealing it. */
  readonly returnToken: string;
  readonly returnUrl: string;
  readonly request?: StoredRequest;
  readonly claim: Claim;
  readonly payment: Payment;
  readonly facts: readonly Fact[];
  readonly refunds: readonly RefundRecord[];
  readonly outbox: readonly Outgoing[];
}
