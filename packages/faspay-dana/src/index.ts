/**
 * Bayar adapter for DANA through Faspay (Debit API).
 *
 * @module
 */
export { faspayDana, faspayDana as adapter, type FaspayDana } from './faspay-dana.ts';
export type { FaspayDanaRuntime } from './runtime.ts';
export { faspayDanaConfig, type FaspayDanaConfig, type NotificationSources } from './settings.ts';
export type { FaspayAddressExtra, FaspayDanaExtra, FaspayTerminal } from './operations/extra.ts';
export type { AmountUnit } from './amount.ts';
export type { BillNumberStyle } from './bill-number.ts';
export type { MessageFormat } from './message-format.ts';
