import type { Customer } from '../half.ts';
import type { CustomerDecision, Lifecycle } from './lifecycle.ts';
import type { PaymentRecord } from './payment-record.ts';
import type { PaymentRegister } from './payment-register.ts';

/** The customer in front of the hosted page. On a payment that is already decided, a decision changes nothing. */
export function createCustomer(register: PaymentRegister, lifecycle: Lifecycle): Customer {
  const doing = (act: (record: PaymentRecord) => void) => (reference: string) => {
    const record = register.byReference(reference);
    if (!record) return Promise.reject(new Error(`DOKU has no payment ${reference}`));
    act(record);
    return Promise.resolve({ returnTo: record.request.returnUrl });
  };
  const deciding = (decision: CustomerDecision) => doing((record) => lifecycle.decide(record, decision));
  return {
    pay: deciding('pay'),
    cancel: deciding('cancel'),
    fail: deciding('fail'),
    payLate: doing((record) => lifecycle.payLate(record)),
  };
}
