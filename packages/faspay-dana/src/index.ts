/**
 * Bayar adapter for DANA through Faspay (Debit API).
 *
 * @module
 */
export { faspayDana, type FaspayDana } from './faspay-dana.ts';
export { faspayDanaConfig, type FaspayDanaConfig } from './settings.ts';
export type { FaspayDanaExtra } from './operations/create-payment.ts';
export type { AmountUnit } from './amount.ts';
export type { BillNumberStyle } from './bill-number.ts';
