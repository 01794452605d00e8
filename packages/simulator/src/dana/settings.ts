import { throwawayKeyPair } from '../key-pair.ts';
import type { RsaKeyPair } from '../key-pair.ts';
import type { TimestampFormat } from './jakarta-time.ts';
import type { DanaState } from './state.ts';

/** What a merchant configures to reach the DANA sandbox. Throwaway: worth nothing anywhere else. */
export interface DanaCredentials {
  /** Client id: `X-PARTNER-ID`, `X-CLIENT-KEY`, `partnerId`. */
  readonly clientId: string;
  readonly clientSecret: string;
  readonly merchantId: string;
  /** PKCS#8 PEM: the merchant signs its requests with it. */
  readonly privateKey: string;
  /** SPKI PEM: what the merchant uploaded to DANA. */
  readonly publicKey: string;
  /** SPKI PEM: the merchant verifies DANA's notifications with it. */
  readonly danaPublicKey: string;
}

/** Choices where DANA's documents leave one, and knobs for its undocumented limits. */
export interface DanaSettings {
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly merchantId?: string;
  /** The merchant's pair; the private half only ends up in `credentials`. */
  readonly merchantKeys?: RsaKeyPair;
  /** The pair DANA signs notifications with. */
  readonly danaKeys?: RsaKeyPair;
  /** Divisions (`subMerchantId`) that exist; any, unless told. */
  readonly subMerchantIds?: readonly string[];
  /** Shops (`externalStoreId`) that exist; any, unless told. */
  readonly storeIds?: readonly string[];
  /** `any-offset`, as the sandbox does, unless told. */
  readonly timestampFormat?: TimestampFormat;
  /** How far `X-TIMESTAMP` may be from the clock; as far as it likes, unless told. */
  readonly clockSkewMs?: number;
  /** Longest `CHANNEL-ID`; 36 unless told, as the sandbox takes 29 characters of its own client. DANA documents 5. */
  readonly channelIdLength?: number;
  /** Whether an `X-EXTERNAL-ID` can come twice a day; it can, unless told. `refused` answers HTTP 409, case 00. */
  readonly repeatedExternalId?: 'accepted' | 'refused';
  /** Largest amount of an order, in sen; Rp 10.000.000 unless told. */
  readonly amountLimit?: number;
  /** How far ahead `validUpTo` may lie; a week unless told. The sandbox's official clients refuse more than 30 minutes. */
  readonly validityLimitMs?: number;
  /** Lifetime of an order without `validUpTo`; 30 minutes unless told. */
  readonly defaultValidityMs?: number;
  /** Whether the Widget's magic amounts also work on the Payment Gateway; not unless told. */
  readonly magicAmountsOnPaymentGateway?: boolean;
  /** Answer to a QRIS order without a store or with a reference over 25 characters. */
  readonly qrisRefusal?: '4005401' | '5005401';
  /** Answer to cancelling a cancelled order; `success` unless told. */
  readonly repeatedCancel?: 'success' | 'invalid-status';
  /** How long a paid order can be cancelled; 24 hours unless told. */
  readonly cancelWindowMs?: number;
  /** How long a paid order can be refunded; for ever unless told. */
  readonly refundWindowMs?: number;
  /** Whether an order can be refunded in parts; it can, unless told. */
  readonly multipleRefunds?: boolean;
  /** How long an asynchronous refund stays in progress; a minute unless told. */
  readonly asyncRefundMs?: number;
  /** Waits between the attempts of a notification that is not acknowledged. */
  readonly notifyRetryAfterMs?: readonly number[];
  /** Wait between the event and the first attempt: the browser then returns before the notification. */
  readonly notifyDelayMs?: number;
  /** How a notification writes its times; DANA was seen to do both. */
  readonly notifyTimes?: 'iso' | 'epoch-ms';
  /** Adds to notifications what DANA was seen to send beyond its documents; not unless told. */
  readonly notifyExtras?: boolean;
  /** Whether an order the customer cancels at DANA is notified as closed; it is, unless told. */
  readonly notifyCustomerCancel?: boolean;
  /** Where DANA says that a customer unbound the merchant: the address agreed with it. Nowhere, unless told. */
  readonly unbindNotifyUrl?: string;
  /** Whether `seamlessSign` of a binding address is verified; it is, unless told. */
  readonly verifySeamlessSign?: boolean;
  /** What a bound customer has, in sen; Rp 1.000.000 unless told. */
  readonly customerBalance?: number;
}

