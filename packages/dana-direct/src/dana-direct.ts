import type { Gateway, ListsMethods } from '@bayar/core';
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
import { DANA_DIRECT } from './id.ts';
import { danaLimits, danaTraits } from './limits.ts';
import { finishNotify } from './notification.ts';
import { createsOrders } from './payment-gateway/create-payment.ts';
import { cancelOrder } from './payment-gateway/operations/cancel-order.ts';
import { consultPay } from './payment-gateway/operations/consult-pay.ts';
import { queryPayment } from './payment-gateway/operations/query-payment.ts';
import { refundOrder } from './payment-gateway/operations/refund-order.ts';
import { danaProtocol } from './protocol.ts';
import { danaDirectConfig, type DanaDirectConfig } from './settings.ts';
import { danaAccounts } from './widget/accounts.ts';
import type { BindsAccounts } from './widget/binds-accounts.ts';
import { withWidget, type DanaCalls, type DanaExtra } from './widget/by-product.ts';

/** DANA, without anyone in between: its Payment Gateway, and its Widget for customers who let the merchant act for them. */
export interface DanaDirect
  extends Gateway<'dana-direct', never, DanaExtra>, DanaCalls<DanaExtra>, ListsMethods, BindsAccounts {}

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
  const accounts = danaAccounts(settings, desk);
  return Object.freeze<DanaDirect>({
    id: DANA_DIRECT,
    needs: Object.freeze([]),
    limits,
    traits: danaTraits,
    ...withWidget(settings, desk, {
      createPayment: createsOrders(desk, settings),
      getPayment: readsPayments(desk, queryPayment(settings)),
      cancelPayment: cancelsPayments(desk, cancelOrder(settings)),
      refundPayment: refundsPayments(desk, refundOrder(settings)),
    }),
    listMethods: listsMethods(desk, consultPay(settings)),
    ...accounts.calls,
    inbound: Object.freeze([finishNotify(settings, resolved.clock), accounts.inbound]),
  });
}
