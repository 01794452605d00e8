import type { Address, Customer, Device } from '@bayar/core';

const WEB = '10';
const ANDROID = '21';
const IOS = '22';
const MAX_CUSTOMER_NUMBER = 32;

/** Who pays, and from where. */
export function encodeCustomer(customer: Customer | undefined, device: Device | undefined): object {
  return {
    ...(customer === undefined
      ? {}
      : {
          cust_no: customerNumber(customer.id),
          cust_name: customer.name,
          // The national number without its leading zero, as Faspay's samples have it; of another country, all of it.
          msisdn: customer.phone.replace(/^\+(?:62)?/, ''),
          email: customer.email,
        }),
    terminal: terminal(device),
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

function encodeAddress(of: 'billing' | 'shipping', address: Address): object {
  return {
    [`${of}_address`]: address.lines.join(', '),
    [`${of}_address_city`]: address.city,
    ...(address.region === undefined ? {} : { [`${of}_address_region`]: address.region }),
    // Faspay's spelling.
    [`${of}_address_poscode`]: address.postalCode,
    [`${of}_address_country_code`]: address.country,
    ...(address.phone === undefined ? {} : { [`${of}_msisdn`]: address.phone.replace(/^\+/, '') }),
  };
}

// A UUID has 36 characters, of which 32 tell customers apart.
function customerNumber(id: string): string {
  return id.length <= MAX_CUSTOMER_NUMBER ? id : id.replaceAll('-', '').slice(0, MAX_CUSTOMER_NUMBER);
}

function terminal(device: Device | undefined): string {
  if (device?.platform !== 'app') return WEB;
  return /ios|iphone|ipad/i.test(device.os ?? '') ? IOS : ANDROID;
}
