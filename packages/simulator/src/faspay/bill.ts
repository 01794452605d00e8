import type { DeliveryAttempt } from '../courier.ts';
import type { Message } from './message.ts';
import type { PaymentStatusCode } from './payment-status.ts';

/** What a merchant posted, and what became of it. One bill number can have several of these, one per transaction. */
export interface Bill {
  readonly trxId: string;
  readonly billNo: string;
  /** `bill_reff`, or the bill number where the merchant gave none. */
  readonly billReference: string;
  /** Sen, whole rupiah. */
  readonly amount: number;
  /** `819` is DANA. */
  readonly channel: string;
  readonly description: string;
  readonly customerName: string;
  readonly items: readonly Message[];
  /** The signature of the post, which opens the redirect page too. */
  readonly signature: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** Milliseconds since the epoch. From this moment on the bill is expired. */
  readonly expiresAt: number;
  status: PaymentStatusCode;
  /** How often the customer's money was taken for this transaction. */
  charges: number;
  payment?: { readonly reference: string; readonly at: number };
  cancellation?: { readonly at: number; readonly reason: string };
  readonly deliveries: DeliveryAttempt[];
}

/** Whether the customer can still pay, and the merchant still cancel. */
export function isOpen(bill: Bill): boolean {
  return bill.status === '0' || bill.status === '1';
}

/** Whether money was taken and not given back. */
export function isPaid(bill: Bill): boolean {
  return bill.status === '2';
}

/** Whether it ended without money: failed, expired or cancelled. A late payment can still revive it. */
export function isClosedUnpaid(bill: Bill): boolean {
  return bill.status === '3' || bill.status === '7' || bill.status === '8';
}
