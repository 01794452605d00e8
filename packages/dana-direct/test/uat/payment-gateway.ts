import { orderRows } from './payment-gateway-orders.ts';
import { questionRows } from './payment-gateway-questions.ts';
import { reversalRows } from './payment-gateway-reversals.ts';
import type { UatSection } from './row.ts';

/** DANA's acceptance list for the Payment Gateway: DANA reference §7.1. */
export const paymentGateway: UatSection = {
  product: 'Payment Gateway',
  rows: [...orderRows, ...questionRows, ...reversalRows],
  counts: { rows: 51, run: 51 },
};
