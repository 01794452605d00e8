import type { AmountUnit } from './amount.ts';
import type { Language, PaymentStatusCode } from './payment-status.ts';

/** What a merchant configures to reach the Faspay sandbox. Throwaway: worth nothing anywhere else. */
export interface FaspayCredentials {
  /** Five digits, a text: `merchant_id`. */
  readonly merchantId: string;
  /** `merchant`. */
  readonly merchantName: string;
  /** By convention `bot` and the merchant id. Signed, never sent. */
  readonly userId: string;
  /** Signed, never sent. */
  readonly password: string;
}

/** Who may call, and with what. */
interface AccountSettings extends Partial<FaspayCredentials> {
  /** A suspended merchant is refused with 63. Active unless told. */
  readonly merchantActive?: boolean;
  /** Addresses the merchant's server may call from, compared with `X-Forwarded-For`; any unless told. */
  readonly callerAddresses?: readonly string[];
  /** Channels enabled for the merchant; DANA (819) unless told. Only DANA's page exists here. */
  readonly channels?: readonly string[];
  /** The code for a channel that is not enabled; 40 unless told. */
  readonly channelRefusal?: '40' | '82';
}

/** How strictly requests are read. */
interface RequestSettings {
  /** Whether a content type other than JSON is refused; not unless told. */
  readonly contentType?: 'any' | 'json';
  /** Whether fields the reference does not know are refused with 84, typing errors among them; ignored unless told. */
  readonly unregisteredParameters?: 'ignored' | 'refused';
  /** Longest bill number of inquiry and redirect, where Faspay's pages disagree; 32 unless told. */
  readonly inquiryBillNumberLength?: 16 | 32;
  /** A second post of one bill number: refused once paid (81), always refused (14), or always a new transaction. */
  readonly duplicateBill?: 'refused-if-paid' | 'refused' | 'new-transaction';
  /** An inquiry about a bill nobody posted: code 14, or payment status 5. */
  readonly unknownBill?: 'refused' | 'status-5';
  /** A second cancel of one bill: code 17, or the first answer again. */
  readonly repeatedCancel?: 'refused' | 'repeated';
}

/** What answers look like. */
interface AnswerSettings {
  readonly language?: Language;
  /** Errors inside `response_error`, unless told. */
  readonly errorShape?: 'nested' | 'flat';
  readonly billItems?: 'array' | 'object' | 'absent';
  /** Whether post data answers with `external_id`; it does, unless told. */
  readonly externalId?: boolean;
  /** Printed and observed slips: a comma missing after the first member, or markup after the JSON. */
  readonly answerDefect?: 'missing-comma' | 'trailing-break';
  /** The unit of `payment_total`; whole rupiah unless told. */
  readonly inquiryAmountUnit?: AmountUnit;
}

/** How the merchant hears about a payment. */
interface NotificationSettings {
  /** The unit of `bill_total` and `payment_total`; whole rupiah unless told. */
  readonly notificationAmountUnit?: AmountUnit;
  /** What a payment reference that does not exist yet looks like; the text `null` unless told. */
  readonly absentPaymentReference?: 'null' | '';
  /** The statuses Faspay notifies; payment, failure, reversal and cancellation unless told. Expiry is 7. */
  readonly notifiedStatuses?: readonly PaymentStatusCode[];
  /** Waits between the attempts; three repetitions a minute apart unless told. Two, if the first attempt counts. */
  readonly notifyRetryAfterMs?: readonly number[];
  /** Wait before the first attempt; none unless told. The browser then returns before the notification. */
  readonly notifyDelayMs?: number;
  /** The unit of the return URL's `bill_total`; whole rupiah unless told. */
  readonly returnAmountUnit?: AmountUnit;
  /** Faspay's table and its example spell the parameter differently; `bill_ref` unless told. */
  readonly returnBillReference?: 'bill_ref' | 'bill_reff';
  /** `unprocessed`: the browser comes back with status 0 although the bill is paid. */
  readonly returnStatus?: 'current' | 'unprocessed';
}

/** Choices where the Faspay reference leaves one. */
export interface FaspaySettings extends AccountSettings, RequestSettings, AnswerSettings, NotificationSettings {}

type OptionalChoice = 'callerAddresses' | 'answerDefect' | 'notifyDelayMs';

/** The settings with every choice made. */
export type FaspayOptions = Required<Omit<FaspaySettings, OptionalChoice>> & Pick<FaspaySettings, OptionalChoice>;

const minute = 60_000;

/** Makes every choice the caller left open. */
export function chooseOptions(settings: FaspaySettings): FaspayOptions {
  const merchantId = settings.merchantId ?? '99999';
  return {
    merchantName: 'Simulated Store',
    userId: `bot${merchantId}`,
    password: 'simulated-password',
    merchantActive: true,
    channels: ['819'],
    channelRefusal: '40',
    contentType: 'any',
    unregisteredParameters: 'ignored',
    inquiryBillNumberLength: 32,
    duplicateBill: 'refused-if-paid',
    unknownBill: 'refused',
    repeatedCancel: 'refused',
    language: 'id',
    errorShape: 'nested',
    billItems: 'array',
    externalId: true,
    inquiryAmountUnit: 'rupiah',
    notificationAmountUnit: 'rupiah',
    absentPaymentReference: 'null',
    notifiedStatuses: ['2', '3', '4', '8'],
    notifyRetryAfterMs: [minute, minute, minute],
    returnAmountUnit: 'rupiah',
    returnBillReference: 'bill_ref',
    returnStatus: 'current',
    ...settings,
    merchantId,
  };
}

/** What the merchant configures. */
export function credentialsOf({ merchantId, merchantName, userId, password }: FaspayOptions): FaspayCredentials {
  return { merchantId, merchantName, userId, password };
}
