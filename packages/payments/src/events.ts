import { UsageError, type Payment, type Refund } from '@bayar/core';

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
  /** Whether anybody asked for an event that waits in the ledger. */
  readonly hasHandlers: () => boolean;
  /** Resolves when every handler has; rejects with the first failure. */
  readonly emit: (event: Events[EventType]) => Promise<void>;
}

// Alerts are handed over once, to whoever listens; the others wait in the ledger for somebody who does.
const TYPES: Readonly<Record<EventType, 'waits' | 'alerts'>> = {
  'payment.processing': 'waits',
  'payment.paid': 'waits',
  'payment.paid-late': 'waits',
  'payment.partially-refunded': 'waits',
  'payment.refunded': 'waits',
  'payment.cancelled': 'waits',
  'payment.expired': 'waits',
  'payment.failed': 'waits',
  'order.paid-twice': 'waits',
  'refund.succeeded': 'waits',
  'refund.failed': 'waits',
  'notification.refused': 'alerts',
  'notification.mismatch': 'alerts',
  'payment.unrecognised': 'alerts',
  'answer.mismatch': 'alerts',
};

/** An emitter without handlers. */
export function createEmitter(): Emitter {
  const handlers = new Map<EventType, Set<(event: never) => void | Promise<void>>>();
  return {
    hasHandlers: () => [...handlers].some(([type, { size }]) => size > 0 && TYPES[type] === 'waits'),
    on: (type, handler) => {
      if (!Object.hasOwn(TYPES, type))
        throw new UsageError(`No event is called ${type as string}. Use one of: ${Object.keys(TYPES).join(', ')}.`);
      if (typeof handler !== 'function')
        throw new UsageError(`The handler of ${type} must be a function: on('${type}', (event) => …).`);
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
