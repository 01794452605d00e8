import type { Address, CreatePayment, Issue } from '@bayar/core';
import { checkTexts } from '../text-limits.ts';

const LENGTHS = { city: 64, region: 64, postalCode: 32, phone: 32 } as const;
const LINE = 256;
const NAME = 64;
const ALPHA_2 = /^[A-Z]{2}$/;

/** What is wrong with where the order goes. */
export function checkShipping(shipping: Address | undefined): readonly Issue[] {
  if (shipping === undefined) return [];
  const { address1, address2, firstName, lastName } = parts(shipping);
  return [
    ...checkTexts('shipping', shipping, LENGTHS),
    ...tooLong('shipping.lines', [address1, address2 ?? ''], LINE),
    ...tooLong('shipping.name', [firstName, lastName], NAME),
    ...(ALPHA_2.test(shipping.country)
      ? []
      : [{ field: 'shipping.country', rule: 'must be two capital letters (ISO 3166-1).', fix: 'Write ID.' }]),
  ];
}

function tooLong(field: string, texts: readonly string[], maxLength: number): readonly Issue[] {
  if (texts.every((text) => text.length <= maxLength)) return [];
  return [{ field, rule: `must fit DANA's ${String(maxLength)} characters a part.`, fix: 'Shorten it.' }];
}

/** Where the order goes, as DANA reads it; left out when it lacks the region or the line DANA requires. */
export function encodeShipping({ reference, shipping }: CreatePayment): object[] | undefined {
  if (shipping?.region === undefined || shipping.lines.length === 0) return undefined;
  const { city, region, postalCode, phone, country } = shipping;
  return [
    {
      // One shipment of one payment: the payment's reference tells it apart.
      merchantShippingId: reference,
      countryName: new Intl.DisplayNames('en', { type: 'region' }).of(country),
      stateName: region,
      cityName: city,
      ...parts(shipping),
      zipCode: postalCode,
      mobileNo: phone,
    },
  ];
}

// DANA requires two names, and many Indonesians have one: it then stands in both places.
function parts({ name, lines }: Address) {
  const words = name.trim().split(/\s+/);
  const [address1 = '', ...more] = lines;
  const lastName = words.at(-1) ?? '';
  const firstName = words.slice(0, -1).join(' ') || lastName;
  return { address1, ...(more.length === 0 ? {} : { address2: more.join(', ') }), firstName, lastName };
}
