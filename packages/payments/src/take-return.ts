import { inquire } from './inquire.ts';
import { isOpen } from './settled.ts';
import type { Office } from './office.ts';
import { deliverAfter } from './outbox.ts';
import type { PaymentRecord } from './record.ts';

/** A customer is waiting in front of a browser. */
const RETURN_INQUIRY_MS = 5_000;

/**
 * Sends a browser that came back on to the merchant's page. Coming back proves nothing: the payment is inquired about,
 * and whatever comes of that, the customer goes on.
 */
export async function takeReturn(office: Office, record: PaymentRecord | undefined): Promise<Response> {
  if (record === undefined || record.returnUrl === '')
    return new Response('This payment is not known here.', { status: 404 });
  // Once it is known how it ended, coming back again asks nothing more of the acquirer.
  if (isOpen(record.payment.status)) await inquireIfPossible(office, record);
  await deliverAfter(office, record.reference);
  const headers = { location: record.returnUrl, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
  return new Response(null, { status: 303, headers });
}

async function inquireIfPossible(office: Office, record: PaymentRecord): Promise<void> {
  try {
    await inquire(office, record, { deadlineMs: RETURN_INQUIRY_MS });
  } catch (error) {
    office.reportLedger(error, record.reference);
  }
}
