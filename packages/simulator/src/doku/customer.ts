import type { Context } from '../context.ts';
import { comeHome } from '../faults/homecoming.ts';
import type { Customer } from '../half.ts';
import type { CustomerDecision, Lifecycle } from './lifecycle.ts';
import type { PaymentRecord } from './payment-record.ts';
import type { PaymentRegister } from './payment-register.ts';

/** What a customer does in front of the page: decides, goes back to the shop undecided, or pays when it is too late. */
export type CustomerAction = CustomerDecision | 'abandon' | 'pay-late';

/** The customer in front of DOKU's page. */
export interface DokuCustomer extends Customer {
  /** Goes back to the shop without deciding; the payment stays open. */
  abandon(reference: string): Promise<{ returnTo: string }>;
}

/** Lets the customer act, and answers where the browser goes. The page's buttons and the customer use it alike. */
export type CustomerDesk = (record: PaymentRecord, action: CustomerAction) => string;

/** The way back carries no parameter: DOKU documents none, so there is nothing in it to lie with. */
export function createCustomerDesk(context: Context, lifecycle: Lifecycle): CustomerDesk {
  return (record, action) => {
    const { reference, returnUrl } = record.request;
    const address = () => returnUrl;
    const act = () => {
      if (action === 'pay-late') lifecycle.payLate(record);
      else if (action !== 'abandon') lifecycle.decide(record, action);
    };
    return comeHome(context, reference, { act, truth: address, early: address, lie: address });
  };
}

/** The customer in front of the hosted page. On a payment that is already decided, a decision changes nothing. */
export function createCustomer(register: PaymentRegister, leave: CustomerDesk): DokuCustomer {
  const acting = (action: CustomerAction) => (reference: string) => {
    const record = register.byReference(reference);
    if (!record) return Promise.reject(new Error(`DOKU has no payment ${reference}`));
    return Promise.resolve({ returnTo: leave(record, action) });
  };
  return {
    pay: acting('pay'),
    cancel: acting('cancel'),
    fail: acting('fail'),
    abandon: acting('abandon'),
    payLate: acting('pay-late'),
  };
}
