import type { DanaBuyer } from './order/buyer.ts';
import type { DanaEnvironment } from './order/environment.ts';
import type { OutletExtra } from './outlet.ts';
import type { DanaMethod } from './payment-gateway/method.ts';
import type { PayMethod } from './vocabulary.ts';

/** What a payment may say to DANA alone: its slice of `extra`. */
export interface DanaDirectExtra extends OutletExtra {
  /** How the customer pays, chosen on the merchant's own page. Default: the customer chooses on DANA's. */
  readonly method?: DanaMethod;
  /** Ways to pay that are not offered for this payment; together at most 64 characters, commas included. */
  readonly disabledMethods?: readonly PayMethod[];
  readonly buyer?: DanaBuyer;
  readonly environment?: DanaEnvironment;
  /** Shown to the merchant beside the order; at most 64 characters. */
  readonly memo?: string;
  /** A kind of transaction agreed with DANA (`merchantTransType`); at most 64 characters. */
  readonly transactionType?: string;
  /** More about the order, as agreed with DANA: JSON, at most 4096 characters. Text, so that a repeat is the same bytes. */
  readonly orderExtendInfo?: string;
  /** More about the payment, as agreed with DANA: JSON, at most 4096 characters. */
  readonly extendInfo?: string;
}
