export { createPayments } from './create-payments.ts';
export { loadPayments, type LoadOptions } from './load-payments.ts';
export type { AdapterFactory, AdapterSource, OpeningOptions } from './open-acquirer.ts';
export type { SecretReaders } from './secret-references.ts';
export type { PaymentsOptions } from './options.ts';
export type { Endpoint, Payments, Proven, RefWith } from './payments.ts';
export type { Acquirers, ExtraOf, NameOf, NamesWith, NeedsOf, PaymentOf, PaymentRequest } from './acquirers.ts';
export type {
  AlertEvent,
  AlertEventType,
  Events,
  EventHandler,
  EventType,
  Evidence,
  PaymentEvent,
  PaymentEventType,
  RefundEvent,
} from './events.ts';
export { memoryLedger } from './memory-ledger.ts';
export type { Ledger } from './ledger.ts';
export { isSettled } from './settled.ts';
export type { Claim, Fact, Outgoing, PaymentRecord, RefundRecord, StoredRequest } from './record.ts';
