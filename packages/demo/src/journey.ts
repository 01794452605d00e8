import {
  rupiah,
  type Inquiry,
  type Need,
  type Needing,
  type Payment,
  type PaymentStatus,
  type RefundStatus,
} from '@bayar/core';
import type { Evidence } from '@bayar/payments';
import { comeBack, press } from './customer.ts';
import type { Name, Stage } from './stage.ts';

/** What one payment came to, from creation to refund. */
export interface Journey {
  readonly acquirer: Name;
  readonly status: PaymentStatus | 'not-created';
  readonly evidence: Evidence | 'none';
  readonly inquired: PaymentStatus | 'unavailable';
  readonly refund: RefundStatus | 'unsupported' | 'refused';
  /** How often the acquirer took the customer's money. */
  readonly charges: number;
}

/** What each acquirer's journey must come to. */
export const expected: Readonly<Record<Name, Journey>> = {
  'dana-direct': {
    acquirer: 'dana-direct',
    status: 'paid',
    evidence: 'signature',
    inquired: 'paid',
    refund: 'succeeded',
    charges: 1,
  },
  'doku-dana': {
    acquirer: 'doku-dana',
    status: 'paid',
    evidence: 'signature',
    inquired: 'paid',
    refund: 'succeeded',
    charges: 1,
  },
  'faspay-dana': {
    acquirer: 'faspay-dana',
    status: 'paid',
    evidence: 'signature+inquiry',
    inquired: 'paid',
    refund: 'unsupported',
    charges: 1,
  },
};

const AMOUNT = rupiah(25_000);

/** A request that every acquirer takes. */
export function requestFor(reference: string, publicUrl: string): Needing<Need> {
  return {
    reference,
    amount: AMOUNT,
    title: 'Kopi susu',
    returnUrl: new URL('/thanks', publicUrl).href,
    customer: { id: 'C-1', name: 'Sari', email: 'sari@example.com', phone: '+6281234567890' },
    device: { platform: 'mobile-web' },
  } as const;
}

/** Pays through the acquirer of that name: create, customer pays, notification, inquiry, refund where there is one. */
export async function travel(
  stage: Stage,
  name: Name,
  signal: AbortSignal,
  notify: (reference: string) => Promise<void>,
): Promise<Journey> {
  const reference = `DEMO-${name}`;
  stage.activate(name);
  const outcome = await stage.payments.createPayment(requestFor(reference, stage.publicUrl), { signal });
  if (outcome.kind !== 'done' || outcome.value.next.type !== 'redirect') return notCreated(name);
  const { location } = await press(outcome.value.next.url, 'pay', signal);
  await notify(reference);
  const status = await statusInLedger(stage, outcome.value);
  await comeBack(location, signal);
  const reading = await stage.payments.getPayment(outcome.value, { signal });
  return {
    acquirer: name,
    status,
    evidence: stage.evidence.get(reference) ?? 'none',
    inquired: reading.kind === 'found' ? reading.value.status : 'unavailable',
    refund: await refund(stage, outcome.value, signal),
    charges: stage.seenBy(name, reference)?.charges ?? 0,
  };
}

// What the notification alone has told: asked by repeating the request, which answers from the ledger and sends nothing.
async function statusInLedger(stage: Stage, payment: Payment): Promise<PaymentStatus> {
  const again = await stage.payments.createPayment(requestFor(payment.reference, stage.publicUrl));
  return again.kind === 'done' ? again.value.status : 'unknown';
}

async function refund(stage: Stage, payment: Payment<Name>, signal: AbortSignal): Promise<Journey['refund']> {
  if (!stage.payments.supports(payment, 'refundPayment')) return 'unsupported';
  const request = { refundReference: `${payment.reference}-R1`, amount: AMOUNT };
  const outcome = await stage.payments.refundPayment(payment, request, { signal });
  return outcome.kind === 'done' ? outcome.value.status : 'refused';
}

function notCreated(acquirer: Name): Journey {
  return { acquirer, status: 'not-created', evidence: 'none', inquired: 'unavailable', refund: 'refused', charges: 0 };
}

/** Whether a journey came to what it must. */
export function asExpected(journey: Journey): boolean {
  return JSON.stringify(journey) === JSON.stringify(expected[journey.acquirer]);
}

/** An inquiry, where the outcome of a creation left a doubt. */
export function doubtOf(outcome: { readonly kind: string; readonly inquiry?: Inquiry }): Inquiry | undefined {
  return outcome.kind === 'unknown' ? outcome.inquiry : undefined;
}
