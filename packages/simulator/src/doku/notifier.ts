import type { Context } from '../context.ts';
import type { Delivery } from '../courier.ts';
import type { DokuAccount } from './credentials.ts';
import { jokulBody, jokulRequest } from './jokul-notification.ts';
import { createMerchantTokens } from './merchant-tokens.ts';
import { notificationBody } from './notification-body.ts';
import type { NotificationOptions } from './notification-options.ts';
import { notificationRequest } from './notification-request.ts';
import type { PaymentRecord } from './payment-record.ts';

/** The merchant's two inbound URLs, as registered with DOKU. Their paths are what notifications are signed for. */
export interface DokuEndpoints {
  readonly tokenUrl: string;
  readonly notificationUrl: string;
}

/** Tells the merchant what became of a payment. */
export interface Notifier {
  readonly register: (endpoints: DokuEndpoints) => void;
  readonly registered: () => DokuEndpoints | undefined;
  /** Sends the payment's status now. Without registered URLs nothing is sent. */
  readonly notify: (record: PaymentRecord, options: NotificationOptions) => void;
}

const minute = 60_000;
const hour = 60 * minute;

/** DOKU repeats 30 minutes, 6 hours and 12 hours after the first attempt; these are the waits in between. */
const retryAfterMs = [30 * minute, 6 * hour - 30 * minute, 6 * hour];

/** A notifier that knows no URLs yet. */
export function createNotifier(context: Context, account: DokuAccount): Notifier {
  const tokens = createMerchantTokens(context, account);
  let endpoints: DokuEndpoints | undefined;

  /** Both steps of the SNAP notification. */
  function snap(record: PaymentRecord, to: DokuEndpoints, options: NotificationOptions): Delivery['build'] {
    const body = notificationBody(record, options);
    const externalId = context.random.digits(20);
    const deviceId = record.deviceId ?? context.random.alphanumeric(16);
    return async (now) => {
      const merchantToken = await tokens.obtain(to.tokenUrl, options.merchantToken ?? 'fresh');
      const unsigned = { url: to.notificationUrl, merchantToken, externalId, deviceId, body, now };
      return notificationRequest(account, unsigned, options);
    };
  }

  function delivery(record: PaymentRecord, to: DokuEndpoints, options: NotificationOptions): Delivery {
    const { reference } = record.request;
    return {
      reference,
      build: options.format === 'jokul' ? jokul(context, account, record, to, options) : snap(record, to, options),
      acknowledged: (response) => Promise.resolve(response.ok),
      retryAfterMs,
      ...(options.delayMs === undefined ? {} : { delayMs: options.delayMs }),
      attempted(attempt) {
        record.deliveries.push(attempt);
        const detail = { verdict: attempt.verdict };
        context.record({ reference, type: 'notification-attempted', detail, delivery: attempt });
      },
    };
  }

  return {
    registered: () => endpoints,
    register(given) {
      endpoints = given;
      recordRegistration(context, given);
    },
    notify(record, options) {
      if (!endpoints) recordSilence(context, record);
      const one = endpoints && delivery(record, endpoints, options);
      for (let copy = 0; one && copy < (options.copies ?? 1); copy++) context.courier.deliver(one);
    },
  };
}

/** The one step of DOKU's older notification. */
function jokul(
  context: Context,
  account: DokuAccount,
  record: PaymentRecord,
  { notificationUrl: url }: DokuEndpoints,
  options: NotificationOptions,
): Delivery['build'] {
  const body = jokulBody(record, options, context.clock.now());
  const requestId = context.random.hex(32);
  return async (now) => jokulRequest(account, { url, requestId, body, now }, options);
}

function recordSilence(context: Context, { request }: PaymentRecord): void {
  context.record({ type: 'notification-not-registered', reference: request.reference, detail: {} });
}

function recordRegistration(context: Context, given: DokuEndpoints): void {
  context.record({ type: 'endpoints-registered', detail: { ...given } });
  for (const url of [given.tokenUrl, given.notificationUrl]) warnAboutTunnel(context, url);
}

/** DOKU prohibits ngrok; here it is only said. */
function warnAboutTunnel(context: Context, url: string): void {
  if (/(^|\.)ngrok[.-]/.test(new URL(url).hostname)) context.record({ type: 'prohibited-host', detail: { url } });
}
