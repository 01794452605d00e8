import { accounts } from './uat-account-rows.ts';
import { notifications } from './uat-notification-rows.ts';
import { endings, queries } from './uat-order-rows.ts';
import { payments } from './uat-payment-rows.ts';
import type { UatRow, UnrunRow } from './uat-row.ts';

/** The Widget's rows (DANA reference: Widget acceptance tests). */
export const widgetRows: readonly UatRow[] = [...payments, ...notifications, ...accounts, ...queries, ...endings];

/** The Widget's rows that hold nothing to run. */
export const unrunWidgetRows: readonly UnrunRow[] = [
  { id: 'balanceInquiry failures', why: 'placeholders DANA skips itself: the request is not filled in' },
  { id: 'TransactionList', why: 'placeholders DANA skips itself, of a call no library of DANA has' },
];
