import { dateTime, listOf, money, object, oneOf, optional, required, text, textOrEmpty } from './rules.ts';
import type { Shape } from './rules.ts';

const payMethods = [
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
];

const payOptions = [
  '',
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
];

const terminals = ['APP', 'WEB', 'WAP', 'SYSTEM'];

/** Where the order is made from (DANA reference §3.2). */
export const envInfo: Shape = {
  sourcePlatform: required(oneOf(['IPG'])),
  terminalType: required(oneOf(terminals)),
  orderTerminalType: optional(oneOf(['', ...terminals])),
  sessionId: optional(textOrEmpty(128)),
  tokenId: optional(textOrEmpty(128)),
  websiteLanguage: optional(textOrEmpty(16)),
  clientIp: optional(textOrEmpty(32)),
  osType: optional(textOrEmpty(128)),
  appVersion: optional(textOrEmpty(128)),
  sdkVersion: optional(textOrEmpty(128)),
  merchantAppVersion: optional(textOrEmpty(128)),
  extendInfo: optional(textOrEmpty(4096)),
};

const goods: Shape = {
  name: required(text(64)),
  merchantGoodsId: required(text(64)),
  description: required(text(1024)),
  category: required(text(64)),
  price: required(money),
  quantity: required(text(16)),
};

const order: Shape = {
  orderTitle: required(text(64)),
  merchantTransType: optional(textOrEmpty(64)),
  orderMemo: optional(textOrEmpty(64)),
  createdTime: optional(dateTime),
  goods: optional(listOf(goods)),
  extendInfo: optional(textOrEmpty(4096)),
};

const urlParam: Shape = {
  url: required(text(512)),
  type: required(oneOf(['PAY_RETURN', 'NOTIFICATION'])),
  isDeeplink: required(oneOf(['Y', 'N'])),
};

const common: Shape = {
  partnerReferenceNo: required(text(64)),
  merchantId: required(text(64)),
  amount: required(money),
  subMerchantId: optional(textOrEmpty(32)),
  externalStoreId: optional(textOrEmpty(64)),
  validUpTo: optional(dateTime),
  disabledPayMethods: optional(textOrEmpty(64)),
};

/** Payment Gateway createOrder, REDIRECT and API (DANA reference §3.2, §3.3). */
export const createOrderShape: Shape = {
  ...common,
  urlParams: required(listOf(urlParam)),
  payOptionDetails: optional(
    listOf({
      payMethod: required(oneOf(payMethods)),
      payOption: required(oneOf(payOptions)),
      transAmount: required(money),
    }),
  ),
  additionalInfo: required(
    object({
      mcc: required(text(64)),
      envInfo: required(object(envInfo)),
      extendInfo: optional(textOrEmpty(4096)),
      order: optional(object({ ...order, scenario: optional(oneOf(['REDIRECT', 'API'])) })),
    }),
  ),
};

/** Widget payment: free-text methods, a product code, and an order title that must be there (DANA reference §3.8). */
export const widgetPaymentShape: Shape = {
  ...common,
  urlParams: optional(listOf(urlParam)),
  pointOfInitiation: optional(textOrEmpty(20)),
  payOptionDetails: optional(listOf({ payMethod: required(text(64)), payOption: required(textOrEmpty(64)) })),
  additionalInfo: required(
    object({
      productCode: required(text(32)),
      mcc: required(textOrEmpty(64)),
      envInfo: required(object(envInfo)),
      order: required(object(order)),
    }),
  ),
};
