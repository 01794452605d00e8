import type { Context } from '../context.ts';
import type { Bill } from './bill.ts';
import { notificationOf, notificationRequest, readAcknowledgement } from './notification.ts';
import type { Registration } from './registration.ts';
import type { FaspayOptions } from './settings.ts';

/** What the merchant page says about the registered URL. */
export interface TestVerdict {
  /** Whether the answer was HTTP 200 and an acknowledgement of this very notification, whatever its code. */
  readonly valid: boolean;
  readonly httpStatus?: number;
  readonly responseCode?: string;
}

/** Sends a signed notification about a bill nobody posted. The merchant may well answer that it does not know it. */
export async function saveAndTest(
  context: Context,
  options: FaspayOptions,
  registration: Registration,
): Promise<TestVerdict> {
  const registered = registration.current();
  if (!registered) return { valid: false };
  const bill = testBill(context.clock.now(), options);
  const request = notificationRequest(
    registered.notificationUrl,
    registered.format,
    notificationOf(bill, '2', options),
  );
  try {
    const response = await context.send(request);
    const answer = readAcknowledgement(await response.text(), registered.format);
    const echoes = answer?.trxId === bill.trxId && answer.billNo === bill.billNo && answer.responseCode !== '';
    return {
      valid: response.status === 200 && echoes,
      httpStatus: response.status,
      ...(answer && { responseCode: answer.responseCode }),
    };
  } catch {
    return { valid: false };
  }
}

function testBill(now: number, { merchantId }: FaspayOptions): Bill {
  return {
    trxId: `${merchantId}81900000000`,
    billNo: 'SAVE-AND-TEST',
    billReference: 'SAVE-AND-TEST',
    channel: '819',
    amount: 1_000_000,
    description: 'Notification test',
    customerName: 'Faspay',
    items: [],
    signature: '',
    createdAt: now,
    expiresAt: now,
    status: '2',
    charges: 0,
    payment: { reference: '57910067322', at: now },
    deliveries: [],
  };
}
