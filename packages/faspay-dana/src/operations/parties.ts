import type { Address, CreatePayment, Customer, Device, Issue } from '@bayar/core';
import { defined } from '@bayar/core/kit';
import type { FaspayTerminal } from './extra.ts';

const WEB = '10';
const ANDROID = '21';
const IOS = '22';
const MAX_CUSTOMER_NUMBER = 32;

/** Most characters of each part of an address (Faspay reference: Post Data Transaction). */
const ADDRESS_LIMITS = { name: 128, lines: 200, city: 50, region: 100, postalCode: 10, country: 10 } as const;

/** Who pays. */
export function encodeCustomer(customer: Customer | undefined): object {
  if (customer === undefined) return {};
  return {
    cust_no: customerNumber(customer.id),
    cust_name: customer.name,
    // The national number without its leading zero, as Faspay's samples have it; of another country, all of it.
    msisdn: customer.phone.replace(/^\+(?:62)?/, ''),
    email: customer.email,
  };
}

/** Where the bill and the goods go. */
export function encodeAddresses(billing: Address | undefined, shipping: Address | undefined): object {
  return {
    ...(billing === undefined ? {} : { billing_name: billing.name, ...encodeAddress('billing', billing) }),
    ...(shipping === undefined
      ? {}
      : { receiver_name_for_shipping: shipping.name, ...encodeAddress('shipping', shipping) }),
  };
}

/** What is too long in them. */
export function checkAddresses(request: Pick<CreatePayment, 'billing' | 'shipping'>): readonly Issue[] {
  return (['billing', 'shipping'] as const).flatMap((of) => checkAddress(of, request[of]));
}

function checkAddress(of: 'billing' | 'shipping', address: Address | undefined): Issue[] {
  if (address === undefined) return [];
  const parts = { ...address, lines: joined(address.lines) };
  return Object.entries(ADDRESS_LIMITS)
    .filter(([part, limit]) => Array.from(parts[part as keyof typeof ADDRESS_LIMITS] ?? '').length > limit)
    .map(([part, limit]) => ({
      field: `${of}.${part}`,
      rule: `must have at most ${String(limit)} characters.`,
      fix: 'Shorten it.',
    }));
}

function joined(lines: Address['lines']): string {
  return lines.join(', ');
}

function encodeAddress(of: 'billing' | 'shipping', address: Address): object {
  return {
    [`${of}_address`]: joined(address.lines),
    [`${of}_address_city`]: address.city,
    ...defined({ [`${of}_address_region`]: address.region }),
    // Faspay's spelling.
    [`${of}_address_poscode`]: address.postalCode,
    [`${of}_address_country_code`]: address.country,
    ...defined({ [`${of}_msisdn`]: address.phone?.replace(/^\+/, '') }),
  };
}

// A UUID has 36 characters, of which 32 tell customers apart.
function customerNumber(id: string): string {
  return id.length <= MAX_CUSTOMER_NUMBER ? id : id.replaceAll('-', '').slice(0, MAX_CUSTOMER_NUMBER);
}

/** The terminal the device is. */
export function terminalOf(device: Device | undefined): FaspayTerminal {
  if (device?.platform !== 'app') return WEB;
  return /ios|iphone|ipad/i.test(device.os ?? '') ? IOS : ANDROID;
}
