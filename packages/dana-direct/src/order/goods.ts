import { encodeAmount } from '@bayar/bi-snap';
import type { Issue, Item } from '@bayar/core';
import { checkTexts } from '../text-limits.ts';

const LENGTHS = { id: 64, category: 64, url: 512 } as const;

/** What is wrong with the items, beyond what every acquirer checks. */
export function checkGoods(items: readonly Item[] = []): readonly Issue[] {
  return items.flatMap((item, index) => checkTexts(`items.${String(index)}`, item, LENGTHS));
}

/**
 * The items as DANA's goods. DANA requires an id and a category of each: a list that lacks one is left out whole, since
 * an order with half its goods would say something untrue.
 */
export function encodeGoods(items: readonly Item[] = []): object[] | undefined {
  const complete = items.every(({ id, category }) => id !== undefined && category !== undefined);
  if (items.length === 0 || !complete) return undefined;
  return items.map(({ id, name, category, price, quantity, url }) => ({
    merchantGoodsId: id,
    name,
    description: name,
    category,
    price: encodeAmount(price),
    quantity: String(quantity),
    snapshotUrl: url,
  }));
}
