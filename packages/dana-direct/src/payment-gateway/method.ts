import type { PayMethod, PayOption } from '../vocabulary.ts';

const BANKS = {
  BCA: 'VIRTUAL_ACCOUNT_BCA',
  BNI: 'VIRTUAL_ACCOUNT_BNI',
  BRI: 'VIRTUAL_ACCOUNT_BRI',
  BSI: 'VIRTUAL_ACCOUNT_BSI_PAYMENT',
  BTPN: 'VIRTUAL_ACCOUNT_BTPN',
  CIMB: 'VIRTUAL_ACCOUNT_CIMB',
  MANDIRI: 'VIRTUAL_ACCOUNT_MANDIRI',
  PANIN: 'VIRTUAL_ACCOUNT_PANI',
  PERMATA: 'VIRTUAL_ACCOUNT_PERMATA',
} as const satisfies Readonly<Record<string, PayOption>>;

const NETWORK = {
  card: 'NETWORK_PAY_PG_CARD',
  gopay: 'NETWORK_PAY_PG_GOPAY',
  indodana: 'NETWORK_PAY_PL_INDODANA',
  indomaret: 'NETWORK_PAY_PC_INDOMARET',
  linkaja: 'NETWORK_PAY_PG_LINKAJA',
  ovo: 'NETWORK_PAY_PG_OVO',
  qris: 'NETWORK_PAY_PG_QRIS',
  shopeepay: 'NETWORK_PAY_PG_SPAY',
} as const satisfies Readonly<Record<string, PayOption>>;

const CARDS = { any: 'NETWORK_PAY', credit: 'CREDIT_CARD', debit: 'DEBIT_CARD' } as const satisfies Record<
  string,
  PayMethod
>;

const NAMES: Readonly<Record<keyof typeof NETWORK, string>> = {
  card: 'Card',
  gopay: 'GoPay',
  indodana: 'Indodana',
  indomaret: 'Indomaret',
  linkaja: 'LinkAja',
  ovo: 'OVO',
  qris: 'QRIS',
  shopeepay: 'ShopeePay',
};

/** A bank that gives virtual account numbers through DANA. */
export type DanaBank = keyof typeof BANKS;

/** Whom DANA asks to pay on a phone; its number: `081234567890`, 8 to 15 digits. Default: `customer.phone`. */
export interface ByPhone {
  readonly phone?: string;
}

/**
 * How the customer pays, chosen before DANA is called. What happens `next` follows from it: a page to go to for the
 * balance, cards, ShopeePay, GoPay, LinkAja and Indodana; a QR code; a number at a bank; a code for the shop; a push to
 * the phone for OVO.
 */
export type DanaMethod =
  | { readonly type: 'balance' | 'indodana' | 'indomaret' }
  /** Needs a store, and a reference of at most 25 characters. */
  | { readonly type: 'qris' }
  | { readonly type: 'virtual-account'; readonly bank: DanaBank }
  | ({ readonly type: 'card'; /** Default: either. */ readonly kind?: 'credit' | 'debit' } & ByPhone)
  | ({ readonly type: 'gopay' | 'linkaja' | 'ovo' | 'shopeepay' } & ByPhone);

/** Every bank of {@link DanaBank}. */
export const danaBanks = Object.keys(BANKS) as readonly DanaBank[];

const networkTypes = Object.keys(NETWORK) as readonly (keyof typeof NETWORK)[];

/** Every type of {@link DanaMethod}. */
export const methodTypes: readonly DanaMethod['type'][] = ['balance', 'virtual-account', ...networkTypes];

/** A way to pay in DANA's words. */
export interface PayChoice {
  readonly payMethod: PayMethod;
  /** Empty for the balance. */
  readonly payOption: PayOption | '';
}

/** A method in DANA's words. */
export function encodeMethod(method: DanaMethod): PayChoice {
  switch (method.type) {
    case 'balance':
      return { payMethod: 'BALANCE', payOption: '' };
    case 'virtual-account':
      return { payMethod: 'VIRTUAL_ACCOUNT', payOption: BANKS[method.bank] };
    case 'card':
      return { payMethod: CARDS[method.kind ?? 'any'], payOption: NETWORK.card };
    default:
      return { payMethod: 'NETWORK_PAY', payOption: NETWORK[method.type] };
  }
}

/** The method behind an id of `listMethods`, to create a payment with; `undefined` for one this adapter does not know. */
export function danaMethod(id: string): DanaMethod | undefined {
  if (id === 'BALANCE') return { type: 'balance' };
  const bank = danaBanks.find((name) => BANKS[name] === id);
  if (bank !== undefined) return { type: 'virtual-account', bank };
  const type = networkTypes.find((name) => NETWORK[name] === id);
  return type === undefined ? undefined : { type };
}

/** What customers call a method DANA lists; its id where we do not know it. */
export function methodName(id: string): string {
  const method = danaMethod(id);
  if (method === undefined) return id;
  if (method.type === 'balance') return 'DANA';
  return method.type === 'virtual-account' ? `${method.bank} virtual account` : NAMES[method.type];
}
