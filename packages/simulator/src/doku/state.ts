import type { AccessTokensState } from './access-token.ts';
import type { DokuEndpoints } from './notifier.ts';
import type { PaymentRecord } from './payment-record.ts';
import type { DokuAccountSettings } from './settings.ts';

/** What the DOKU half keeps across a restart. */
export interface DokuState {
  readonly account: Required<DokuAccountSettings>;
  readonly endpoints?: DokuEndpoints;
  readonly tokens: AccessTokensState;
  readonly records: readonly PaymentRecord[];
}
