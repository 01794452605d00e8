import { formatAmount } from './amount.ts';
import type { NotificationOptions } from './notification-options.ts';
import { channel } from './payment-request.ts';
import type { PaymentRecord } from './payment-record.ts';
import { statusWord } from './transaction-status.ts';

/** What a notification says, frozen when it happens: a repeat hours later tells the same (DOKU reference §6.4). */
export function notificationBody(record: PaymentRecord, options: NotificationOptions): string {
  const status = options.status ?? record.status;
  return JSON.stringify({
    originalPartnerReferenceNo: record.request.reference,
    originalReferenceNo: record.acquirerReference,
    originalExternalId: record.externalId,
    latestTransactionStatus: status,
    transactionStatusDesc: statusWord[status],
    amount: formatAmount(options.amount ?? record.request.amount),
    additionalInfo: {
      [options.channelField ?? 'channelId']: channel,
      acquirerId: 'DANA',
      ...(options.withoutCustomerId ? {} : { custIdMerchant: `CUST-${record.linkId}` }),
      accountType: 'EMONEY',
    },
    ...options.extraFields,
  });
}
