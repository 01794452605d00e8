import type * as v from 'valibot';
import type { Gateway, ReadsRefunds, Refunds } from '@bayar/core';
import type { TokenStore } from '@bayar/bi-snap';
import {
  createExchange,
  createsPayments,
  readSettings,
  readsRefunds,
  refundsPayments,
  resolveRuntime,
  type Desk,
  type Runtime,
} from '@bayar/core/kit';
import { DOKU_DANA } from './identity.ts';
import { limits, needs, traits } from './limits.ts';
import { merchantTokens } from './merchant-token.ts';
import { notificationRoute } from './notification.ts';
import { createPayment, type DokuDanaExtra } from './operations/create-payment.ts';
import { getsPayments } from './operations/get-payment.ts';
import { getRefund } from './operations/get-refund.ts';
import { refundPayment } from './operations/refund-payment.ts';
import { dokuProtocol } from './protocol.ts';
import { dokuDanaConfig, type DokuDanaConfig } from './settings.ts';
import { tokenEndpoint } from './token-endpoint.ts';

/** DANA through DOKU: pays, inquires and refunds. DOKU documents no cancellation for DANA. */
export interface DokuDana extends Gateway<'doku-dana', 'device', DokuDanaExtra>, Refunds, ReadsRefunds {}

/** What the gateway takes from its surroundings. */
export interface DokuDanaRuntime extends Runtime {
  /**
   * Keeps DOKU's access token. Default: this process's memory. Share one between processes: DOKU may honour only the
   * latest token, so that processes with tokens of their own would refuse each other.
   */
  readonly tokenStore?: TokenStore;
}

/**
 * A gateway to the DANA e-wallet through DOKU's SNAP interface. Nothing is sent until the first call.
 *
 * @throws ConfigError listing every problem of the configuration at once.
 * @example
 * ```ts
 * const doku = dokuDana({ environment: 'sandbox', clientId, secretKey, privateKey, dokuPublicKey });
 * const outcome = await doku.createPayment({
 *   reference: 'INV-1', amount: rupiah(25_000), title: 'Kopi', returnUrl: 'https://shop.example/thanks', device: { platform: 'web' },
 * });
 * ```
 */
export function dokuDana(config: DokuDanaConfig, runtime: DokuDanaRuntime = {}): DokuDana {
  const settings = readSettings(dokuDanaConfig, config satisfies v.InferInput<typeof dokuDanaConfig>, DOKU_DANA);
  const resolved = resolveRuntime(runtime);
  const protocol = dokuProtocol(settings, resolved, runtime.tokenStore);
  const exchange = createExchange({ protocol, baseUrl: settings.baseUrl, runtime: resolved });
  const desk: Desk = { id: DOKU_DANA, needs, limits, exchange, runtime: resolved };
  const tokens = merchantTokens(settings, resolved);
  const gateway: DokuDana = {
    id: DOKU_DANA,
    needs,
    limits,
    traits,
    createPayment: createsPayments(desk, createPayment(settings)),
    getPayment: getsPayments(desk, settings),
    refundPayment: refundsPayments(desk, refundPayment),
    getRefund: readsRefunds(desk, getRefund(settings)),
    inbound: [notificationRoute(settings, tokens, resolved), tokenEndpoint(settings, tokens, resolved)],
  };
  return Object.freeze(gateway);
}
