/**
 * DANA's own words, under the names its guides give them. They say what DANA documents, not what it may send: nothing
 * inbound is ever refused for a word that is not here.
 *
 * @module
 */

/** What `acquirementStatus` says about an order. */
export const AcquirementStatus = ['INIT', 'PAYING', 'SUCCESS', 'CLOSED', 'CANCELLED', 'MERCHANT_ACCEPT'] as const;
/** One of {@link AcquirementStatus}. */
export type AcquirementStatus = (typeof AcquirementStatus)[number];

/** Who asked for a refund. */
export const ActorType = ['USER', 'MERCHANT', 'MERCHANT_OPERATOR', 'BACK_OFFICE', 'SYSTEM'] as const;
/** One of {@link ActorType}. */
export type ActorType = (typeof ActorType)[number];

/** How a token is asked for. */
export const GrantType = ['AUTHORIZATION_CODE', 'REFRESH_TOKEN'] as const;
/** One of {@link GrantType}. */
export type GrantType = (typeof GrantType)[number];

/** Where the order was made. */
export const OrderTerminalType = ['APP', 'WEB', 'WAP', 'SYSTEM'] as const;
/** One of {@link OrderTerminalType}. */
export type OrderTerminalType = (typeof OrderTerminalType)[number];

/** Groups of ways to pay. */
export const PayMethod = [
  'BALANCE',
  'COUPON',
  'NET_BANKING',
  'CREDIT_CARD',
  'DEBIT_CARD',
  'VIRTUAL_ACCOUNT',
  'OTC',
  'DIRECT_DEBIT_CREDIT_CARD',
  'DIRECT_DEBIT_DEBIT_CARD',
  'ONLINE_CREDIT',
  'LOAN_CREDIT',
  'NETWORK_PAY',
  'CARD',
] as const;
/** One of {@link PayMethod}. */
export type PayMethod = (typeof PayMethod)[number];

/** Ways to pay within a group. */
export const PayOption = [
  'NETWORK_PAY_PG_SPAY',
  'NETWORK_PAY_PG_OVO',
  'NETWORK_PAY_PG_GOPAY',
  'NETWORK_PAY_PG_LINKAJA',
  'NETWORK_PAY_PG_CARD',
  'NETWORK_PAY_PG_QRIS',
  'NETWORK_PAY_PL_INDODANA',
  'NETWORK_PAY_PC_INDOMARET',
  'VIRTUAL_ACCOUNT_BCA',
  'VIRTUAL_ACCOUNT_BNI',
  'VIRTUAL_ACCOUNT_MANDIRI',
  'VIRTUAL_ACCOUNT_BSI_PAYMENT',
  'VIRTUAL_ACCOUNT_BRI',
  'VIRTUAL_ACCOUNT_BTPN',
  'VIRTUAL_ACCOUNT_CIMB',
  'VIRTUAL_ACCOUNT_PERMATA',
  'VIRTUAL_ACCOUNT_PANI',
] as const;
/** One of {@link PayOption}. */
export type PayOption = (typeof PayOption)[number];

/** Kinds of promotion. `DIRECT_DISCOUNT` is what method lists carry, the others what payments do. */
export const PromoType = ['DIRECT_DISCOUNT', 'CASH_BACK', 'DISCOUNT', 'VOUCHER', 'POINT'] as const;
/** One of {@link PromoType}. */
export type PromoType = (typeof PromoType)[number];

/** What can be asked about a bound customer. */
export const ResourceType = [
  'BALANCE',
  'TOPUP_URL',
  'TRANSACTION_URL',
  'OTT',
  'MASK_DANA_ID',
  'USER_KYC',
  'LOGIN_ID',
  'CLEAR_TEXT_DANA_ID',
  'NICKNAME',
  'FULLNAME',
  'KTP_NUMBER',
  'KTP_PHOTO_DATA',
  'SELFIE_PHOTO_DATA',
  'AVATAR_URL',
  'MASKED_FULLNAME',
] as const;
/** One of {@link ResourceType}. */
export type ResourceType = (typeof ResourceType)[number];

/** How a call of the older interface ended: success, failure, unknown. */
export const ResultStatus = ['S', 'F', 'U'] as const;
/** One of {@link ResultStatus}. */
export type ResultStatus = (typeof ResultStatus)[number];

/** Whose page the customer pays on: DANA's, or the merchant's own. */
export const Scenario = ['REDIRECT', 'API'] as const;
/** One of {@link Scenario}. */
export type Scenario = (typeof Scenario)[number];

/** How a service of {@link ServiceType} is used. */
export const ServiceScenario = ['SCAN_AND_PAY', 'EXIT_AND_PAY', 'EMAS_PURCHASE'] as const;
/** One of {@link ServiceScenario}. */
export type ServiceScenario = (typeof ServiceScenario)[number];

/** Services with a payment of their own kind. */
export const ServiceType = ['PARKING', 'INVESTMENT'] as const;
/** One of {@link ServiceType}. */
export type ServiceType = (typeof ServiceType)[number];

/** Through what a merchant reaches DANA. */
export const SourcePlatform = ['IPG'] as const;
/** One of {@link SourcePlatform}. */
export type SourcePlatform = (typeof SourcePlatform)[number];

/** What the customer pays on. */
export const TerminalType = ['APP', 'WEB', 'WAP', 'SYSTEM'] as const;
/** One of {@link TerminalType}. */
export type TerminalType = (typeof TerminalType)[number];

/** What a URL of an order is for. */
export const Type = ['PAY_RETURN', 'NOTIFICATION'] as const;
/** One of {@link Type}. */
export type Type = (typeof Type)[number];
