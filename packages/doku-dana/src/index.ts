/**
 * The DANA e-wallet through DOKU.
 *
 * @module
 */
export { dokuDana, dokuDana as adapter, type DokuDana, type DokuDanaRuntime } from './doku-dana.ts';
export { dokuDanaConfig, type DokuDanaConfig } from './settings.ts';
export type { DokuDanaExtra } from './operations/create-payment.ts';
