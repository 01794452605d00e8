import { formatAmount } from './amount.ts';
import type { VerifiedCall } from './call-verification.ts';
import type { PaymentDesk } from './create-payment.ts';
import { refundable, wasPaid } from './payment-record.ts';
import type { PaymentRecord, RefundRecord } from './payment-record.ts';
import { readRefundRequest } from './refund-request.ts';
import type { RefundRequest } from './refund-request.ts';
import type { Reply } from './reply.ts';
import {
  inconsistentRequest,
  inProgress,
  insufficientFunds,
  invalidAmount,
  invalidTransactionStatus,
  notPermitted,
  successful,
  transactionNotFound,
} from './response-case.ts';
import type { ResponseCase } from './response-case.ts';
import { formatWibWithFraction, formatWibWithoutOffset } from './timestamp.ts';

/** Refunds a paid payment, or answers a repeat of the refund (DOKU reference §4.3, §7.2). */
export function refundPayment(desk: PaymentDesk, call: VerifiedCall): Reply {
  const request = readRefundRequest(call.body);
  if ('http' in request) return { outcome: request };
  const record = desk.register.byReference(request.payment);
  const known = findRefund(desk, request.reference);
  if (known) return answerRepeat(desk, known, request);
  if (!record) return { outcome: transactionNotFound };
  const refused = refuseRefund(desk, record, request);
  if (refused) return { outcome: refused };

  const refund: RefundRecord = {
    reference: request.reference,
    refundNo: desk.context.random.digits(17),
    amount: request.amount,
    reason: request.reason,
    at: desk.context.clock.now(),
    status: '03',
  };
  record.refunds.push(refund);
  settleRefund(desk, record, refund);
  return answer(desk, record, refund);
}

/** At once, or on the clock after the configured time. */
export function settleRefund(
  { context, lifecycle, settings }: PaymentDesk,
  record: PaymentRecord,
  refund: RefundRecord,
): void {
  const { processingMs, processingEndsIn = 'succeeded' } = settings.refunds;
  const end = (status: '00' | '06') => lifecycle.refundEnded(record, refund, status);
  if (processingMs === undefined) end('00');
  else
    context.clock.after(refund.at + processingMs - context.clock.now(), () =>
      end(processingEndsIn === 'succeeded' ? '00' : '06'),
    );
}

function refuseRefund(desk: PaymentDesk, record: PaymentRecord, request: RefundRequest): ResponseCase | undefined {
  const { partial = true, merchantBalance = Number.POSITIVE_INFINITY } = desk.settings.refunds;
  if (!wasPaid(record)) return invalidTransactionStatus;
  if (request.amount > refundable(record)) return invalidAmount;
  if (!partial && request.amount !== record.request.amount) return notPermitted('Partial refund');
  return request.amount > merchantBalance - refundedSoFar(desk) ? insufficientFunds : undefined;
}

/** Sen that all refunds have taken from the merchant's balance. */
function refundedSoFar(desk: PaymentDesk): number {
  return desk.register
    .all()
    .flatMap((record) => record.refunds)
    .filter((refund) => refund.status !== '06')
    .reduce((sum, refund) => sum + refund.amount, 0);
}

interface KnownRefund {
  readonly record: PaymentRecord;
  readonly refund: RefundRecord;
}

/** A `partnerRefundNo` is the merchant's, so it is looked for among all payments. */
function findRefund(desk: PaymentDesk, reference: string): KnownRefund | undefined {
  for (const record of desk.register.all()) {
    const refund = record.refunds.find((candidate) => candidate.reference === reference);
    if (refund) return { record, refund };
  }
  return undefined;
}

function answerRepeat(desk: PaymentDesk, { record, refund }: KnownRefund, request: RefundRequest): Reply {
  const same = record.request.reference === request.payment && refund.amount === request.amount;
  return same ? answer(desk, record, refund) : { outcome: inconsistentRequest };
}

function answer(desk: PaymentDesk, record: PaymentRecord, refund: RefundRecord): Reply {
  if (refund.status === '06') return { outcome: invalidTransactionStatus };
  const formatTime = desk.settings.refunds.timeOffset ? formatWibWithFraction : formatWibWithoutOffset;
  const fields = { refundAmount: formatAmount(refund.amount), refundTime: formatTime(refund.at) };
  const more = desk.settings.optionalFields === 'present' ? echoes(record, refund) : {};
  return { outcome: refund.status === '03' ? inProgress : successful, fields: { ...fields, ...more } };
}

function echoes(record: PaymentRecord, refund: RefundRecord): Readonly<Record<string, string>> {
  return {
    originalPartnerReferenceNo: record.request.reference,
    originalReferenceNo: record.acquirerReference,
    originalExternalId: record.externalId,
    refundNo: refund.refundNo,
    partnerRefundNo: refund.reference,
  };
}
