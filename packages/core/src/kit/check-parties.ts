import type { Address, CreatePayment, Customer, Device, Item } from '../create-payment.ts';
import type { Issue } from '../outcome.ts';
import type { Money } from '../money.ts';
import { isMoney } from './is-money.ts';

const MAX_NOTE = 1_000;
const E164 = /^\+[1-9]\d{6,14}$/;
const EMAIL = /^[^\s\p{Cc}\p{Cs}@]+@[^\s\p{Cc}\p{Cs}@]+$/u;
const DEVICE_ID = /^[A-Za-z0-9]{1,64}$/;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
const COUNTRY = /^[A-Z]{2}$/;
const PRINTABLE = /^[^\p{Cc}\p{Cs}]+$/u;
const PLATFORMS: readonly Device['platform'][] = ['web', 'mobile-web', 'app'];
const LANGUAGES: readonly CreatePayment['language'][] = ['id', 'en'];

/** What is wrong with who pays, from where, and for what. */
export function checkParties(request: CreatePayment): Issue[] {
  return [
    ...checkObject('customer', request.customer, checkCustomer),
    ...checkObject('device', request.device, checkDevice),
    ...checkItems(request.items),
    ...(request.fees === undefined ? [] : notNegative('fees', request.fees)),
    ...(request.tax === undefined ? [] : notNegative('tax', request.tax)),
    ...checkObject('shipping', request.shipping, (address) => checkAddress('shipping', address)),
    ...checkObject('billing', request.billing, (address) => checkAddress('billing', address)),
    ...textIfAny('order', request.order, 128),
    ...(request.language === undefined ? [] : oneOf('language', request.language, LANGUAGES)),
    ...checkObject('metadata', request.metadata, (entries) =>
      Object.keys(entries).flatMap((key) => note(`metadata.${key}`, entries[key])),
    ),
  ];
}

// JavaScript and JSON bring what the types forbid.
const WRONG_TYPE = { rule: 'has the wrong type.', fix: 'Correct it; where it is not required, it can be left out.' };

function checkObject<T extends object>(field: string, value: T | undefined, check: (value: T) => Issue[]): Issue[] {
  if (value === undefined) return [];
  return isObject(value) ? check(value) : [{ field, ...WRONG_TYPE }];
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function checkItems(items: CreatePayment['items'] = []): Issue[] {
  if (!Array.isArray(items)) return [{ field: 'items', ...WRONG_TYPE }];
  return items.flatMap((item: Item, index) => {
    const field = `items.${String(index)}`;
    return isObject(item) ? checkItem(field, item) : [{ field, ...WRONG_TYPE }];
  });
}

function checkCustomer(customer: Customer): Issue[] {
  return [
    ...text('customer.id', customer.id, 64),
    ...text('customer.name', customer.name, 128),
    ...pattern('customer.email', customer.email, EMAIL, 'must be an e-mail address.', 'Write name@host.'),
    ...pattern('customer.phone', customer.phone, E164, 'must be in E.164.', 'Write +6281234567890.'),
  ];
}

function checkDevice(device: Device): Issue[] {
  const { platform, id, ip, os } = device;
  return [
    ...oneOf('device.platform', platform, PLATFORMS),
    ...(id === undefined
      ? []
      : pattern('device.id', id, DEVICE_ID, 'must be 1 to 64 letters and digits.', 'Remove symbols.')),
    ...(ip === undefined
      ? []
      : pattern('device.ip', ip, IPV4, "must be the customer's IPv4 address.", 'Leave it out when it is not known.')),
    ...textIfAny('device.os', os, 128),
  ];
}

function checkAddress(at: string, address: Address): Issue[] {
  const { name, phone, lines, city, region, postalCode, country } = address;
  return [
    ...text(`${at}.name`, name, 128),
    ...(phone === undefined
      ? []
      : pattern(`${at}.phone`, phone, E164, 'must be in E.164.', 'Write +6281234567890, or leave it out.')),
    ...checkLines(`${at}.lines`, lines),
    ...text(`${at}.city`, city, 128),
    ...textIfAny(`${at}.region`, region, 128),
    ...text(`${at}.postalCode`, postalCode, 32),
    ...pattern(`${at}.country`, country, COUNTRY, 'must be a country in two capital letters.', 'Write ID.'),
  ];
}

function checkLines(field: string, lines: Address['lines']): Issue[] {
  if (!Array.isArray(lines) || lines.length === 0)
    return [{ field, rule: 'must be a list of at least one line.', fix: "Write ['Jalan Melati 1']." }];
  return lines.flatMap((line, index) => {
    const check = index === 0 ? text : textIfAny;
    return check(`${field}.${String(index)}`, line, 256);
  });
}

function checkItem(at: string, item: Item): Issue[] {
  const counted = Number.isSafeInteger(item.quantity) && item.quantity > 0;
  return [
    ...text(`${at}.name`, item.name, 64),
    ...(counted
      ? []
      : [{ field: `${at}.quantity`, rule: 'must be a whole number above zero.', fix: 'Count whole pieces.' }]),
    ...notNegative(`${at}.price`, item.price),
    ...textIfAny(`${at}.id`, item.id, 64),
    ...textIfAny(`${at}.category`, item.category, 128),
    ...textIfAny(`${at}.url`, item.url, 2_048),
  ];
}

function notNegative(field: string, amount: Money): Issue[] {
  if (!isMoney(amount)) return [{ field, rule: 'must be money.', fix: 'Make it with rupiah(25_000).' }];
  return amount.minor >= 0 ? [] : [{ field, rule: 'must not be negative.', fix: 'Take discounts off the price.' }];
}

function text(field: string, value: unknown, maxLength: number): Issue[] {
  if (typeof value !== 'string' || value.trim() === '' || value.length > maxLength) {
    return [{ field, rule: `must be text of 1 to ${String(maxLength)} characters.`, fix: 'Fill it in.' }];
  }
  return PRINTABLE.test(value) ? [] : [{ field, rule: 'must not hold control characters.', fix: 'Remove them.' }];
}

// Forms send what was left empty as empty text.
function textIfAny(field: string, value: unknown, maxLength: number): Issue[] {
  return value === undefined || value === '' ? [] : text(field, value, maxLength);
}

// It stays in the merchant's own ledger: any text will do.
function note(field: string, value: unknown): Issue[] {
  const isNote = typeof value === 'string' && value.length <= MAX_NOTE;
  return isNote ? [] : [{ field, rule: `must be text of at most ${String(MAX_NOTE)} characters.`, fix: 'Shorten it.' }];
}

function oneOf(field: string, value: unknown, allowed: readonly unknown[]): Issue[] {
  const list = allowed.join(', ');
  return allowed.includes(value) ? [] : [{ field, rule: `must be one of ${list}.`, fix: 'Choose one of them.' }];
}

function pattern(field: string, value: unknown, form: RegExp, rule: string, fix: string): Issue[] {
  return typeof value === 'string' && form.test(value) ? [] : [{ field, rule, fix }];
}
