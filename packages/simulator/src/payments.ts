import type { Acquirer } from './acquirer.ts';
import type { DeliveryAttempt } from './courier.ts';

/** A refund as the acquirer sees it. */
export interface SimulatedRefund {
  /** The merchant's refund reference, as on the wire. */
  readonly reference: string;
  /** Sen. */
  readonly amount: number;
  readonly status: string;
}

/** A payment as the acquirer sees it: what a test or an operator looks at. Plain data, a snapshot. */
export interface SimulatedPayment {
  readonly acquirer: Acquirer;
  /** The merchant's reference, as on the wire. */
  readonly reference: string;
  /** The acquirer's own reference. */
  readonly acquirerReference: string;
  /** Sen: 1_500_000 is Rp 15.000,00. */
  readonly amount: number;
  /** In the acquirer's own words. */
  readonly status: string;
  /** How often the customer's money was taken for this merchant reference, ever. More than one is a double charge. */
  readonly charges: number;
  readonly refunds: readonly SimulatedRefund[];
  /** The hosted page; where the method has none, the simulator's own page to pay at. */
  readonly pageUrl: string;
  /** Where the customer's browser goes afterwards. */
  readonly returnUrl: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
  /** Every attempt to notify the merchant, oldest first. */
  readonly deliveries: readonly DeliveryAttempt[];
}
