import type { Origin } from '../context.ts';
import type { DeliveryAttempt } from '../courier.ts';
import type { SimulatedPayment } from '../payments.ts';
import type { PaymentRequest } from './payment-request.ts';
import type { TransactionStatus } from './transaction-status.ts';

/** SNAP's `refundStatus`: success, pending, failed. */
export type RefundStatus = '00' | '03' | '06';

/** One refund of a payment. */
export interface RefundRecord {
  /** The merchant's `partnerRefundNo`. */
  readonly reference: string;
  /** DOKU's own number. */
  readonly refundNo: string;
  /** Sen. */
  readonly amount: number;
  readonly reason: string | undefined;
  readonly at: number;
  status: RefundStatus;
}

/** One payment, as DOKU keeps it. */
export interface PaymentRecord {
  readonly request: PaymentRequest;
  /** The `X-EXTERNAL-ID` that created it. */
  readonly externalId: string;
  readonly deviceId: string | undefined;
  readonly acquirerReference: string;
  /** What follows `/link/` in the page's URL. */
  readonly linkId: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  status: TransactionStatus;
  charges: number;
  paidAt: number | undefined;
  approvalCode: string | undefined;
  readonly refunds: RefundRecord[];
  readonly deliveries: DeliveryAttempt[];
}

/** Whether the customer can still decide. */
export function isOpen(record: PaymentRecord): boolean {
  return record.status === '01' || record.status === '02';
}

/** Whether nothing more happens to the payment unless somebody asks for it. */
export function isOver(record: PaymentRecord): boolean {
  return !isOpen(record) && record.refunds.every(({ status }) => status !== '03');
}

/** Whether the customer's money was taken, refunded since or not. */
export function wasPaid(record: PaymentRecord): boolean {
  return record.paidAt !== undefined;
}

/** Sen that can still be refunded. A refund under way counts as gone. */
export function refundable(record: PaymentRecord): number {
  const gone = record.refunds
    .filter((refund) => refund.status !== '06')
    .reduce((sum, refund) => sum + refund.amount, 0);
  return wasPaid(record) ? record.request.amount - gone : 0;
}

/** The page's URL: it moves with the simulator. */
export function pageUrl({ linkId }: PaymentRecord, { web }: Origin): string {
  return `${web}/link/${linkId}`;
}

/** The record as a test or an operator sees it. */
export function snapshot(record: PaymentRecord, origin: Origin): SimulatedPayment {
  return {
    acquirer: 'doku',
    reference: record.request.reference,
    acquirerReference: record.acquirerReference,
    amount: record.request.amount,
    status: record.status,
    charges: record.charges,
    refunds: record.refunds.map(({ reference, amount, status }) => ({ reference, amount, status })),
    pageUrl: pageUrl(record, origin),
    returnUrl: record.request.returnUrl,
    createdAt: record.createdAt,
    expiresAt: record.expiresAt,
    deliveries: [...record.deliveries],
  };
}
