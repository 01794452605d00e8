import type { Money } from './money.ts';

/** Who pays. */
export interface Customer {
  /** The merchant's own id of the customer. */
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** E.164: `+6281234567890`. */
  readonly phone: string;
}

/** Where the customer pays from. */
export interface Device {
  readonly platform: 'web' | 'mobile-web' | 'app';
  /** A stable id of the customer's device, letters and digits. */
  readonly id?: string;
  /** The customer's own IPv4 address, not the server's. */
  readonly ip?: string;
  readonly os?: string;
}

/** One line of the order. */
export interface Item {
  readonly id?: string;
  readonly name: string;
  /** Price of one. */
  readonly price: Money<'IDR'>;
  readonly quantity: number;
  readonly category?: string;
  readonly url?: string;
}

/** A postal address, with the person at it. */
export interface Address {
  readonly name: string;
  /** E.164: `+6281234567890`. */
  readonly phone?: string;
  /** Street, house, neighbourhood: at least one line. */
  readonly lines: readonly string[];
  readonly city: string;
  readonly region?: string;
  readonly postalCode: string;
  /** ISO 3166-1 alpha-2: `ID`. */
  readonly country: string;
}

/** A request to be paid. The same request works at every acquirer configured beside the active one. */
export interface CreatePayment {
  /**
   * The merchant's own reference of this one attempt, and the idempotency key: the same reference with the same intent
   * is answered with the payment it already made. `[A-Za-z0-9-]{1,25}` is portable: one method of one acquirer takes no
   * more. Where no payment names a method, 31 are: the shortest any of Bayar's adapters takes.
   */
  readonly reference: string;
  /** Whole rupiah, more than zero. */
  readonly amount: Money<'IDR'>;
  /** What the customer sees: at most 64 characters is portable. */
  readonly title: string;
  /** Where the customer's browser comes back to: https, or an app link when `device.platform` is `app`. It proves nothing. */
  readonly returnUrl: string;
  /** Groups the attempts of one order, so that an order paid twice is noticed. */
  readonly order?: string;
  /** When the customer can no longer pay. */
  readonly expiresAt?: Date;
  readonly customer?: Customer;
  readonly device?: Device;
  readonly language?: 'id' | 'en';
  readonly items?: readonly Item[];
  /** Fees on top of the items; not items. */
  readonly fees?: Money<'IDR'>;
  readonly tax?: Money<'IDR'>;
  readonly shipping?: Address;
  readonly billing?: Address;
  /** Kept in the ledger with the payment; never sent. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** Optional parts of {@link CreatePayment} that some acquirers insist on. */
export type Need = 'customer' | 'device';

/** {@link CreatePayment} with the needed parts required. */
export type Needing<Needs extends Need> = CreatePayment & {
  readonly [Part in Needs]-?: NonNullable<CreatePayment[Part]>;
};
