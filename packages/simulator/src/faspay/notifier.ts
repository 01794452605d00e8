import type { Context } from '../context.ts';
import type { DeliveryAttempt } from '../courier.ts';
import type { Bill } from './bill.ts';
import { notificationOf, notificationRequest, readAcknowledgement } from './notification.ts';
import type { NotificationMembers } from './notification.ts';
import type { Registration, Registered } from './registration.ts';
import type { FaspayOptions } from './settings.ts';

/** Tells the merchant about its bills. */
export interface Notifier {
  /** Notifies and repeats, if this status is one Faspay notifies. */
  readonly statusChanged: (bill: Bill) => void;
  /** Sends once more what the status is now, as the merchant page's button does. Not repeated. */
  readonly resend: (bill: Bill) => void;
  /** Sends other members than the bill's own, once. */
  readonly send: (bill: Bill, members: NotificationMembers) => void;
}

/** A notifier that delivers to whatever is registered when the status changes. */
export function createNotifier(context: Context, options: FaspayOptions, registration: Registration): Notifier {
  function deliver(
    bill: Bill,
    // Repetitions say what was true at the change, even when the bill has moved on since.
    members: NotificationMembers,
    retryAfterMs: readonly number[],
    delayMs?: number,
  ): void {
    const registered = registration.current();
    if (!registered) {
      context.record({ type: 'notification-not-registered', reference: bill.billNo, detail: { status: bill.status } });
      return;
    }
    context.courier.deliver({
      reference: bill.billNo,
      build: (): Promise<Request> =>
        Promise.resolve(notificationRequest(registered.notificationUrl, registered.format, members)),
      acknowledged: (response) => isAcknowledged(response, bill, registered),
      retryAfterMs,
      ...(delayMs !== undefined && { delayMs }),
      attempted: (attempt) => keep(context, bill, attempt),
    });
  }

  const current = (bill: Bill) => notificationOf(bill, bill.status, options);

  return {
    statusChanged(bill) {
      if (options.notifiedStatuses.includes(bill.status))
        deliver(bill, current(bill), options.notifyRetryAfterMs, options.notifyDelayMs);
    },
    resend: (bill) => deliver(bill, current(bill), []),
    send: (bill, members) => deliver(bill, members, []),
  };
}

/** HTTP 200, code 00, and the same transaction and bill: anything less is repeated. */
async function isAcknowledged(response: Response, bill: Bill, { format }: Registered): Promise<boolean> {
  if (response.status !== 200) return false;
  const answer = readAcknowledgement(await response.text(), format);
  return answer?.responseCode === '00' && answer.trxId === bill.trxId && answer.billNo === bill.billNo;
}

function keep(context: Context, bill: Bill, attempt: DeliveryAttempt): void {
  bill.deliveries.push(attempt);
  const detail = { trxId: bill.trxId, verdict: attempt.verdict, httpStatus: attempt.response?.status };
  context.record({ type: 'notification-attempted', reference: bill.billNo, detail, delivery: attempt });
}
