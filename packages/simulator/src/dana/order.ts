import type { DeliveryAttempt } from '../courier.ts';

/** DANA's acquirement status: `CLOSED` is expired, `PAYING` is paid but not finished. */
export type OrderStatus = 'INIT' | 'PAYING' | 'SUCCESS' | 'CANCELLED' | 'CLOSED';

/** The customer's means of payment, in DANA's words. */
export interface PayMethod {
  readonly payMethod: string;
  readonly payOption: string;
}

/** A refund of one order. */
export interface Refund {
  readonly partnerRefundNo: string;
  readonly refundNo: string;
  /** Sen. */
  readonly amount: number;
  /** The request's content: a repeat is recognised by it. */
  readonly content: string;
  readonly requestedAt: number;
  status: 'PROCESSING' | 'SUCCESS';
}

/** An order as DANA keeps it. Only the state machine changes it. */
export interface Order {
  readonly partnerReferenceNo: string;
  readonly referenceNo: string;
  readonly merchantId: string;
  readonly subMerchantId: string;
  readonly externalStoreId: string;
  readonly title: string;
  /** Sen. */
  readonly amount: number;
  /** The request's content: a repeat is recognised by it. */
  readonly content: string;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** Chosen by the merchant, or undefined while the customer chooses on the hosted page. */
  readonly method: PayMethod | undefined;
  /** Virtual account number or QR text. */
  readonly paymentCode: string | undefined;
  /** Path and query of the hosted page; empty where the method has none. */
  readonly pagePath: string;
  readonly returnUrl: string;
  /** Without one DANA notifies nobody. */
  readonly notifyUrl: string | undefined;
  status: OrderStatus;
  charges: number;
  paidAt?: number;
  cancelledAt?: number;
  closedAt?: number;
  readonly refunds: Refund[];
  readonly deliveries: DeliveryAttempt[];
}

/** Sen refunded or being refunded. */
export function refundedAmount(order: Order): number {
  return order.refunds.reduce((sum, refund) => sum + refund.amount, 0);
}

/** Whether the customer's money was taken and not given back by a cancellation. */
export function isPaid(order: Order): boolean {
  return order.status === 'SUCCESS' || order.status === 'PAYING';
}

/** Whether nothing more happens to the order unless somebody asks for it. */
export function isOver(order: Order): boolean {
  const isSettled = order.status !== 'INIT' && order.status !== 'PAYING';
  return isSettled && order.refunds.every(({ status }) => status === 'SUCCESS');
}
