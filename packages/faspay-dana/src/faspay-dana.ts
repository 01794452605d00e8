import type { Cancels, Gateway, ListsMethods } from '@bayar/core';
import {
  cancelsPayments,
  createExchange,
  createsPayments,
  listsMethods,
  readSettings,
  readsPayments,
  resolveRuntime,
  type Desk,
} from '@bayar/core/kit';
import { billNumbers } from './bill-number.ts';
import { ID } from './id.ts';
import { limitsOf, needs, traits } from './limits.ts';
import { notificationRoute } from './notification.ts';
import { cancelTransaction } from './operations/cancel-payment.ts';
import { postData } from './operations/create-payment.ts';
import type { FaspayDanaExtra } from './operations/extra.ts';
import { inquireStatus } from './operations/get-payment.ts';
import { inquireChannels } from './operations/list-methods.ts';
import { createProtocol } from './protocol.ts';
import { returnRoute } from './return-url.ts';
import type { FaspayDanaRuntime } from './runtime.ts';
import { faspayDanaConfig, type FaspayDanaConfig } from './settings.ts';
import { createSignatures } from './signature.ts';

/**
 * DANA through Faspay. It cancels what is unpaid; it cannot refund, which Faspay's support does by hand.
 *
 * A payment whose creation was not answered cannot be asked about, since Faspay finds payments by its own transaction id:
 * `getPayment` and `cancelPayment` then send nothing and say what to do. Look such a bill up on the Faspay merchant page, or
 * let it expire, before the order is paid under another reference.
 */
export interface FaspayDana extends Gateway<typeof ID, 'customer', FaspayDanaExtra>, Cancels, ListsMethods {}

/**
 * DANA through Faspay's Debit API, for one merchant account.
 *
 * Register two addresses on the Faspay merchant page (Developer Settings): the notification and the return URL.
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
export function faspayDana(config: FaspayDanaConfig, runtime: FaspayDanaRuntime = {}): FaspayDana {
  const settings = readSettings(faspayDanaConfig, config, ID);
  const resolved = resolveRuntime(runtime);
  const bills = billNumbers(settings.billNumber);
  const signatures = createSignatures(settings);
  const limits = limitsOf(bills);
  const protocol = createProtocol(signatures);
  const exchange = createExchange({ protocol, baseUrl: settings.baseUrl, runtime: resolved });
  const desk: Desk = { id: ID, needs, limits, exchange, runtime: resolved };
  const gateway: FaspayDana = {
    id: ID,
    needs,
    limits,
    traits,
    createPayment: createsPayments(desk, postData(settings, bills)),
    getPayment: readsPayments(desk, inquireStatus(settings)),
    cancelPayment: cancelsPayments(desk, cancelTransaction(settings)),
    listMethods: listsMethods(desk, inquireChannels(settings)),
    inbound: Object.freeze([
      notificationRoute({ settings, bills, signatures, clock: resolved.clock, formats: runtime.messageFormats }),
      returnRoute({ settings, bills, signatures }),
    ]),
  };
  return Object.freeze(gateway);
}
