/** The payment a test notification is about: what Bayar's `createPayment` answered, or the same told by hand. */
export interface TestPayment {
  /** The merchant's reference of the payment; at Faspay the bill number as on the wire, where `locator` has none. */
  readonly reference: string;
  /** Sen, so Rp 1 is 100; or an amount of money that holds them. */
  readonly amount: number | { readonly minor: number };
  /**
   * The acquirer's own reference. Made up unless told: a merchant who has stored the acquirer's own then refuses even
   * what is right about the message.
   */
  readonly acquirerReference?: string;
  /** How the payment is found again: `billNo` is read, Faspay's bill number. */
  readonly locator?: Readonly<Record<string, string>>;
}

/** What a message says of it. */
export interface ToldPayment {
  readonly reference: string;
  /** Sen. */
  readonly amount: number;
  readonly acquirerReference: string | undefined;
  readonly billNo: string;
}

/** Reads the payment. Throws `TypeError` where it is none: what a test got wrong is not sent as if it were meant. */
export function readTestPayment(payment: TestPayment | undefined): ToldPayment {
  const { reference, amount, acquirerReference, locator } = payment ?? { reference: undefined, amount: undefined };
  const sen = typeof amount === 'object' ? amount.minor : amount;
  if (typeof reference !== 'string' || reference === '') {
    throw new TypeError('payment.reference must be a text. Pass as payment what createPayment answered: outcome.value');
  }
  if (sen === undefined || !Number.isSafeInteger(sen) || sen <= 0) {
    throw new TypeError(
      'payment.amount must be sen, a whole number above 0: Rp 25.000 is 2_500_000, or rupiah(25_000)',
    );
  }
  return { reference, amount: sen, acquirerReference, billNo: locator?.['billNo'] ?? reference };
}

/** Throws `RangeError` for a name that is none: it would pass for the notification nothing is wrong with. */
export function checkName(field: 'variant' | 'status', name: string, known: readonly string[]): void {
  if (known.includes(name)) return;
  throw new RangeError(`${field} cannot be ${name}. It is one of: ${known.join(', ')}`);
}
