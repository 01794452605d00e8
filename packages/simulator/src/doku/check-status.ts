import { formatAmount } from './amount.ts';
import type { VerifiedCall } from './call-verification.ts';
import type { PaymentDesk } from './create-payment.ts';
import { readFields } from './field-reader.ts';
import { channel } from './payment-request.ts';
import type { PaymentRecord } from './payment-record.ts';
import type { Reply } from './reply.ts';
import { missingField, successful, transactionNotFound } from './response-case.ts';
import { formatWib } from './timestamp.ts';
import { statusWord } from './transaction-status.ts';

/** Answers how a payment stands (DOKU reference §4.5, §4.6). */
export function checkStatus(desk: PaymentDesk, call: VerifiedCall): Reply {
  const fields = readFields(call.body);
  const reference = fields.optionalText('originalPartnerReferenceNo', { max: 64 });
  const acquirerReference = fields.optionalText('originalReferenceNo', { max: 64 });
  // The SDKs force 55, the SNAP standard asks for the code of the original transaction, 54.
  const serviceCode = fields.text('serviceCode', { max: 2, oneOf: ['55', '54'] });
  if (reference === undefined && acquirerReference === undefined)
    fields.reject(missingField('originalPartnerReferenceNo'));
  const problem = fields.problem();
  if (problem) return { outcome: problem };

  const record =
    reference === undefined
      ? desk.register.byAcquirerReference(acquirerReference ?? '')
      : desk.register.byReference(reference);
  if (!record || isHidden(desk, record)) return { outcome: transactionNotFound };
  desk.lifecycle.expireIfDue(record);
  return { outcome: successful, fields: { ...describe(desk, record), serviceCode } };
}

/** DOKU asks to wait 60 seconds after the payment: until then it may not know it. */
function isHidden(desk: PaymentDesk, record: PaymentRecord): boolean {
  return record.paidAt !== undefined && desk.context.clock.now() - record.paidAt < desk.settings.statusBlackoutMs;
}

function describe(desk: PaymentDesk, record: PaymentRecord): Readonly<Record<string, unknown>> {
  return {
    originalPartnerReferenceNo: record.request.reference,
    originalReferenceNo: record.acquirerReference,
    ...(record.approvalCode === undefined ? {} : { approvalCode: record.approvalCode }),
    originalExternalId: record.externalId,
    latestTransactionStatus: record.status,
    transactionStatusDesc: statusWord[record.status],
    refundHistory: record.refunds.map((refund) => ({
      refundNo: refund.refundNo,
      [desk.settings.refunds.historyField ?? 'partnerReferenceNo']: refund.reference,
      refundAmount: formatAmount(refund.amount),
      refundStatus: refund.status,
      refundDate: formatWib(refund.at),
      ...(refund.reason === undefined ? {} : { reason: refund.reason }),
    })),
    transAmount: formatAmount(record.request.amount),
    feeAmount: formatAmount(0),
    ...(record.paidAt === undefined ? {} : { paidTime: formatWib(record.paidAt) }),
    additionalInfo: { channel },
  };
}
