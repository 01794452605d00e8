/**
 * Bayar's adapter for DANA itself.
 *
 * @module
 */
export { danaDirect, type DanaDirect } from './dana-direct.ts';
export { danaDirectConfig, type DanaDirectConfig } from './settings.ts';
export type { DanaDirectExtra } from './outlet.ts';
export { danaSandboxPublicKey } from './sandbox-key.ts';
