import { createRequire } from 'node:module';
import { vi } from 'vitest';

/** What these tests use of `doku-nodejs-library` 1.0.52, which has no types. */
export interface OfficialLibrary {
  readonly tokenB2B: string;
  readonly doPaymentJumpApp: (request: unknown, ipAddress: string, deviceId: string) => Promise<unknown>;
  readonly doCheckStatus: (request: unknown) => Promise<unknown>;
  readonly doRefund: (request: unknown, authCode: string, ipAddress: string, deviceId: string) => Promise<unknown>;
  validateSignatureAndGenerateToken(request: { get(name: string): string | null }): {
    header: Record<string, string>;
    body: Record<string, unknown>;
  };
  /** The token's claims, or false. */
  readonly validateTokenB2B: (authorization: string) => unknown;
}

type Dto = new (...fields: readonly unknown[]) => object;

interface Options {
  readonly isProduction: boolean;
  readonly privateKey: string;
  readonly clientID: string;
  readonly publicKey: string;
  readonly dokuPublicKey: string;
  readonly issuer: string;
  readonly secretKey: string;
}

const require = createRequire(import.meta.url);

const library: { Snap: new (options: Options) => OfficialLibrary } = require('doku-nodejs-library');
const config: { getBaseUrl: () => string } = require('doku-nodejs-library/_commons/config');

export const PaymentRequest: Dto = require('doku-nodejs-library/_models/paymentJumpAppRequestDTO');
export const StatusRequest: Dto = require('doku-nodejs-library/_models/checkStatusDirectDebitRequestDTO');
export const RefundRequest: Dto = require('doku-nodejs-library/_models/refundRequestDTO');

/** The library pointed at a port, once the token its constructor asks for has arrived. */
export async function openLibrary(baseUrl: string, options: Options): Promise<OfficialLibrary> {
  config.getBaseUrl = () => baseUrl;
  const snap = new library.Snap(options);
  await vi.waitUntil(() => snap.tokenB2B !== '', { interval: 2 });
  return snap;
}
