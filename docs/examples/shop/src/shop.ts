import type { Payments } from '@bayar/payments';
import type { Orders } from './orders.ts';

/** What the shop works with. */
export interface Shop {
  readonly payments: Payments;
  readonly orders: Orders;
  /** The configured name new payments go to. Changing this string is how the shop moves to another acquirer. */
  readonly settings: { active: string };
  /** Where acquirers and browsers reach `payments.handler`: `https://shop.example/pay`. */
  readonly publicUrl: string;
  /** The shop's own address: `https://shop.example`. */
  readonly origin: string;
}
