/**
 * Bayar's adapter for DANA itself.
 *
 * @module
 */
export { danaDirect, danaDirect as adapter, type DanaDirect } from './dana-direct.ts';
export { danaDirectConfig, type DanaDirectConfig } from './settings.ts';
export type { DanaDirectExtra } from './extra.ts';
export type { OutletExtra } from './outlet.ts';
export type { DanaBuyer } from './order/buyer.ts';
export type { DanaEnvironment } from './order/environment.ts';
export { danaBanks, danaMethod, type ByPhone, type DanaBank, type DanaMethod } from './payment-gateway/method.ts';
export type { DanaRefund, RefundBill } from './payment-gateway/refund-options.ts';
export { DANA_CANCEL_WINDOW_MS, recheckAt } from './late-cancel.ts';
export { verifyingKey } from './verifying-key.ts';
export { danaSandboxPublicKey } from './sandbox-key.ts';
export { OrderTerminalType, PayMethod } from './vocabulary.ts';
export type { AccountDecline, AccountOutcome } from './widget/account-outcome.ts';
export { exposeBinding, restoreBinding, type Binding, type StoredBinding } from './widget/binding.ts';
export type { BindingPage, BindingRequest } from './widget/binding-url.ts';
export type { BindsAccounts } from './widget/binds-accounts.ts';
export type { BoundCheckout } from './widget/bound-checkout.ts';
export type { CustomerDevice } from './widget/customer-device.ts';
export type { Unbinding } from './widget/operations/account-unbinding.ts';
export type { Balance, BalanceAccount } from './widget/operations/balance-inquiry.ts';
export { profileResources, type Profile, type ProfileResource } from './widget/profile.ts';
export type { KnownCustomer } from './widget/seamless-data.ts';
export type { Secret } from './widget/secret.ts';
export type { DanaWidgetConfig } from './widget/settings.ts';
export type { Unbound, UnboundHandler } from './widget/unbind-notify.ts';
export type { DanaWidgetExtra } from './widget/widget-extra.ts';
