import type { DeclineReason, Doubt, Inquiry, Issue, NotSent, Payment, Refund } from '@bayar/core';
import type { Acquirers, PaymentRequest } from '@bayar/payments';
import type { Product } from './menu.ts';

/** Something that was asked for and did not happen: for the customer in words, for the shop's staff with what they need. */
export interface Notice {
  readonly about: 'pay' | 'cancel' | 'refund' | 'check' | 'check-refund';
  readonly why: DeclineReason | Doubt | NotSent['why'] | 'too-early';
  /** The acquirer's own code, where it gave one. */
  readonly code?: string | undefined;
  /** What to change, where a rule was broken. */
  readonly issues?: readonly Issue[] | undefined;
}

/** One order. Its id is the payment's reference, too, and hard to guess: whoever has its address may see it. */
export interface Order {
  readonly id: string;
  readonly product: Product;
  /** Kept, so that asking again asks for the very same payment. */
  readonly request: PaymentRequest<Acquirers>;
  readonly payment?: Payment | undefined;
  readonly refunds: readonly Refund[];
  /** References that were used up: another try at refunding is another reference. */
  readonly refundsTried: readonly string[];
  /** A call that may or may not have happened. */
  readonly doubt?: Inquiry | undefined;
  readonly notice?: Notice | undefined;
  /** The money came after everybody had given up. */
  readonly paidLate?: true;
}

/** The shop's own book of orders. A real shop keeps it in its database. */
export interface Orders {
  readonly all: () => readonly Order[];
  readonly find: (id: string) => Order | undefined;
  /** Adds an order unless its id is taken: the second click of two finds the order of the first. */
  readonly add: (order: Order) => Order;
  readonly change: (id: string, make: (order: Order) => Partial<Order>) => void;
  /** Calls back after each change of an order, until the returned function is called. */
  readonly watch: (id: string, listener: () => void) => () => void;
}

/** An empty book. */
export function createOrders(): Orders {
  const book = new Map<string, Order>();
  const changes = new EventTarget();
  return {
    all: () => [...book.values()].reverse(),
    find: (id) => book.get(id),
    add: (order) => {
      const kept = book.get(order.id) ?? order;
      book.set(kept.id, kept);
      return kept;
    },
    change: (id, make) => {
      const order = book.get(id);
      if (order === undefined) return;
      book.set(id, { ...order, ...make(order) });
      changes.dispatchEvent(new Event(id));
    },
    watch: (id, listener) => {
      changes.addEventListener(id, listener);
      return () => changes.removeEventListener(id, listener);
    },
  };
}
