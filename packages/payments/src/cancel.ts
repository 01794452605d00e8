import {
  UsageError,
  type CallOptions,
  type Cancels,
  type Gateway,
  type Outcome,
  type Payment,
  type PaymentRef,
} from '@bayar/core';
import { keptRecordOf } from './adopt.ts';
import { learn } from './learn.ts';
import {
  alertMismatch,
  cancelReverses,
  fromAnswer,
  gatewayOf,
  isMismatch,
  named,
  record as recordChange,
  type Office,
} from './office.ts';

/** Cancels, and records what the acquirer says became of the payment. A payment that is already cancelled stays so. */
export async function cancel(
  office: Office,
  ref: PaymentRef,
  reason: string | undefined,
  options: CallOptions,
): Promise<Outcome<Payment>> {
  const record = await keptRecordOf(office, ref);
  // Where the ledger says that it was made, whatever the reference at hand says.
  const { acquirer } = record.payment;
  const gateway = gatewayOf(office, record.payment);
  if (!canCancel(gateway))
    throw new UsageError(`${acquirer} cannot cancel: ask supports(payment, 'cancelPayment') first.`);
  if (record.payment.status === 'cancelled') return { kind: 'done', value: record.payment };
  const outcome = await gateway.cancelPayment(record.payment, reason, options);
  if (isMismatch(outcome)) await alertMismatch(office, record.payment, 'a cancellation');
  if (outcome.kind === 'unknown') return { kind: 'unknown', inquiry: { ...outcome.inquiry, payment: record.payment } };
  if (outcome.kind !== 'done') return outcome;
  const answered = named(outcome.value, acquirer);
  const learnt = { status: answered.status, evidence: 'answer', answered } as const;
  const stored = await recordChange(office, ref.reference, (current) =>
    learn(current, learnt, cancelReverses(gateway), office.clock.now()),
  );
  if (stored === 'failed') {
    return { kind: 'unknown', inquiry: { operation: 'cancelPayment', payment: record.payment, doubt: 'not-recorded' } };
  }
  return { kind: 'done', value: fromAnswer(stored?.payment ?? answered, answered) };
}

function canCancel(gateway: Gateway): gateway is Gateway & Cancels {
  return 'cancelPayment' in gateway;
}
