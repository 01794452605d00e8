import type { CreatePayment, Customer, Device, Item } from '../create-payment.ts';
import type { Issue } from '../outcome.ts';
import type { Money } from '../money.ts';
import { isMoney } from './is-money.ts';

const E164 = /^\+[1-9]\d{6,14}$/;
const EMAIL = /^[^\s\p{Cc}\p{Cs}@]+@[^\s\p{Cc}\p{Cs}@]+$/u;
const DEVICE_ID = /^[A-Za-z0-9]{1,64}$/;
const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;
const PRINTABLE = /^[^\p{Cc}\p{Cs}]+$/u;

/** What is wrong with who pays, from where, and for what. */
export function checkParties(request: CreatePayment): Issue[] {
  return [
    ...checkObject('customer', request.customer, checkCustomer),
    ...checkObject('device', request.device, checkDevice),
    ...checkItems(request.items),
    ...(request.fees === undefined ? [] : notNegative('fees', request.fees)),
    ...(request.tax === undefined ? [] : notNegative('tax', request.tax)),
  ];
}

// JavaScript and JSON bring what the types forbid.
function checkObject<T extends object>(field: string, value: T | undefined, check: (value: T) => Issue[]): Issue[] {
  if (value === undefined) return [];
  const isObject = typeof value === 'object' && (value as T | null) !== null;
  return isObject ? check(value) : [{ field, rule: 'must be an object.', fix: 'Leave it out where there is none.' }];
}

function checkItems(items: CreatePayment['items']): Issue[] {
  if (items === undefined) return [];
  if (!Array.isArray(items))
    return [{ field: 'items', rule: 'must be a list.', fix: 'Leave it out where there is none.' }];
  return items.flatMap((item: Item, index) =>
    checkObject(`items.${String(index)}`, item, () => checkItem(item, index)),
  );
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
  const { id, ip } = device;
  return [
    ...(id === undefined
      ? []
      : pattern('device.id', id, DEVICE_ID, 'must be 1 to 64 letters and digits.', 'Remove symbols.')),
    ...(ip === undefined
      ? []
      : pattern('device.ip', ip, IPV4, "must be the customer's IPv4 address.", 'Leave it out when it is not known.')),
  ];
}

function checkItem(item: Item, index: number): Issue[] {
  const at = `items.${String(index)}`;
  const counted = Number.isSafeInteger(item.quantity) && item.quantity > 0;
  return [
    ...text(`${at}.name`, item.name, 64),
    ...(counted
      ? []
      : [{ field: `${at}.quantity`, rule: 'must be a whole number above zero.', fix: 'Count whole pieces.' }]),
    ...notNegative(`${at}.price`, item.price),
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

function pattern(field: string, value: unknown, form: RegExp, rule: string, fix: string): Issue[] {
  return typeof value === 'string' && form.test(value) ? [] : [{ field, rule, fix }];
}
