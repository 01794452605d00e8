import { orderRows } from '../uat/payment-gateway-orders.ts';
import type { UatSection } from '../uat/row.ts';
import { accountRows } from './uat-account-rows.ts';
import { queryRows, reversalRows } from './uat-order-rows.ts';
import { paymentRows } from './uat-payment-rows.ts';

/** DANA runs these through the Payment Gateway for both of its products. */
const notificationRows = orderRows.filter(({ id }) => id.endsWith('Notify'));

/** DANA's acceptance list for the Widget: DANA reference §7.2. */
export const widgetSection: UatSection = {
  product: 'Widget',
  rows: [
    ...paymentRows,
    ...notificationRows,
    ...accountRows,
    ...queryRows,
    ...reversalRows,
    { id: 'balanceInquiry failures', reason: 'placeholders DANA skips itself: the requests are not filled in' },
    { id: 'TransactionList', reason: 'placeholders DANA skips itself, of a call none of its libraries has' },
  ],
  counts: { rows: 40, run: 38 },
};
