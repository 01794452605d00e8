import type { Bill } from './bill.ts';
import type { FaspayRegistration } from './registration.ts';
import type { FaspayCredentials } from './settings.ts';

/** What the Faspay half keeps across a restart. */
export interface FaspayState {
  readonly account: FaspayCredentials;
  readonly registration?: FaspayRegistration;
  readonly bills: readonly Bill[];
  /** How many bills were ever posted: transactions are numbered on from here. */
  readonly posted: number;
}
