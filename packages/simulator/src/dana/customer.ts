import type { Customer } from '../half.ts';
import { comeHome } from '../faults/homecoming.ts';
import type { OrderDesk } from './order-desk.ts';
import { isPaid } from './order.ts';
import type { Order } from './order.ts';
import { payReturnUrl } from './pay-return.ts';
import type { PayReturnStatus } from './pay-return.ts';

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
  const leave = (order: Order, claim: PayReturnStatus, act: () => void, truth = () => returnTo(order)) =>
    comeHome(context, order.partnerReferenceNo, {
      act,
      truth,
      early: () => payReturnUrl(order, claim),
      lie: () => payReturnUrl(order, isPaid(order) ? 'CANCELLED' : 'SUCCESS'),
    });
  return {
    pay: (order) => leave(order, 'SUCCESS', () => void state.pay(order)),
    cancel: (order) => leave(order, 'CANCELLED', () => state.abandon(order)),
    fail(order) {
      const failed = () => context.record({ type: 'payment-failed', reference: order.partnerReferenceNo, detail: {} });
      const truth = () => (order.status === 'INIT' ? payReturnUrl(order, 'FAILED') : returnTo(order));
      return leave(order, 'FAILED', failed, truth);
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
