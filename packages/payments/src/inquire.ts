import type { CallOptions, Payment, Reading } from '@bayar/core';
import type { Evidence } from './events.ts';
import { changeOrAdopt } from './adopt.ts';
import { learn } from './learn.ts';
import { alertMismatch, cancelReverses, fromAnswer, gatewayOf, named, type Office } from './office.ts';
import { raisePaidTwice } from './paid-twice.ts';
import type { PaymentRecord } from './record.ts';

/** Inquires about a payment at its own acquirer, by the stored locator, and records what is learnt. */
export async function inquire(
  office: Office,
  record: PaymentRecord,
  options: CallOptions = {},
  evidence: Evidence = 'inquiry',
): Promise<Reading<Payment>> {
  const gateway = gatewayOf(office, record.payment);
  const reading = await gateway.getPayment(record.payment, options);
  if (reading.kind !== 'found') {
    if (reading.kind === 'unavailable' && reading.because === 'mismatch')
      await alertMismatch(office, record.payment, 'an inquiry');
    return reading;
  }
  const { acquirer } = record.payment;
  const answered = named(reading.value, acquirer);
  const stored = await changeOrAdopt(office, record, (current) => {
    // Meanwhile it was taken elsewhere: what was asked about is not what is stored.
    if (current.payment.acquirer !== acquirer) return current;
    const made = { ...current, claim: { state: 'made' } as const };
    return learn(made, { status: answered.status, evidence, answered }, cancelReverses(gateway), office.clock.now());
  });
  await raisePaidTwice(office, stored);
  const known = stored?.payment.acquirer === acquirer ? stored.payment : answered;
  return { kind: 'found', value: fromAnswer(known, answered) };
}
