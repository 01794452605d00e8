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
export {
  AcquirementStatus,
  ActorType,
  GrantType,
  OrderTerminalType,
  PayMethod,
  PayOption,
  PromoType,
  ResourceType,
  ResultStatus,
  Scenario,
  ServiceScenario,
  ServiceType,
  SourcePlatform,
  TerminalType,
  Type,
} from './vocabulary.ts';
