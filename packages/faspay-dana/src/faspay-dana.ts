import type { Cancels, Gateway } from '@bayar/core';
import {
  cancelsPayments,
  createExchange,
  createsPayments,
  readSettings,
  readsPayments,
  resolveRuntime,
  type Desk,
  type Runtime,
} from '@bayar/core/kit';
import { billNumbers } from './bill-number.ts';
import { ID } from './id.ts';
import { limitsOf, traits } from './limits.ts';
import { notificationRoute } from './notification.ts';
import { cancelTransaction } from './operations/cancel-payment.ts';
import { postData, type FaspayDanaExtra } from './operations/create-payment.ts';
import { inquireStatus } from './operations/get-payment.ts';
import { createProtocol } from './protocol.ts';
import { returnRoute } from './return-url.ts';
import { faspayDanaConfig, type FaspayDanaConfig } from './settings.ts';
import { createSignatures } from './signature.ts';

/**
 * DANA through Faspay. It cancels what is unpaid. It cannot refund: Faspay has no call for it, and its support does it by
 * hand.
 *
 * A payment whose creation was not answered cannot be asked about, since Faspay finds payments by its own transaction id:
 * `getPayment` and `cancelPayment` then send nothing and say what to do. Let such a bill expire, or wait for its
 * notification, before the order is paid under another reference.
 */
export interface FaspayDana extends Gateway<typeof ID, 'customer', FaspayDanaExtra>, Cancels {}

const needs = Object.freeze(['customer'] as const);

/**
 * DANA through Faspay's Debit API, for one merchant account.
 *
 * Register two addresses on the Faspay merchant page (Developer Settings): the notification, in JSON, and the return URL.
 *
 * @example
 * ```ts
 * const faspay = faspayDana({
 *   environment: 'sandbox',
 *   merchantId: '99999',
 *   merchantName: 'Kopi Store',
 *   userId: 'bot99999',
 *   password: secrets.faspayPassword,
 * });
 * const outcome = await faspay.createPayment({ reference: 'INV-1', amount: rupiah(25_000), title: 'Kopi', returnUrl, customer });
 * ```
 *
 * @throws ConfigError listing everything that is wrong with the configuration.
 */
export function faspayDana(config: FaspayDanaConfig, runtime?: Runtime): FaspayDana {
  const settings = readSettings(faspayDanaConfig, config, ID);
  const resolved = resolveRuntime(runtime);
  const bills = billNumbers(settings.billNumber);
  const signatures = createSignatures(settings);
  const limits = limitsOf(bills);
  const exchange = createExchange({
    protocol: createProtocol(signatures),
    baseUrl: settings.baseUrl,
    runtime: resolved,
  });
  const desk: Desk = { id: ID, needs, limits, exchange, runtime: resolved };
  const gateway: FaspayDana = {
    id: ID,
    needs,
    limits,
    traits,
    createPayment: createsPayments(desk, postData(settings, bills)),
    getPayment: readsPayments(desk, inquireStatus(settings)),
    cancelPayment: cancelsPayments(desk, cancelTransaction(settings)),
    inbound: Object.freeze([
      notificationRoute({ settings, bills, signatures, clock: resolved.clock }),
      returnRoute({ settings, bills, signatures }),
    ]),
  };
  return Object.freeze(gateway);
}
