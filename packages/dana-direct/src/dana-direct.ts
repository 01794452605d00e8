import type { CallOptions, Cancels, Gateway, ListsMethods, Outcome, PaymentRef, Refund } from '@bayar/core';
import {
  cancelsPayments,
  createExchange,
  listsMethods,
  readSettings,
  readsPayments,
  refundsPayments,
  resolveRuntime,
  type Desk,
  type Runtime,
} from '@bayar/core/kit';
import type { DanaDirectExtra } from './extra.ts';
import { DANA_DIRECT } from './id.ts';
import { danaLimits, danaTraits } from './limits.ts';
import { finishNotify } from './notification.ts';
import { createsOrders } from './payment-gateway/create-payment.ts';
import { cancelOrder } from './payment-gateway/operations/cancel-order.ts';
import { consultPay } from './payment-gateway/operations/consult-pay.ts';
import { queryPayment } from './payment-gateway/operations/query-payment.ts';
import { refundOrder } from './payment-gateway/operations/refund-order.ts';
import type { DanaRefund } from './payment-gateway/refund-options.ts';
import { danaProtocol } from './protocol.ts';
import { danaDirectConfig, type DanaDirectConfig } from './settings.ts';

/** DANA, without anyone in between: its payment gateway, on DANA's own checkout page or by a method of the merchant's choice. */
export interface DanaDirect extends Gateway<'dana-direct', never, DanaDirectExtra>, Cancels, ListsMethods {
  /** Gives money back: wholly, in part, several times where the agreement allows it. */
  readonly refundPayment: (ref: PaymentRef, request: DanaRefund, options?: CallOptions) => Promise<Outcome<Refund>>;
}

/**
 * A gateway to one merchant account at DANA. Nothing is sent before the first call.
 *
 * @param config - The account: plain data.
 * @param runtime - Network, time and chance, for those who bring their own.
 * @throws ConfigError listing every problem of the configuration at once.
 *
 * @example
 * ```ts
 * const dana = danaDirect({
 *   environment: 'sandbox',
 *   clientId: '2026010112345678901234',
 *   merchantId: '216620000000000000001',
 *   privateKey: secrets.danaPrivateKey,
 *   danaPublicKeys: danaSandboxPublicKey,
 *   mcc: '5732',
 * });
 * ```
 *
 * Source: {@link https://dashboard.dana.id/api-docs-v2/api/payment-gateway/overview | DANA reference: Payment Gateway}.
 */
export function danaDirect(config: DanaDirectConfig, runtime?: Runtime): DanaDirect {
  const settings = readSettings(danaDirectConfig, config, DANA_DIRECT);
  const resolved = resolveRuntime(runtime);
  const protocol = danaProtocol(settings, resolved);
  const exchange = createExchange({ protocol, baseUrl: settings.baseUrl, runtime: resolved });
  const limits = danaLimits[settings.environment];
  const desk: Desk = { id: DANA_DIRECT, needs: [], limits, exchange, runtime: resolved };
  return Object.freeze<DanaDirect>({
    id: DANA_DIRECT,
    needs: Object.freeze([]),
    limits,
    traits: danaTraits,
    createPayment: createsOrders(desk, settings),
    getPayment: readsPayments(desk, queryPayment(settings)),
    listMethods: listsMethods(desk, consultPay(settings)),
    cancelPayment: cancelsPayments(desk, cancelOrder(settings)),
    refundPayment: refundsPayments(desk, refundOrder(settings)),
    inbound: Object.freeze([finishNotify(settings, resolved.clock)]),
  });
}
