import type { Context } from '../context.ts';
import { comeHome } from '../faults/homecoming.ts';
import type { Bill } from './bill.ts';
import { isClosedUnpaid, isOpen, isPaid } from './bill.ts';
import type { Lifecycle } from './lifecycle.ts';
import { redirectUrl } from './redirect-url.ts';
import type { Registration } from './registration.ts';
import { returnUrlOf } from './return-url.ts';
import type { ToldStatus } from './return-url.ts';
import type { FaspayOptions } from './settings.ts';

const lateByMs = 60_000;

/** What a customer can do in front of the page. */
export type CustomerAction = 'pay' | 'fail' | 'cancel' | 'abandon' | 'pay-late';

/** Lets the customer act, and says where the browser goes then. The page's buttons and the customer use it alike. */
export type Journey = (bill: Bill, action: CustomerAction) => string;

/** The customer's way through Faspay's page. */
export function createJourney(
  context: Context,
  options: FaspayOptions,
  lifecycle: Lifecycle,
  registration: Registration,
): Journey {
  const actions: Readonly<Record<CustomerAction, (bill: Bill) => void>> = {
    pay: lifecycle.pay,
    fail: lifecycle.fail,
    cancel: (bill) => lifecycle.cancel(bill, 'Cancelled by customer'),
    // The browser comes back, the bill stays open.
    abandon: () => undefined,
    'pay-late': (bill) => payLate(context, lifecycle, bill),
  };
  return (bill, action) => {
    const returnUrl = registration.current()?.returnUrl;
    const address = (told?: ToldStatus) =>
      returnUrl === undefined
        ? redirectUrl(context.origin, bill, options)
        : returnUrlOf(returnUrl, bill, options, told);
    return comeHome(context, bill.billNo, {
      act() {
        lifecycle.expireIfDue(bill);
        actions[action](bill);
        context.record({ type: 'customer-acted', reference: bill.billNo, detail: { trxId: bill.trxId, action } });
      },
      truth: () => address(),
      early: () => address(),
      // Whoever changes the status on the way cannot sign it.
      lie: () => address({ status: isPaid(bill) ? '3' : '2', signedStatus: bill.status }),
    });
  };
}

/** An open bill is paid a minute after it expired; a closed one at once, by the customer still on DANA's page. */
function payLate(context: Context, lifecycle: Lifecycle, bill: Bill): void {
  if (!isOpen(bill)) {
    lifecycle.payLate(bill);
    return;
  }
  context.clock.after(bill.expiresAt - context.clock.now() + lateByMs, () => {
    lifecycle.expireIfDue(bill);
    if (isClosedUnpaid(bill)) lifecycle.payLate(bill);
  });
}
