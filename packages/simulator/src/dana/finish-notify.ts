import type { Context } from '../context.ts';
import { notificationBody } from './notification-body.ts';
import type { NotificationOverrides } from './notification-body.ts';
import type { Order } from './order.ts';
import type { DanaOptions } from './settings.ts';
import { notificationRequest, notificationSignature } from './signed-notification.ts';

/** Tells the merchant that an order is finished (DANA reference §6). */
export interface FinishNotifier {
  /** As DANA does of its own accord: repeated until acknowledged. */
  readonly finished: (order: Order) => void;
  /** Once more, now, possibly wrong. Not repeated. */
  readonly send: (order: Order, overrides: NotificationOverrides) => void;
}

/** A notifier that delivers through the courier. */
export function createFinishNotifier(context: Context, options: DanaOptions): FinishNotifier {
  function deliver(order: Order, overrides: NotificationOverrides, retryAfterMs: readonly number[]): void {
    const { notifyUrl } = order;
    if (notifyUrl === undefined) {
      context.record({ type: 'notification-not-registered', reference: order.partnerReferenceNo, detail: {} });
      return;
    }
    const body = JSON.stringify(
      notificationBody(order, { times: options.notifyTimes, extras: options.notifyExtras, ...overrides }),
    );
    const delayMs = overrides.delayMs ?? options.notifyDelayMs;
    context.courier.deliver({
      reference: order.partnerReferenceNo,
      build: (now) => Promise.resolve(signedRequest(context, options, notifyUrl, body, now, overrides.signature)),
      acknowledged,
      retryAfterMs,
      ...(delayMs !== undefined && { delayMs }),
      attempted(attempt) {
        order.deliveries.push(attempt);
        const detail = { verdict: attempt.verdict, status: attempt.response?.status, problem: attempt.problem };
        context.record({
          type: 'notification-attempted',
          reference: order.partnerReferenceNo,
          detail,
          delivery: attempt,
        });
      },
    });
  }

  return {
    finished: (order) => deliver(order, {}, options.notifyRetryAfterMs),
    send: (order, overrides) => deliver(order, overrides, []),
  };
}

/** Signed anew for each attempt: `X-TIMESTAMP` is the time of sending (DANA reference §2.6). */
function signedRequest(
  context: Context,
  options: DanaOptions,
  url: string,
  body: string,
  now: number,
  signature: NotificationOverrides['signature'] = 'valid',
): Request {
  const unsigned = { url, body, now, clientId: options.clientId, externalId: context.random.alphanumeric(32) };
  const signedBody = signature === 'valid' ? body : `${body} `;
  const { privateKey } = options.danaKeys();
  return notificationRequest(unsigned, notificationSignature({ url, body: signedBody, now }, privateKey));
}

/** Only `2005600` ends the repetition; anything else leaves the notification pending (DANA reference §6.2). */
async function acknowledged(response: Response): Promise<boolean> {
  const answer: unknown = await response.json();
  return (
    response.status === 200 &&
    typeof answer === 'object' &&
    answer !== null &&
    'responseCode' in answer &&
    answer.responseCode === '2005600'
  );
}
