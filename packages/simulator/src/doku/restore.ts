import { withoutRetries } from '../courier.ts';
import type { AccessTokens } from './access-token.ts';
import type { PaymentDesk } from './create-payment.ts';
import type { DokuAccount } from './credentials.ts';
import type { Notifier } from './notifier.ts';
import { settleRefund } from './refund-payment.ts';
import type { DokuState } from './state.ts';

/** The half as plain data. */
export function stateOf(
  { register }: PaymentDesk,
  account: DokuAccount,
  notifier: Notifier,
  tokens: AccessTokens,
): DokuState {
  const endpoints = notifier.registered();
  return {
    account: account.settings,
    ...(endpoints && { endpoints }),
    tokens: tokens.state(),
    records: register.all(),
  };
}

/** Takes in what an earlier run left; expiries and refunds under way go on. */
export function restore(desk: PaymentDesk, notifier: Notifier, { endpoints, records }: DokuState): void {
  if (endpoints) notifier.register(endpoints);
  for (const known of records) {
    const record = { ...known, deliveries: withoutRetries(known.deliveries) };
    desk.register.add(record, desk.lifecycle.begin(record));
    for (const refund of record.refunds) if (refund.status === '03') settleRefund(desk, record, refund);
  }
}
