import type { Customer } from '../half.ts';
import type { CustomerDecision, Lifecycle } from './lifecycle.ts';
import type { PaymentRegister } from './payment-register.ts';
import { statusWord } from './transaction-status.ts';

/** The customer in front of the hosted page. Rejects when there is nothing left to decide. */
export function createCustomer(register: PaymentRegister, lifecycle: Lifecycle): Customer {
  function deciding(decision: CustomerDecision) {
    return async (reference: string): Promise<{ returnTo: string }> => {
      const record = register.byReference(reference);
      if (!record) throw new Error(`DOKU has no payment ${reference}`);
      if (!lifecycle.decide(record, decision)) {
        throw new Error(`Payment ${reference} is ${statusWord[record.status]}: the customer cannot ${decision}`);
      }
      return { returnTo: record.request.returnUrl };
    };
  }

  return { pay: deciding('pay'), cancel: deciding('cancel'), fail: deciding('fail') };
}
