import type { Context } from '../context.ts';
import type { FinishNotifier } from './finish-notify.ts';
import type { Order, OrderStatus } from './order.ts';
import type { DanaOptions } from './settings.ts';

/** Every way an order changes, and what each tells the merchant (DANA reference §5, §9.11). */
export interface OrderState {
  /** The customer pays. Paying twice takes the money once. False where the order can no longer be paid. */
  readonly pay: (order: Order) => boolean;
  /** The customer's money comes although the order is closed. Nothing happens to an order that took money. */
  readonly payLate: (order: Order) => void;
  /** Payment is taken but DANA has not finished it. */
  readonly startPaying: (order: Order) => boolean;
  /** The merchant cancels. The caller has checked that it may. */
  readonly cancel: (order: Order) => void;
  /** The customer cancels at DANA. */
  readonly abandon: (order: Order) => void;
  /** `validUpTo` passed. */
  readonly expire: (order: Order) => void;
}

/** The state machine; the only code that changes an order. */
export function createOrderState(context: Context, options: DanaOptions, notifier: FinishNotifier): OrderState {
  function move(order: Order, status: OrderStatus): void {
    order.status = status;
    context.record({ type: 'order-status', reference: order.partnerReferenceNo, detail: { status } });
  }

  return {
    pay(order) {
      if (order.status === 'SUCCESS') return true;
      if (order.status !== 'INIT' && order.status !== 'PAYING') return false;
      if (order.paidAt === undefined) charge(order, context.clock.now());
      move(order, 'SUCCESS');
      notifier.finished(order);
      return true;
    },
    payLate(order) {
      if (order.paidAt !== undefined) return;
      charge(order, context.clock.now());
      move(order, 'SUCCESS');
      notifier.finished(order);
    },
    startPaying(order) {
      if (order.status !== 'INIT') return false;
      charge(order, context.clock.now());
      move(order, 'PAYING');
      return true;
    },
    cancel(order) {
      order.cancelledAt = context.clock.now();
      move(order, 'CANCELLED');
    },
    abandon(order) {
      if (order.status !== 'INIT') return;
      order.cancelledAt = context.clock.now();
      move(order, 'CANCELLED');
      if (options.notifyCustomerCancel) notifier.finished(order);
    },
    expire(order) {
      if (order.status !== 'INIT') return;
      order.closedAt = context.clock.now();
      move(order, 'CLOSED');
      notifier.finished(order);
    },
  };
}

/** Takes the customer's money. */
function charge(order: Order, now: number): void {
  order.charges += 1;
  order.paidAt = now;
}
