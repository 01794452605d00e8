import type { CallOptions, Payment, Reading } from '@bayar/core';
import type { AccountOutcome } from './account-outcome.ts';
import type { Binding } from './binding.ts';
import type { BindingPage, BindingRequest } from './binding-url.ts';
import type { BoundCheckout } from './bound-checkout.ts';
import type { CustomerDevice } from './customer-device.ts';
import type { Unbinding } from './operations/account-unbinding.ts';
import type { Balance } from './operations/balance-inquiry.ts';
import type { Profile, ProfileResource } from './profile.ts';
import type { UnboundHandler } from './unbind-notify.ts';

/** Customers who let the merchant act on their DANA account. No call here moves money. */
export interface BindsAccounts {
  /** Makes a page for a customer to agree on. Nothing is sent; keep `state` in the customer's session. */
  readonly bindingUrl: (request: BindingRequest) => Promise<AccountOutcome<BindingPage>>;
  /**
   * Ends what {@link BindsAccounts.bindingUrl} began: checks the state the browser came back with, and exchanges the
   * code for tokens. `unknown` may have used the code up: let the customer bind again.
   *
   * @param callback - The address the browser came to, as it came.
   * @param expected - The state kept in this customer's session.
   */
  readonly completeBinding: (
    callback: string | URL,
    expected: Pick<BindingPage, 'state'>,
    options?: CallOptions,
  ) => Promise<AccountOutcome<Binding>>;
  /** Renews the tokens. Keep what comes back instead of what was there. */
  readonly refreshBinding: (binding: Binding, options?: CallOptions) => Promise<AccountOutcome<Binding>>;
  /**
   * Makes the checkout page of a Widget payment know its customer, by a one-time token in its address. Whatever comes of
   * it, the payment stands as it was: ask again for a fresh token, or let the customer log in at `payment.next.url`.
   */
  readonly payBound: (
    payment: Payment,
    binding: Binding,
    device: CustomerDevice,
    options?: CallOptions,
  ) => Promise<AccountOutcome<BoundCheckout>>;
  /** Asks what the customer has. Ends within 3,000 ms unless told otherwise. */
  readonly getBalance: (binding: Binding, device: CustomerDevice, options?: CallOptions) => Promise<Reading<Balance>>;
  /** Asks who the customer is. Needs `widget.clientSecret`. */
  readonly queryUserProfile: (
    binding: Binding,
    resources: readonly ProfileResource[],
    options?: CallOptions,
  ) => Promise<Reading<Profile>>;
  /** Ends a binding: its tokens stop working. */
  readonly unbind: (
    binding: Binding,
    device: CustomerDevice,
    options?: CallOptions,
  ) => Promise<AccountOutcome<Unbinding>>;
  /**
   * Calls the handler when customers unbind inside DANA. Without a handler DANA is asked to tell again.
   *
   * @returns a function that stops it.
   */
  readonly onUnbound: (handler: UnboundHandler) => () => void;
}
