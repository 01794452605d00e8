import { sameMoney, type Gateway, type Notification, type PaymentStatus, type Verdict } from '@bayar/core';
import { wasPaid } from './facts.ts';
import { inquire } from './inquire.ts';
import { learn } from './learn.ts';
import { alert, cancelReverses, change, gatewayOf, type Office } from './office.ts';
import { deliver } from './outbox.ts';
import { raisePaidTwice } from './paid-twice.ts';
import { isOpen } from './settled.ts';
import type { PaymentRecord } from './record.ts';

/** Takes an authenticated notification: compares it with the stored payment, records it, and has its events handled before it is acknowledged. */
export async function takeNotification(office: Office, name: string, notification: Notification): Promise<Verdict> {
  const record = await office.ledger.read(notification.reference);
  if (record === undefined) {
    const hint = 'No payment of this reference is in the ledger. It may have been made with another ledger.';
    await alert(office, { type: 'payment.unrecognised', acquirer: name, reference: notification.reference, hint });
    return 'unknown-payment';
  }
  const differs = difference(record, name, notification);
  if (differs !== undefined) {
    const hint = `The notification is genuine, but its ${differs} is not the stored payment's. Nothing was changed.`;
    await alert(office, { type: 'notification.mismatch', acquirer: name, reference: notification.reference, hint });
    return 'mismatch';
  }
  const recorded = await believe(office, record, notification);
  if (!recorded) return 'retry-later';
  return (await deliver(office, record.reference)) ? 'accepted' : 'retry-later';
}

function difference(
  { payment }: PaymentRecord,
  name: string,
  { acquirerReference, amounts }: Notification,
): string | undefined {
  if (payment.acquirer !== name) return 'acquirer';
  const known = payment.acquirerReference;
  if (known !== undefined && acquirerReference !== undefined && known !== acquirerReference)
    return 'acquirer reference';
  if (amounts.length > 0 && !amounts.some((amount) => sameMoney(amount, payment.amount))) return 'amount';
  return undefined;
}

/** Records the status; `false` when it must be confirmed and cannot be yet. */
async function believe(office: Office, record: PaymentRecord, notification: Notification): Promise<boolean> {
  if (isKnown(record, notification)) {
    // The process that recorded it may have died before it looked.
    await raisePaidTwice(office, record);
    return true;
  }
  const gateway = gatewayOf(office, record.payment);
  if (isHint(gateway, notification)) {
    const reading = await inquire(office, record, {}, 'signature+inquiry');
    // An inquiry that lags behind its own notification has confirmed nothing yet: the acquirer delivers again.
    return reading.kind === 'found' && confirms(reading.value.status, notification.status);
  }
  const { status, acquirerReference, paidAt } = notification;
  const learnt = { status, evidence: 'signature', acquirerReference, paidAt } as const;
  const stored = await change(office, record.reference, (current) =>
    current.payment.acquirer === record.payment.acquirer
      ? learn(current, learnt, cancelReverses(gateway), office.clock.now())
      : current,
  );
  await raisePaidTwice(office, stored);
  return true;
}

function confirms(found: PaymentStatus, said: PaymentStatus): boolean {
  if (wasPaid(said)) return wasPaid(found);
  return isOpen(said) || !isOpen(found);
}

// A signature that covers neither amount nor time can be replayed and edited, an amount that is not there cannot be
// compared, and a status nobody can map tells nothing: such a message is a hint to inquire.
function isHint({ traits }: Gateway, { amounts, status }: Notification): boolean {
  const { amount, time } = traits.notificationCovers;
  return !amount || !time || amounts.length === 0 || status === 'unknown';
}

function isKnown(record: PaymentRecord, { status }: Notification): boolean {
  return record.facts.some((fact) => fact.status === status && fact.evidence.startsWith('signature'));
}
