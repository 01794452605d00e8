import { rupiah, type Outcome, type Payment, type PaymentRef } from '@bayar/core';
import { ref, request } from '../account.ts';
import type { Bench } from '../uat/bench.ts';
import type { Tampering } from '../uat/tampering.ts';
import { widget } from './bench.ts';

/** A payment DANA has never heard of: magic amounts win before it looks. */
export const nobodys: PaymentRef = { ...ref, reference: 'W-0', amount: rupiah(1_000_000), locator: widget };

/** What the outcome of a refusal is. */
export function declined(reason: string): object {
  return { kind: 'declined', decline: { reason } };
}

/** What the outcome of a doubt is. */
export function unknown(doubt: string): object {
  return { kind: 'unknown', inquiry: { doubt } };
}

/** Pays one rupiah unless told, through the Widget. */
export function pay({ dana }: Bench, whole = 1): Promise<Outcome<Payment>> {
  return dana.createPayment({ ...request, reference: 'W-1', amount: rupiah(whole) }, { extra: widget });
}

/** The same, tampered with on its way. */
export function payTampered(change: Tampering): (bench: Bench) => Promise<unknown> {
  return (bench) => bench.tampered(change, () => pay(bench));
}

/** A payment that is known to exist. */
export async function paying(bench: Bench, whole = 1): Promise<Payment> {
  const outcome = await pay(bench, whole);
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}
