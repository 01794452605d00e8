import type { Customer, Issue } from '@bayar/core';
import { checkTexts } from '../text-limits.ts';

/** Who buys, in what DANA knows about people beyond the neutral customer. */
export interface DanaBuyer {
  /** What kind of id `id` is, as agreed with DANA; at most 32 characters. DANA takes neither without the other. */
  readonly type?: string;
  /** The merchant's id of the buyer; at most 32 characters. Default, with `type`: `customer.id`. */
  readonly id?: string;
  /** At most 64 characters. Default: `customer.name`, where it is short enough. */
  readonly nickname?: string;
  /** DANA's own id of the buyer; at most 32 characters. */
  readonly userId?: string;
}

const LENGTHS = { type: 32, id: 32, nickname: 64, userId: 32 } as const;

/** What is wrong with who buys. */
export function checkBuyer(buyer: DanaBuyer, customer: Customer | undefined): readonly Issue[] {
  const id = buyer.id ?? customer?.id;
  const known = checkTexts('extra.buyer', buyer, LENGTHS);
  if (buyer.type === undefined) return buyer.id === undefined ? known : [...known, lonely('type', 'id')];
  if (id === undefined) return [...known, lonely('id', 'type')];
  return buyer.id === undefined ? [...known, ...checkTexts('customer', { id }, { id: LENGTHS.id })] : known;
}

function lonely(absent: 'type' | 'id', present: 'type' | 'id'): Issue {
  const fix = absent === 'id' ? 'Add it, or customer.' : `Add it, or leave ${present} out.`;
  return { field: `extra.buyer.${absent}`, rule: `is required with extra.buyer.${present}.`, fix };
}

/** Who buys, as DANA reads it; nothing when nothing is known. */
export function encodeBuyer(buyer: DanaBuyer, customer: Customer | undefined): object | undefined {
  const externalUserId = buyer.type === undefined ? undefined : (buyer.id ?? customer?.id);
  const nickname = buyer.nickname ?? nicknameOf(customer);
  const parts = { externalUserType: buyer.type, externalUserId, nickname, userId: buyer.userId };
  return Object.values(parts).some((part) => part !== undefined) ? parts : undefined;
}

// Optional to DANA, which takes less of it than the neutral contract: no reason to refuse a payment.
function nicknameOf(customer: Customer | undefined): string | undefined {
  return customer !== undefined && customer.name.length <= LENGTHS.nickname ? customer.name : undefined;
}
