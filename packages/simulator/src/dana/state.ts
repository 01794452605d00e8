import type { RsaKeyPair } from '../key-pair.ts';
import type { CustomerAccountsState } from './customer-accounts.ts';
import type { Order } from './order.ts';

/** What the DANA half keeps across a restart. */
export interface DanaState {
  readonly account: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly merchantId: string;
    readonly merchantKeys: RsaKeyPair;
    readonly danaKeys: RsaKeyPair;
  };
  readonly orders: readonly Order[];
  readonly customers: CustomerAccountsState;
}