/** The settings with every choice made. Keys are made when first needed. */
export interface DanaOptions extends Required<Omit<DanaSettings, OptionalChoice | 'merchantKeys' | 'danaKeys'>> {
  readonly subMerchantIds: readonly string[] | undefined;
  readonly storeIds: readonly string[] | undefined;
  readonly clockSkewMs: number | undefined;
  readonly notifyDelayMs: number | undefined;
  readonly unbindNotifyUrl: string | undefined;
  readonly merchantKeys: () => RsaKeyPair;
  readonly danaKeys: () => RsaKeyPair;
}
type OptionalChoice = 'subMerchantIds' | 'storeIds' | 'clockSkewMs' | 'notifyDelayMs' | 'unbindNotifyUrl';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** DANA repeats a notification within seven days, at intervals it does not publish; these add up to seven days. */
const sevenDaysOfRetries = [30_000, minute, 12 * minute, hour, 6 * hour, 12 * hour, day, day, day, day, day, 4 * hour];

/** Makes every choice the caller left open. */
export function chooseOptions(settings: DanaSettings): DanaOptions {
  return {
    clientId: settings.clientId ?? '2026010112345678901234',
    clientSecret: settings.clientSecret ?? 'simulated-client-secret',
    merchantId: settings.merchantId ?? '216620000000000000001',
    merchantKeys: () => settings.merchantKeys ?? throwawayKeyPair('dana-merchant'),
    danaKeys: () => settings.danaKeys ?? throwawayKeyPair('dana'),
    subMerchantIds: settings.subMerchantIds,
    storeIds: settings.storeIds,
    timestampFormat: settings.timestampFormat ?? 'any-offset',
    clockSkewMs: settings.clockSkewMs,
    ...chooseHeaderRules(settings),
    amountLimit: settings.amountLimit ?? 1_000_000_000,
    validityLimitMs: settings.validityLimitMs ?? 7 * day,
    defaultValidityMs: settings.defaultValidityMs ?? 30 * minute,
    magicAmountsOnPaymentGateway: settings.magicAmountsOnPaymentGateway ?? false,
    qrisRefusal: settings.qrisRefusal ?? '4005401',
    repeatedCancel: settings.repeatedCancel ?? 'success',
    cancelWindowMs: settings.cancelWindowMs ?? day,
    refundWindowMs: settings.refundWindowMs ?? Number.POSITIVE_INFINITY,
    multipleRefunds: settings.multipleRefunds ?? true,
    asyncRefundMs: settings.asyncRefundMs ?? minute,
    notifyRetryAfterMs: settings.notifyRetryAfterMs ?? sevenDaysOfRetries,
    notifyDelayMs: settings.notifyDelayMs,
    notifyTimes: settings.notifyTimes ?? 'iso',
    notifyExtras: settings.notifyExtras ?? false,
    notifyCustomerCancel: settings.notifyCustomerCancel ?? true,
    unbindNotifyUrl: settings.unbindNotifyUrl,
    verifySeamlessSign: settings.verifySeamlessSign ?? true,
    customerBalance: settings.customerBalance ?? 100_000_000,
  };
}

/** Who the merchant is, with every key made up so far. */
export function accountOf(options: DanaOptions): DanaState['account'] {
  const { clientId, clientSecret, merchantId } = options;
  return { clientId, clientSecret, merchantId, merchantKeys: options.merchantKeys(), danaKeys: options.danaKeys() };
}

function chooseHeaderRules({ channelIdLength, repeatedExternalId }: DanaSettings) {
  return { channelIdLength: channelIdLength ?? 36, repeatedExternalId: repeatedExternalId ?? 'accepted' } as const;
}

/** What the merchant configures. */
export function credentialsOf(options: DanaOptions): DanaCredentials {
  const { privateKey, publicKey } = options.merchantKeys();
  const { clientId, clientSecret, merchantId } = options;
  return { clientId, clientSecret, merchantId, privateKey, publicKey, danaPublicKey: options.danaKeys().publicKey };
}
