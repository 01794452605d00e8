import type { CallOptions, Payment, Reading } from '@bayar/core';
import type { Evidence } from './events.ts';
import { learn } from './learn.ts';
import { alert, cancelReverses, change, gatewayOf, named, type Office } from './office.ts';
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
    if (reading.kind === 'unavailable' && reading.because === 'mismatch') await alertMismatch(office, record);
    return reading;
  }
  const answered = named(reading.value, record.payment.acquirer);
  const stored = await change(office, record.reference, (current) => {
    const made = { ...current, claim: { state: 'made' } as const };
    return learn(made, { status: answered.status, evidence, answered }, cancelReverses(gateway), office.clock.now());
  });
  await raisePaidTwice(office, stored);
  return { kind: 'found', value: stored?.payment ?? answered };
}

async function alertMismatch(office: Office, { payment }: PaymentRecord): Promise<void> {
  const hint = 'The acquirer answered an inquiry with another reference or amount than the stored payment has.';
  await alert(office, { type: 'answer.mismatch', acquirer: payment.acquirer, reference: payment.reference, hint });
}
