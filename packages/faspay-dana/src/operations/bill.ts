import { isWholeRupiah, money, type CreatePayment, type Issue, type Item, type Money } from '@bayar/core';
import { formatJakartaWall, type Intent } from '@bayar/core/kit';
import { encodeAmount } from '../amount.ts';

/** What is to be paid, until when, and what for. Faspay adds up gross, tax and fee to the total; fees are not items. */
export function encodeBill({ request, createdAt, expiresAt }: Intent<unknown>): object {
  const gross = grossOf(request);
  return {
    bill_date: formatJakartaWall(createdAt),
    bill_expired: formatJakartaWall(expiresAt),
    bill_desc: plain(request.title),
    bill_currency: 'IDR',
    bill_gross: encodeAmount(gross),
    ...(request.tax === undefined ? {} : { bill_tax: encodeAmount(request.tax) }),
    ...(request.fees === undefined ? {} : { bill_miscfee: encodeAmount(request.fees) }),
    bill_total: encodeAmount(request.amount),
  };
}

/** The lines of the bill, where they add up to it; else one line for the whole. */
export function encodeItems(request: CreatePayment, merchantId: string): readonly object[] {
  const items = request.items ?? [];
  const gross = grossOf(request);
  const sum = items.reduce((total, item) => total + lineTotal(item), 0);
  // A discount is in no line. Whether Faspay compares lines with the bill is not documented.
  const lines =
    sum === gross.minor ? items.map(encodeLine) : [{ product: plain(request.title), amount: encodeAmount(gross) }];
  // The plan and tenor of a payment in one sum.
  return lines.map((line) => ({ ...line, qty: '1', payment_plan: '01', merchant_id: merchantId, tenor: '00' }));
}

/** What is wrong with the parts of the amount. */
export function checkBill({ amount, fees, tax }: CreatePayment): readonly Issue[] {
  const parts = Object.entries({ fees, tax }).filter(
    (entry): entry is [string, Money<'IDR'>] => entry[1] !== undefined,
  );
  const broken = parts.filter(
    ([, part]) => !Number.isSafeInteger(part.minor) || part.minor < 0 || !isWholeRupiah(part),
  );
  if (broken.length > 0) {
    return broken.map(([field]) => ({
      field,
      rule: 'must be whole rupiah, and not negative.',
      fix: 'Round it; take discounts off the price.',
    }));
  }
  if (parts.reduce((sum, [, part]) => sum + part.minor, 0) < amount.minor) return [];
  return [{ field: 'amount', rule: 'must be more than fees and tax together.', fix: 'Add them to the amount.' }];
}

function grossOf({ amount, fees, tax }: CreatePayment): Money {
  return money(amount.minor - (fees?.minor ?? 0) - (tax?.minor ?? 0), 'IDR');
}

// Whether an item's amount is the price of one or of all is not documented: with a quantity of one it is both.
function encodeLine(item: Item): object {
  const product = item.quantity === 1 ? item.name : `${String(item.quantity)} x ${item.name}`;
  return {
    ...(item.id === undefined ? {} : { id: item.id }),
    product: plain(product),
    amount: encodeAmount(money(lineTotal(item), 'IDR')),
  };
}

function lineTotal({ price, quantity }: Item): number {
  return price.minor * quantity;
}

// What would have to be escaped in XML is corrupted on Faspay's older paths.
function plain(text: string): string {
  return text.replace(/[&<>]/g, ' ');
}
