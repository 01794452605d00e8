import type { Customer } from '../half.ts';
import type { OrderDesk } from './order-desk.ts';
import type { Order } from './order.ts';
import { payReturnUrl } from './pay-return.ts';

/** What a customer does with an order; the hosted page's buttons and `simulator.dana.customer` both end here. */
export interface OrderActions {
  readonly pay: (order: Order) => string;
  readonly cancel: (order: Order) => string;
  /** The attempt to pay fails: the order stays open, as DANA has no failed order. */
  readonly fail: (order: Order) => string;
  /** At once where the order is closed, or a minute after it expires. */
  readonly payLate: (order: Order) => string;
}

const lateByMs = 60_000;

/** The actions, each answering where the browser goes next. */
export function createOrderActions({ context, state }: OrderDesk): OrderActions {
  const returnTo = (order: Order) => {
    if (order.status === 'SUCCESS' || order.status === 'PAYING') return payReturnUrl(order, 'SUCCESS');
    return payReturnUrl(order, order.status === 'CLOSED' ? 'CLOSED' : 'CANCELLED');
  };
  return {
    pay(order) {
      state.pay(order);
      return returnTo(order);
    },
    cancel(order) {
      state.abandon(order);
      return returnTo(order);
    },
    fail(order) {
      context.record({ type: 'payment-failed', reference: order.partnerReferenceNo, detail: {} });
      return order.status === 'INIT' ? payReturnUrl(order, 'FAILED') : returnTo(order);
    },
    payLate(order) {
      if (order.status === 'CLOSED' || order.status === 'CANCELLED') state.payLate(order);
      else if (order.status === 'INIT') {
        const { clock } = context;
        clock.after(order.expiresAt - clock.now() + lateByMs, () => state.payLate(order));
      }
      return returnTo(order);
    },
  };
}

/** The customer, addressing orders by the merchant's reference. */
export function createCustomer({ book }: OrderDesk, actions: OrderActions): Customer {
  const act = (action: (order: Order) => string) => (reference: string) => {
    const order = book.find(reference);
    if (!order) return Promise.reject(new Error(`DANA has no order ${reference}`));
    return Promise.resolve({ returnTo: action(order) });
  };
  return {
    pay: act(actions.pay),
    cancel: act(actions.cancel),
    fail: act(actions.fail),
    payLate: act(actions.payLate),
  };
}
