/** DOKU's `latestTransactionStatus`. */
export type TransactionStatus = '00' | '01' | '02' | '03' | '04' | '05' | '06' | '07';

/** The word DOKU puts beside a status. */
export const statusWord: Readonly<Record<TransactionStatus, string>> = {
  '00': 'success',
  '01': 'initiated',
  '02': 'paying',
  '03': 'pending',
  '04': 'refunded',
  '05': 'cancelled',
  '06': 'failed',
  '07': 'not found',
};
