import type { Money } from './money.ts';
import type { PaymentStatus } from './payment.ts';

/** A request an acquirer or a browser made to the merchant, with its body as the exact bytes received. */
export interface InboundMessage {
  readonly method: string;
  /** The public path as the caller used it, before any proxy or router rewrote it. Signatures cover it. */
  readonly path: string;
  /** The query without `?`; empty when there is none. */
  readonly query: string;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/** What to answer, in the acquirer's own shape. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Why a message was not believed. Nothing was changed. */
export type Refusal =
  | 'malformed'
  | 'body-was-parsed'
  | 'too-large'
  | 'missing-credential'
  | 'bad-token'
  | 'bad-signature'
  | 'stale'
  | 'other-merchant'
  | 'other-source'
  | 'not-supported';

/** What an acquirer says about one payment, authenticated but not yet compared with what the merchant stored. */
export interface Notification {
  /** The same for every delivery of the same fact: duplicates are recognised by it. */
  readonly id: string;
  readonly reference: string;
  readonly acquirerReference?: string;
  readonly status: PaymentStatus;
  /** The acquirer's own status code. */
  readonly code: string;
  /** The amounts the message can mean: one, or more where the acquirer's unit is not settled; none where it carries none. */
  readonly amounts: readonly Money[];
  readonly paidAt?: string;
}

/** How the merchant's side took a notification. The adapter turns it into the acknowledgement its acquirer expects. */
export type Verdict = 'accepted' | 'unknown-payment' | 'mismatch' | 'retry-later';

/** What came of an inbound message. */
export type Received =
  | {
      readonly kind: 'notification';
      readonly notification: Notification;
      readonly acknowledge: (verdict: Verdict) => Reply;
    }
  | { readonly kind: 'return'; readonly reference: string }
  | { readonly kind: 'answered'; readonly reply: Reply }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly hint: string; readonly reply: Reply };

/** One thing the acquirer, or the customer's browser, calls at the merchant. */
export interface InboundRoute {
  readonly kind: 'notification' | 'token' | 'return';
  /** Path below the acquirer's own prefix: `v1.0/debit/notify`. */
  readonly path: string;
  /** `per-request`: sent with each payment; `registered`: the merchant registers it at the acquirer. */
  readonly announced: 'per-request' | 'registered';
  /** Authenticates, then reads. Never throws for what the caller sent. */
  readonly receive: (message: InboundMessage) => Promise<Received>;
}
