import type { Customer, Half } from '../half.ts';
import type { Forge, Forgery } from './forgery.ts';
import type { NotificationMembers } from './notification.ts';
import type { FaspayRegistration } from './registration.ts';
import type { TestVerdict } from './save-and-test.ts';
import type { FaspayCredentials } from './settings.ts';
import type { FaspayState } from './state.ts';

/** The customer in front of Faspay's page; references are bill numbers or transaction ids. */
export interface FaspayCustomer extends Customer {
  /** Goes back to the shop without paying. */
  abandon(reference: string): Promise<{ returnTo: string }>;
}

/** The Faspay sandbox. */
export interface FaspaySandbox extends Half<FaspayCredentials> {
  readonly customer: FaspayCustomer;
  /** Enters the merchant's URLs, as on Faspay's merchant page. */
  readonly register: (entered: FaspayRegistration) => void;
  readonly registered: () => FaspayRegistration | undefined;
  /** What survives a restart. */
  readonly state: () => FaspayState;
  /** The merchant page's button next to the notification URL. */
  readonly saveAndTest: () => Promise<TestVerdict>;
  /** The merchant page's button next to a transaction: notifies once more. */
  readonly resend: (reference: string) => void;
  /** Shows an unprocessed bill as in process (status 1); it can still be paid, cancelled and expire. */
  readonly process: (reference: string) => void;
  /** Gives the customer's money back by hand: Faspay has no refund call for DANA. */
  readonly reverse: (reference: string) => void;
  /** Notifications a merchant must survive, built and not sent. */
  readonly forge: Forge;
  /** The same, sent once, now. */
  readonly send: (forgery: Forgery, reference: string, changes?: NotificationMembers) => void;
}
