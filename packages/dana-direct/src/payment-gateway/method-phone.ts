import type { CreatePayment, Customer } from '@bayar/core';
import type { DanaMethod } from './method.ts';

const BY_PHONE: ReadonlySet<DanaMethod['type']> = new Set(['card', 'gopay', 'linkaja', 'ovo', 'shopeepay']);
const INDONESIAN = /^\+62(?=\d{7,14}$)/;

/** Whether DANA requires the customer's phone number for the method. */
export function needsPhone(method: DanaMethod): boolean {
  return BY_PHONE.has(method.type);
}

/** The number DANA is told: the method's own, else the customer's in the national notation of DANA's samples. */
export function phoneOf(method: DanaMethod, { customer }: CreatePayment): string | undefined {
  if (!needsPhone(method)) return undefined;
  return ('phone' in method ? method.phone : undefined) ?? nationalPhone(customer);
}

// DANA documents no notation for numbers of other countries.
function nationalPhone(customer: Customer | undefined): string | undefined {
  const phone = customer?.phone ?? '';
  return INDONESIAN.test(phone) ? phone.replace(INDONESIAN, '0') : undefined;
}
