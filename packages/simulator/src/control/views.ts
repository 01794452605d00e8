import type { Acquirer } from '../acquirer.ts';
import type { SimulatedPayment } from '../payments.ts';
import type { TimelineEvent } from '../timeline.ts';
import type { PaymentName, PaymentView, Phase } from './control.ts';

type Statuses = Readonly<Record<string, readonly [phase: Phase, text: string]>>;

const statuses: Readonly<Record<Acquirer, Statuses>> = {
  dana: {
    INIT: ['open', 'INIT'],
    PAYING: ['open', 'PAYING'],
    SUCCESS: ['paid', 'SUCCESS'],
    CANCELLED: ['closed', 'CANCELLED'],
    CLOSED: ['closed', 'CLOSED'],
  },
  doku: {
    '00': ['paid', '00 success'],
    '01': ['open', '01 initiated'],
    '02': ['open', '02 paying'],
    '03': ['open', '03 pending'],
    '04': ['refunded', '04 refunded'],
    '05': ['closed', '05 cancelled'],
    '06': ['closed', '06 failed'],
    '07': ['closed', '07 not found'],
  },
  faspay: {
    '0': ['open', '0 unprocessed'],
    '1': ['open', '1 in process'],
    '2': ['paid', '2 success'],
    '3': ['closed', '3 failed'],
    '4': ['refunded', '4 reversal'],
    '7': ['closed', '7 expired'],
    '8': ['closed', '8 cancelled'],
  },
};

/** A payment with what an operator wants to read of it. */
export function viewOf(payment: SimulatedPayment): PaymentView {
  const [phase, statusText] = statuses[payment.acquirer][payment.status] ?? ['closed', payment.status];
  const nextAttemptAt = nextAttempt(payment);
  return {
    ...payment,
    statusText,
    phase: phase === 'paid' && payment.refunds.length > 0 ? 'refunded' : phase,
    ...(nextAttemptAt !== undefined && { nextAttemptAt }),
  };
}

/** One payment can have several notifications under way; each attempt but the last of one is followed by another. */
function nextAttempt({ deliveries }: SimulatedPayment): number | undefined {
  const last = deliveries.at(-1)?.at ?? 0;
  const ahead = deliveries.flatMap(({ retryAt }) => (retryAt !== undefined && retryAt > last ? [retryAt] : []));
  return ahead.length === 0 ? undefined : Math.min(...ahead);
}

/** What a payment is addressed by: the transaction where a bill number can have several. */
export function nameOf({ acquirer, reference, acquirerReference }: SimulatedPayment): PaymentName {
  return { acquirer, reference: acquirer === 'faspay' ? acquirerReference : reference };
}

/** Whether an event belongs to a payment; those of a bill's other transactions do not. */
export function isAbout(event: TimelineEvent, payment: SimulatedPayment): boolean {
  if (event.acquirer !== payment.acquirer || event.reference !== payment.reference) return false;
  const trxId = event.detail['trxId'];
  return trxId === undefined || trxId === payment.acquirerReference;
}

/** Whether the merchant's request was not done: Faspay says so with HTTP 200 and a code. */
export function isRefused({ answer, detail }: TimelineEvent): boolean {
  if (!answer) return false;
  return answer.status >= 400 || (String(detail['responseCode']).length === 2 && detail['responseCode'] !== '00');
}
