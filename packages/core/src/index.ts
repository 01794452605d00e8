export { formatMoney, isWholeRupiah, money, parseMoney, rupiah, sameMoney } from './money.ts';
export type { Currency, Minor, Money } from './money.ts';
export type { NextAction, Payment, PaymentRef, PaymentStatus } from './payment.ts';
export type { CreateRefund, Refund, RefundStatus } from './refund.ts';
export type { Address, CreatePayment, Customer, Device, Item, Need, Needing } from './create-payment.ts';
export type {
  Decline,
  DeclineReason,
  Doubt,
  InDoubt,
  Inquiry,
  Issue,
  NotSent,
  Outcome,
  PaymentInquiry,
  Reading,
  RefundInquiry,
} from './outcome.ts';
export type {
  CallOptions,
  Cancels,
  Capabilities,
  Capability,
  CreateOptions,
  Gateway,
  Limits,
  ListsMethods,
  Method,
  ReadsRefunds,
  Refunds,
  Traits,
} from './gateway.ts';
export type { InboundMessage, InboundRoute, Notification, Received, Refusal, Reply, Verdict } from './inbound.ts';
export { ConfigError } from './errors/config-error.ts';
export { UsageError } from './errors/usage-error.ts';
export { reveal } from './reveal.ts';
