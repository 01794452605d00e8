import type { Context } from '../context.ts';
import { comeHome } from '../faults/homecoming.ts';
import type { Customer } from '../half.ts';
import type { CustomerDecision, Lifecycle } from './lifecycle.ts';
import type { PaymentRecord } from './payment-record.ts';
import type { PaymentRegister } from './payment-register.ts';

/** Lets the customer decide, and answers where the browser goes. The page's buttons and the customer use it alike. */
export type CustomerDesk = (record: PaymentRecord, decision: CustomerDecision) => string;

/** The way back carries no parameter: DOKU documents none, so there is nothing in it to lie with. */
export function createCustomerDesk(context: Context, lifecycle: Lifecycle): CustomerDesk {
  return (record, decision) => {
    const { reference, returnUrl } = record.request;
    const address = () => returnUrl;
    const act = () => lifecycle.decide(record, decision);
    return comeHome(context, reference, { act, truth: address, early: address, lie: address });
  };
}

/** The customer in front of the hosted page. On a payment that is already decided, a decision changes nothing. */
export function createCustomer(register: PaymentRegister, decide: CustomerDesk): Customer {
  const deciding = (decision: CustomerDecision) => (reference: string) => {
    const record = register.byReference(reference);
    if (!record) return Promise.reject(new Error(`DOKU has no payment ${reference}`));
    return Promise.resolve({ returnTo: decide(record, decision) });
  };
  return { pay: deciding('pay'), cancel: deciding('cancel'), fail: deciding('fail') };
}
