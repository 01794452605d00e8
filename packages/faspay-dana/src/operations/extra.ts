import type { Issue } from '@bayar/core';
import { defined } from '@bayar/core/kit';

/** Where the customer pays from, in Faspay's codes: web 10, BlackBerry 20, Android 21, iOS 22, Windows Mobile 23, Symbian 24, tablets 30 to 33. */
export type FaspayTerminal = '10' | '20' | '21' | '22' | '23' | '24' | '30' | '31' | '32' | '33';

/** What an address may carry besides the neutral one. */
export interface FaspayAddressExtra {
  readonly lastName?: string;
  /** Province or state, where it is not the region. */
  readonly state?: string;
}

/** What a payment through Faspay may carry besides the neutral request. */
export interface FaspayDanaExtra {
  /** A second number of the merchant's, such as a booking: at most 32 letters, digits, hyphens and underscores. */
  readonly billReff?: string;
  /** Default: made from the device. */
  readonly terminal?: FaspayTerminal;
  readonly customerLastName?: string;
  readonly billing?: FaspayAddressExtra;
  readonly shipping?: FaspayAddressExtra;
  /** Kept for agreements with Faspay. */
  readonly reserve1?: string;
  readonly reserve2?: string;
}

const BILL_REFF = /^[A-Za-z0-9_-]{1,32}$/;
const TERMINAL = /^(?:10|2[0-4]|3[0-3])$/;
const NAME = /^[^\p{Cc}\p{Cs}]{1,128}$/u;
const STATE = /^[^\p{Cc}\p{Cs}]{1,100}$/u;

/** The fields only Faspay has. */
export function encodeExtra({
  billReff,
  customerLastName,
  reserve1,
  reserve2,
  billing,
  shipping,
}: FaspayDanaExtra): object {
  return defined({
    bill_reff: billReff,
    cust_lastname: customerLastName,
    billing_lastname: billing?.lastName,
    billing_address_state: billing?.state,
    shipping_lastname: shipping?.lastName,
    shipping_address_state: shipping?.state,
    reserve1,
    reserve2,
  });
}

/** What is wrong with them. A configuration or JavaScript can hold anything. */
export function checkExtra(extra: FaspayDanaExtra): readonly Issue[] {
  const texts: Readonly<Record<string, readonly [value: unknown, form: RegExp, rule: string]>> = {
    billReff: [extra.billReff, BILL_REFF, 'must be 1 to 32 letters, digits, hyphens and underscores.'],
    terminal: [extra.terminal, TERMINAL, 'must be a terminal of Faspay, such as 10.'],
    customerLastName: [extra.customerLastName, NAME, 'must be text of 1 to 128 characters.'],
    'billing.lastName': [extra.billing?.lastName, NAME, 'must be text of 1 to 128 characters.'],
    'billing.state': [extra.billing?.state, STATE, 'must be text of 1 to 100 characters.'],
    'shipping.lastName': [extra.shipping?.lastName, NAME, 'must be text of 1 to 128 characters.'],
    'shipping.state': [extra.shipping?.state, STATE, 'must be text of 1 to 100 characters.'],
    reserve1: [extra.reserve1, NAME, 'must be text of 1 to 128 characters.'],
    reserve2: [extra.reserve2, NAME, 'must be text of 1 to 128 characters.'],
  };
  const names = new Set(Object.keys(texts).map((path) => path.split('.')[0]));
  const unknown = Object.keys(extra).filter((name) => !names.has(name));
  const broken = Object.entries(texts).filter(
    ([, [value, form]]) => value !== undefined && !(typeof value === 'string' && form.test(value)),
  );
  return [
    ...unknown.map((name) => ({
      field: `extra.${name}`,
      rule: 'is no input of Faspay.',
      fix: 'Correct its spelling.',
    })),
    ...broken.map(([path, [, , rule]]) => ({ field: `extra.${path}`, rule, fix: 'Correct it, or leave it out.' })),
  ];
}
