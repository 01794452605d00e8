import type { Payment, Refund } from '@bayar/core';

/** What a status is believed on: our own call's answer, a signed message, an inquiry, both, or the clock alone. */
export type Evidence = 'answer' | 'signature' | 'inquiry' | 'signature+inquiry' | 'clock';

/** Events about one payment whose status changed. */
export type PaymentEventType =
  | 'payment.processing'
  | 'payment.paid'
  | 'payment.paid-late'
  | 'payment.partially-refunded'
  | 'payment.refunded'
  | 'payment.cancelled'
  | 'payment.expired'
  | 'payment.failed'
  | 'order.paid-twice';

/** A payment changed. Plain JSON. */
export interface PaymentEvent<T extends PaymentEventType = PaymentEventType> {
  /** The same when the event is handed over again. */
  readonly id: string;
  readonly type: T;
  readonly at: string;
  readonly payment: Payment;
  readonly evidence: Evidence;
  /** The merchant's order, where the payment has one. */
  readonly order?: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** A refund ended. Plain JSON. */
export interface RefundEvent<T extends 'refund.succeeded' | 'refund.failed' = 'refund.succeeded' | 'refund.failed'> {
  readonly id: string;
  readonly type: T;
  readonly at: string;
  readonly refund: Refund;
}

/** A message that changed nothing: somebody should look. Plain JSON, without the message's body. */
export interface AlertEvent<T extends AlertEventType = AlertEventType> {
  readonly id: string;
  readonly type: T;
  readonly at: string;
  readonly acquirer: string;
  readonly reference?: string;
  /** What was wrong, and what usually causes it. */
  readonly hint: string;
}

/** Events that call for attention. */
export type AlertEventType =
  'notification.refused' | 'notification.mismatch' | 'payment.unrecognised' | 'answer.mismatch';

/** Every event by its type. */
export type Events = { [T in PaymentEventType]: PaymentEvent<T> } & {
  [T in 'refund.succeeded' | 'refund.failed']: RefundEvent<T>;
} & { [T in AlertEventType]: AlertEvent<T> };

/** The type of an event. */
export type EventType = keyof Events;

/** Handles events of one type. */
export type EventHandler<T extends EventType> = (event: Events[T]) => void | Promise<void>;

/** Hands events to the handlers that asked for them. */
export interface Emitter {
  readonly on: <T extends EventType>(type: T, handler: EventHandler<T>) => () => void;
  /** Resolves when every handler has; rejects with the first failure. */
  readonly emit: (event: Events[EventType]) => Promise<void>;
}

/** An emitter without handlers. */
export function createEmitter(): Emitter {
  const handlers = new Map<EventType, Set<(event: never) => void | Promise<void>>>();
  return {
    on: (type, handler) => {
      const registered = handlers.get(type) ?? new Set();
      handlers.set(type, registered.add(handler));
      return () => void registered.delete(handler);
    },
    emit: async (event) => {
      for (const handler of handlers.get(event.type) ?? [])
        await (handler as (event: unknown) => void | Promise<void>)(event);
    },
  };
}
