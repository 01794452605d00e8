import { holdsMoney, wasPaid } from './facts.ts';
import { paymentEvent } from './learn.ts';
import { change, type Office } from './office.ts';
import type { PaymentRecord } from './record.ts';

/** Raises `order.paid-twice` when another attempt of the same order is paid too. Looks after the commit, so that of two attempts paid at once at least one sees the other. */
export async function raisePaidTwice(office: Office, record: PaymentRecord | undefined): Promise<void> {
  if (record?.order === undefined || record.paidTwice === true || !holdsMoney(record.payment.status)) return;
  const attempts = await office.ledger.readByOrder(record.order);
  const twice = attempts.some(({ reference, payment }) => reference !== record.reference && holdsMoney(payment.status));
  if (!twice) return;
  await change(office, record.reference, (current) => {
    if (current.paidTwice === true) return current;
    const evidence = current.facts.filter(({ status }) => wasPaid(status)).at(-1)?.evidence ?? 'inquiry';
    const event = paymentEvent(current, 'order.paid-twice', evidence, office.clock.now());
    return { ...current, paidTwice: true, outbox: [...current.outbox, { event }] };
  });
}
