import { parseAmount } from './amount.ts';
import { parseJakarta } from './jakarta-time.ts';
import { isMessage, textAt, valueAt } from './message.ts';
import type { Message } from './message.ts';
import { Refusal } from './refusal.ts';
import type { FaspayOptions } from './settings.ts';

const longestLifeMs = 30 * 24 * 3_600_000;

/** Refuses a channel the merchant does not have, and ways to pay that DANA does not offer: it knows full payment alone. */
export function checkChannel(message: Message, options: FaspayOptions): void {
  const channel = textAt(message, 'payment_channel');
  if (!options.channels.includes(channel)) throw new Refusal(options.channelRefusal, channel);
  if (!/^0?1$/.test(textAt(message, 'pay_type'))) throw new Refusal('40', 'pay_type');
}

/** The items, which come as one object or as a list. */
export function readItems(message: Message): readonly Message[] {
  const item = valueAt(message, 'item');
  const items: readonly unknown[] = Array.isArray(item) ? item : [item];
  const read = items.filter(isMessage);
  if (read.length === 0 || read.length < items.length) throw new Refusal('30', 'item');
  for (const entry of read) checkItem(entry);
  return read;
}

/** Whether `amount` is a unit price or a line total is not documented, so it is not added up. */
function checkItem(item: Message): void {
  for (const name of ['product', 'amount']) {
    if (valueAt(item, name) === undefined || valueAt(item, name) === '') throw new Refusal('83', `item.${name}`);
  }
  const wrong = Object.keys(item).find((name) => typeof item[name] !== 'string');
  if (wrong !== undefined) throw new Refusal('30', `item.${wrong}`);
  requireAmount(textAt(item, 'amount'), 'item.amount');
}

/** The total in sen: positive, whole rupiah, and gross, tax and fee together where a gross is given. */
export function readTotal(message: Message): number {
  if (textAt(message, 'bill_currency') !== 'IDR') throw new Refusal('30', 'bill_currency');
  const total = requireAmount(textAt(message, 'bill_total'), 'bill_total');
  if (total === 0) throw new Refusal('13', 'bill_total');

  const part = (name: string) => requireAmount(textAt(message, name) || '0', name);
  const gross = part('bill_gross');
  const parts = gross + part('bill_tax') + part('bill_miscfee');
  if (textAt(message, 'bill_gross') !== '' && parts !== total) throw new Refusal('13', 'bill_total');
  return total;
}

function requireAmount(text: string, name: string): number {
  const sen = parseAmount(text);
  if (sen === undefined || sen % 100 !== 0) throw new Refusal('13', name);
  return sen;
}

/** The end of the bill's life: in the future, after its date, at most thirty days after it. */
export function readExpiry(message: Message, now: number): number {
  const date = parseJakarta(textAt(message, 'bill_date'));
  const expiry = parseJakarta(textAt(message, 'bill_expired'));
  if (date === undefined || expiry === undefined) throw new Refusal('30', 'bill_date');
  if (expiry <= date || expiry - date > longestLifeMs) throw new Refusal('30', 'bill_expired');
  if (expiry <= now) throw new Refusal('54', 'bill_expired');
  return expiry;
}
