import { rupiah, type Needing, type PaymentRef } from '@bayar/core';
import { SHOP } from './simulator.ts';

/** References that were marked paid. */
export const paid: string[] = [];

/** What the staff was told. */
export const told: string[] = [];

/** Marks an order paid. */
export async function markPaid(reference: string): Promise<void> {
  paid.push(reference);
}

const stored = new Map<string, string>();

/** Stores a payment with its order, as a database would. */
export async function storePayment(payment: PaymentRef): Promise<void> {
  stored.set(payment.reference, JSON.stringify(payment));
}

/**
 * The payment that was stored.
 *
 * @throws Error when there is none.
 */
export async function storedPayment(reference: string): Promise<PaymentRef> {
  const found = stored.get(reference);
  if (found === undefined) throw new Error(`No payment ${reference} was stored.`);
  return JSON.parse(found) as PaymentRef;
}

/** Tells the staff. */
export async function tellStaff(text: string): Promise<void> {
  told.push(text);
}

/** An order that any of the three acquirers takes. */
export function coffee(reference: string): Needing<'customer' | 'device'> {
  return {
    reference,
    amount: rupiah(25_000),
    title: 'Kopi susu',
    returnUrl: `${SHOP}/thanks`,
    customer: { id: 'C-1', name: 'Sari', email: 'sari@example.com', phone: '+6281234567890' },
    device: { platform: 'web', id: 'device123', ip: '203.0.113.10' },
  };
}
