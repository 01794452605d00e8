import type {
  CallOptions,
  Capability,
  CreateRefund,
  Inquiry,
  Outcome,
  Payment,
  PaymentRef,
  Reading,
  Refund,
  RefundInquiry,
} from '@bayar/core';
import type { Acquirers, NameOf, NamesWith, PaymentOf, PaymentRequest } from './acquirers.ts';
import type { EventHandler, EventType } from './events.ts';

declare const proven: unique symbol;

/** A reference that `supports()` has shown to have a capability. */
export interface Proven<C extends Capability> {
  readonly [proven]: C;
}

/** References that can be used with an operation only some acquirers have: by name, or proven by `supports()`. */
export type RefWith<A extends Acquirers, C extends Capability> = PaymentRef<NamesWith<A, C>> | (PaymentRef & Proven<C>);

/** Something an acquirer, or a customer's browser, calls at the merchant. */
export interface Endpoint {
  readonly acquirer: string;
  readonly kind: 'notification' | 'token' | 'return';
  readonly url: string;
  /** `registered`: register this URL at the acquirer; `per-request`: it travels with each payment. */
  readonly announced: 'per-request' | 'registered';
}

/**
 * Payments through any of the configured acquirers. Every call that can move money answers whether it happened; none
 * throws for what an acquirer, a network or a customer did.
 */
export interface Payments<A extends Acquirers = Acquirers> {
  /** The gateways by name, for what only one acquirer has. */
  readonly acquirers: A;

  /**
   * Asks the active acquirer to be paid. The same reference with the same intent is answered with the payment it
   * already made, at the acquirer it was made at.
   */
  createPayment(request: PaymentRequest<A>, options?: CallOptions): Promise<Outcome<PaymentOf<A>, NameOf<A>>>;

  /** Inquires about a payment at its own acquirer, and records what is learnt. */
  getPayment<Name extends string>(ref: PaymentRef<Name>, options?: CallOptions): Promise<Reading<Payment<Name>>>;

  /** Gives money back. The same refund reference never refunds twice. */
  refundPayment(
    ref: RefWith<A, 'refundPayment'>,
    request: CreateRefund,
    options?: CallOptions,
  ): Promise<Outcome<Refund>>;

  /** Cancels. The payment comes back `cancelled` when no money had moved, `refunded` when it was given back. */
  cancelPayment(ref: RefWith<A, 'cancelPayment'>, reason?: string, options?: CallOptions): Promise<Outcome<Payment>>;

  /**
   * Learns whether a call in doubt happened. Moves nothing: where an acquirer cannot be asked about it, it is
   * `unavailable` with the way out in `issues`.
   */
  resolve<I extends Inquiry>(
    inquiry: I,
    options?: CallOptions,
  ): Promise<Reading<I extends RefundInquiry ? Refund : Payment>>;

  /** Whether the payment's own acquirer has an operation. A reference that has it may be passed to that operation. */
  supports<R extends PaymentRef, C extends Capability>(ref: R, capability: C): ref is R & Proven<C>;

  /**
   * Calls the handler for each event of the type. An event is handed over after it is stored, and once handled, never
   * again. When the handler fails, it is handed over again with the next delivery or call about the payment; an acquirer
   * whose notification caused it is asked to deliver again. A call waits for the handlers of what it caused, beyond its
   * own deadline. A process that handles no event of payments or refunds leaves them to one that does.
   *
   * @returns a function that stops it.
   * @throws UsageError for a type of event that does not exist.
   */
  on<T extends EventType>(type: T, handler: EventHandler<T>): () => void;

  /** What to register at each acquirer, and what it is told with each payment. */
  endpoints(): readonly Endpoint[];

  /** Answers everything acquirers and browsers call: mount it under `publicUrl`, before any body parser. */
  readonly handler: (request: Request) => Promise<Response>;

  /**
   * Checks what only the ledger knows. The first operation does it too.
   *
   * @throws ConfigError when payments are open under a name that is neither configured nor retired.
   */
  ready(): Promise<void>;
}
