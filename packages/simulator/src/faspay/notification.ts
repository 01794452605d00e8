import { formatAmount } from './amount.ts';
import type { Bill } from './bill.ts';
import { channelName } from './channel-inquiry.ts';
import { formatJakarta } from './jakarta-time.ts';
import { parseMessage, textAt } from './message.ts';
import { statusMembers } from './payment-status.ts';
import type { PaymentStatusCode } from './payment-status.ts';
import type { FaspayOptions } from './settings.ts';
import { sign } from './signature.ts';
import { formatXml, parseXml } from './xml.ts';

/** The format the merchant picked next to its notification URL. */
export type NotificationFormat = 'json' | 'xml';

/** The members of a notification. Genuine ones are texts throughout. */
export type NotificationMembers = Readonly<Record<string, string | number>>;

/** What Faspay says about a bill: number and status are signed, amount, transaction and channel are not. */
export function notificationOf(bill: Bill, status: PaymentStatusCode, options: FaspayOptions): Record<string, string> {
  const total = formatAmount(bill.amount, options.notificationAmountUnit);
  const { payment } = bill;
  return {
    request: 'Payment Notification',
    trx_id: bill.trxId,
    merchant_id: options.merchantId,
    merchant: options.merchantName,
    bill_no: bill.billNo,
    payment_reff: payment?.reference ?? options.absentPaymentReference,
    payment_date: payment ? formatJakarta(payment.at) : '',
    ...statusMembers(status, options.language),
    bill_total: total,
    payment_total: payment ? total : '0',
    payment_channel_uid: bill.channel,
    payment_channel: channelName(bill.channel),
    signature: sign(options, bill.billNo, status),
  };
}

/** The POST that carries a notification. Its text can be changed on the way. */
export function notificationRequest(
  url: string,
  format: NotificationFormat,
  members: NotificationMembers,
  change: (text: string) => string = (text) => text,
): Request {
  const texts = Object.fromEntries(Object.entries(members).map(([name, value]) => [name, String(value)]));
  const body = format === 'xml' ? formatXml(texts) : JSON.stringify(members).replaceAll('/', '\\/');
  const contentType = format === 'xml' ? 'text/xml' : 'application/json';
  return new Request(url, { method: 'POST', headers: { 'content-type': contentType }, body: change(body) });
}

/** What the merchant's answer says, read in the format of the notification; undefined where it cannot be read. */
export function readAcknowledgement(
  body: string,
  format: NotificationFormat,
): { readonly trxId: string; readonly billNo: string; readonly responseCode: string } | undefined {
  const members = format === 'xml' ? parseXml(body) : parseMessage(body);
  if (!members) return undefined;
  return {
    trxId: textAt(members, 'trx_id'),
    billNo: textAt(members, 'bill_no'),
    responseCode: textAt(members, 'response_code'),
  };
}
