import type { Context } from '../context.ts';
import { withoutRetries } from '../courier.ts';
import { createKept } from '../kept.ts';
import { formatJakartaDay } from './jakarta-time.ts';
import { isOver } from './order.ts';
import type { Order } from './order.ts';

/** What a new order needs; the book gives it a number and its first state. */
export type NewOrder = Omit<
  Order,
  'referenceNo' | 'pagePath' | 'createdAt' | 'status' | 'charges' | 'paidAt' | 'refunds' | 'deliveries'
> & { readonly hasPage: boolean };

/** All orders, by the merchant's reference. One merchant account, so the reference alone is the key. */
export interface OrderBook {
  readonly open: (order: NewOrder) => Order;
  /** Takes in an order of an earlier run. */
  readonly restore: (order: Order) => void;
  readonly find: (partnerReferenceNo: string) => Order | undefined;
  readonly findBy: (matches: (order: Order) => boolean) => Order | undefined;
  readonly all: () => readonly Order[];
}

/** Called when `validUpTo` passes and nobody has paid. */
export type OrderExpired = (order: Order) => void;

/** An empty book; orders in it expire on the clock. */
export function createOrderBook(context: Context, expired: OrderExpired): OrderBook {
  const orders = createKept(context.keepPayments, isOver);

  function open({ hasPage, ...fields }: NewOrder): Order {
    const now = context.clock.now();
    // 35 digits that begin with the day.
    const referenceNo = formatJakartaDay(now) + context.random.digits(27);
    const order: Order = {
      ...fields,
      referenceNo,
      createdAt: now,
      pagePath: hasPage ? checkoutPath(context, referenceNo, fields.merchantId, now) : '',
      status: 'INIT',
      charges: 0,
      refunds: [],
      deliveries: [],
    };
    keep(order);
    return order;
  }

  function keep(order: Order): void {
    const unwatch = context.clock.after(order.expiresAt - context.clock.now(), () => expired(order));
    orders.add(order.partnerReferenceNo, order, unwatch);
  }

  return {
    open,
    restore: (order) => keep({ ...order, deliveries: withoutRetries(order.deliveries) }),
    find: orders.get,
    findBy: orders.find,
    all: orders.all,
  };
}

/** DANA's checkout address (DANA reference §1.3). Its `sign` is what keeps a customer from opening somebody else's order. */
function checkoutPath(context: Context, referenceNo: string, merchantId: string, now: number): string {
  const query = new URLSearchParams({
    bizNo: referenceNo,
    timestamp: String(now),
    originSourcePlatform: 'IPG',
    mid: merchantId,
    sign: `${context.random.alphanumeric(342)}==`,
    forceToH5: 'false',
    newRegistrationPage: 'true',
  });
  return `/n/cashier/new/checkout?${query.toString()}`;
}
