import type { SimulatorClock } from '../clock.ts';
import type { Context } from '../context.ts';
import { isClosedUnpaid, isOpen, isPaid } from './bill.ts';
import type { Bill } from './bill.ts';
import type { Notifier } from './notifier.ts';
import type { PaymentStatusCode } from './payment-status.ts';

/** How a bill's status changes; every change is recorded and notified here and nowhere else. */
export interface Lifecycle {
  /** Starts the bill's life and its expiry; the answer stops the latter. */
  readonly open: (bill: Bill) => () => void;
  /** Goes on with the life of an earlier run's bill. */
  readonly restore: (bill: Bill) => () => void;
  /** The customer is at it: neither paid nor closed. */
  readonly process: (bill: Bill) => void;
  /** Takes the customer's money. */
  readonly pay: (bill: Bill) => void;
  readonly fail: (bill: Bill) => void;
  readonly cancel: (bill: Bill, reason: string) => void;
  /** The customer's payment comes through although the bill is closed. */
  readonly payLate: (bill: Bill) => void;
  /** Faspay gives the money back by hand. */
  readonly reverse: (bill: Bill) => void;
  /** Closes an open bill, whatever the time. */
  readonly expire: (bill: Bill) => void;
  /** Closes the bill if its time has come. Called before a bill is looked at. */
  readonly expireIfDue: (bill: Bill) => void;
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

  return {
    open(bill) {
      context.record({ type: 'payment-created', reference: bill.billNo, detail: { trxId: bill.trxId } });
      return watchExpiry(context.clock, bill, expireIfDue);
    },
    restore: (bill) => watchExpiry(context.clock, bill, expireIfDue),
    process: when(
      (bill) => bill.status === '0',
      'processed',
      (bill) => settle(bill, '1'),
    ),
    pay: when(isOpen, 'paid', take),
    fail: when(isOpen, 'failed', (bill) => settle(bill, '3')),
    cancel: (bill, reason) =>
      when(isOpen, 'cancelled', () => {
        bill.cancellation = { at: context.clock.now(), reason };
        settle(bill, '8');
      })(bill),
    payLate: when(isClosedUnpaid, 'paid late', take),
    reverse: when(isPaid, 'reversed', (bill) => settle(bill, '4')),
    expire: when(isOpen, 'expired', (bill) => settle(bill, '7')),
    expireIfDue,
  };
}

/** A change that only some bills can go through. */
function when(possible: (bill: Bill) => boolean, change: string, go: (bill: Bill) => void): (bill: Bill) => void {
  return (bill) => {
    if (!possible(bill)) {
      throw new RangeError(`Bill ${bill.billNo} has status ${bill.status} and cannot be ${change}`);
    }
    go(bill);
  };
}

/** A timer cannot hold thirty days, so it may ring early. */
function watchExpiry(clock: SimulatorClock, bill: Bill, expireIfDue: (bill: Bill) => void): () => void {
  let stop = clock.after(bill.expiresAt - clock.now(), () => {
    expireIfDue(bill);
    if (isOpen(bill)) stop = watchExpiry(clock, bill, expireIfDue);
  });
  return () => stop();
}
