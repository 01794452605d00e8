import type { Customer } from '../half.ts';
import type { CustomerDecision, Lifecycle } from './lifecycle.ts';
import type { PaymentRegister } from './payment-register.ts';

/** The customer in front of the hosted page. On a payment that is already decided, a decision changes nothing. */
export function createCustomer(register: PaymentRegister, lifecycle: Lifecycle): Customer {
  const deciding = (decision: CustomerDecision) => (reference: string) => {
    const record = register.byReference(reference);
    if (!record) return Promise.reject(new Error(`DOKU has no payment ${reference}`));
    lifecycle.decide(record, decision);
    return Promise.resolve({ returnTo: record.request.returnUrl });
  };
  return { pay: deciding('pay'), cancel: deciding('cancel'), fail: deciding('fail') };
}
