import type { Ledger, PaymentRecord, Payments, RefundRecord } from '@bayar/payments';

/** Asks about everything that is not settled, and hands over the events that wait. One process runs it. */
export async function sweep(
  payments: Payments,
  ledger: Ledger,
  report: (error: unknown, reference: string) => void,
  now = new Date(),
): Promise<void> {
  const limit = 100;
  for (let after = ''; ;) {
    const page = await ledger.unsettled({ after, limit });
    for (const record of page) {
      // One that fails must not keep the others waiting.
      await ask(payments, record, now).catch((error: unknown) => report(error, record.reference));
    }
    const last = page.at(-1);
    if (last === undefined || page.length < limit) return;
    after = last.reference;
  }
}

async function ask(payments: Payments, { payment, refunds }: PaymentRecord, now: Date): Promise<void> {
  const inquiry = payments.acquirers[payment.acquirer]?.traits.inquiry; // none: a name in `retired`
  if (inquiry === undefined || now.getTime() - Date.parse(payment.createdAt) < inquiry.notBeforeMs) return;
  await payments.getPayment(payment);
  for (const { request } of refunds.filter(isOpen)) {
    await payments.resolve({ operation: 'refundPayment', payment, refund: request, doubt: 'no-answer' });
  }
}

function isOpen({ claim, refund }: RefundRecord): boolean {
  if (claim.state !== 'made') return claim.state === 'sending' || claim.state === 'unknown';
  return refund?.status === 'processing' || refund?.status === 'unknown';
}

/** How long to wait between the end of one sweep and the next, so that no acquirer is asked too often. */
export function sweepEveryMs(payments: Payments): number {
  return Math.max(...Object.values(payments.acquirers).map(({ traits }) => traits.inquiry.everyMs));
}
