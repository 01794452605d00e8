import type { Context } from '../context.ts';
import { isOpen, isPaid } from './bill.ts';
import type { Bill } from './bill.ts';
import type { Notifier } from './notifier.ts';
import type { PaymentStatusCode } from './payment-status.ts';

/** How a bill's status changes; every change is recorded and notified here and nowhere else. */
export interface Lifecycle {
  /** Starts the bill's life and its expiry. */
  open(bill: Bill): void;
  /** Takes the customer's money. */
  pay(bill: Bill): void;
  fail(bill: Bill): void;
  cancel(bill: Bill, reason: string): void;
  /** The customer's payment comes through although the bill is closed. */
  payLate(bill: Bill): void;
  /** Faspay gives the money back by hand. */
  reverse(bill: Bill): void;
  /** Closes the bill if its time has come. Called before a bill is looked at. */
  expireIfDue(bill: Bill): void;
}

/** The changes Faspay knows: open to anything, paid to reversed, closed to paid when the payment comes late. */
export function createLifecycle(context: Context, notifier: Notifier): Lifecycle {
  function settle(bill: Bill, status: PaymentStatusCode): void {
    bill.status = status;
    context.record({ type: 'status-changed', reference: bill.billNo, detail: { trxId: bill.trxId, status } });
    notifier.statusChanged(bill);
  }

  function take(bill: Bill): void {
    bill.charges += 1;
    bill.payment = { reference: context.random.digits(11), at: context.clock.now() };
    settle(bill, '2');
  }

  function expireIfDue(bill: Bill): void {
    if (isOpen(bill) && context.clock.now() >= bill.expiresAt) settle(bill, '7');
  }

  /** A timer cannot hold thirty days, so it may ring early. */
  function watchExpiry(bill: Bill): void {
    context.clock.after(bill.expiresAt - context.clock.now(), () => {
      expireIfDue(bill);
      if (isOpen(bill)) watchExpiry(bill);
    });
  }

  return {
    open(bill) {
      context.record({ type: 'payment-created', reference: bill.billNo, detail: { trxId: bill.trxId } });
      watchExpiry(bill);
    },
    pay(bill) {
      requireState(bill, isOpen(bill), 'paid');
      take(bill);
    },
    fail(bill) {
      requireState(bill, isOpen(bill), 'failed');
      settle(bill, '3');
    },
    cancel(bill, reason) {
      requireState(bill, isOpen(bill), 'cancelled');
      bill.cancellation = { at: context.clock.now(), reason };
      settle(bill, '8');
    },
    payLate(bill) {
      requireState(bill, ['3', '7', '8'].includes(bill.status), 'paid late');
      take(bill);
    },
    reverse(bill) {
      requireState(bill, isPaid(bill), 'reversed');
      settle(bill, '4');
    },
    expireIfDue,
  };
}

function requireState(bill: Bill, holds: boolean, change: string): void {
  if (!holds) throw new RangeError(`Bill ${bill.billNo} has status ${bill.status} and cannot be ${change}`);
}
